import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Day } from '@county/shared/calendar/day';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { Database } from '../../database/database.ts';
import { isOpenLine } from '../lines/line-filters.ts';
import { Assignments, Tasks } from '../tasks.tables.ts';

/** A line as a sweep sees it: no more of it than reminding needs. */
export type SweptLine = Pick<
  Assignment,
  'id' | 'unitId' | 'parentId' | 'dueOn' | 'status' | 'assignedOn' | 'reportedPeriod'
> & { mainTask: string; duePhrase: string };

const AT_A_TIME = 1000;

/** Open lines of a plan, a few at a time, however many there are. */
@Injectable()
export class DueLines {
  constructor(private readonly database: Database) {}

  dueOn(breakdownId: string, dueOn: Day): AsyncGenerator<SweptLine[]> {
    return this.pages(breakdownId, (query) => query.andWhere('line.dueOn = :dueOn', { dueOn }));
  }

  withoutDay(breakdownId: string): AsyncGenerator<SweptLine[]> {
    return this.pages(breakdownId, (query) => query.andWhere('line.dueOn IS NULL'));
  }

  private async *pages(
    breakdownId: string,
    narrow: (query: SelectQueryBuilder<Assignment>) => void,
  ): AsyncGenerator<SweptLine[]> {
    for (let after = ''; ;) {
      const lines = await this.database.read((db) => {
        const query = db
          .createQueryBuilder(Assignments, 'line')
          .innerJoin(Tasks.options.name, 'task', 'task.id = line.taskId')
          .select(COLUMNS.map((column) => `line.${column} AS \`${column}\``))
          .addSelect(['task.mainTask AS `mainTask`', 'task.duePhrase AS `duePhrase`'])
          .where(`line.breakdownId = :breakdownId AND line.id > :after AND ${isOpenLine('line')}`, {
            breakdownId,
            after,
          })
          .orderBy('line.id')
          .limit(AT_A_TIME);
        narrow(query);
        return query.getRawMany<SweptLine>();
      });
      if (lines.length) yield lines;
      if (lines.length < AT_A_TIME) return;
      after = lines.at(-1)!.id;
    }
  }
}

const COLUMNS = ['id', 'unitId', 'parentId', 'dueOn', 'status', 'assignedOn', 'reportedPeriod'] as const;
