import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { OpenWork } from '@county/shared/people/person';
import { PeopleService } from '../../people/people.service.ts';
import { LineViews } from './line-views.service.ts';
import { Assignments } from '../tasks.tables.ts';

const SHOWN = 100;

/** Tells people what a unit still owes when somebody leaves it; people know no tasks themselves. */
@Injectable()
export class OpenWorkService implements OnModuleInit {
  constructor(
    private readonly people: PeopleService,
    private readonly views: LineViews,
  ) {}

  onModuleInit(): void {
    this.people.onOpenWork((db, unitIds) => this.openWork(db, unitIds));
  }

  private async openWork(db: EntityManager, unitIds: readonly string[]): Promise<OpenWork[]> {
    const status = Not(In(['completed', 'closed', 'withdrawn']));
    const lines = await db.find(Assignments, {
      where: { unitId: In([...unitIds]), status },
      order: { dueOn: 'ASC' },
      take: SHOWN,
    });
    const summaries = await this.views.summaries(db, lines);
    return summaries.map(({ id, unitName, task, dueOn }) => ({
      assignmentId: id,
      unitName,
      title: task.mainTask,
      dueOn,
    }));
  }
}
