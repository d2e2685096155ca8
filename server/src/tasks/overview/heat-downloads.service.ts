import { Injectable } from '@nestjs/common';
import type { Actor } from '@county/shared/people/actor';
import type { HeatFilter, HeatTable } from '@county/shared/tasks/overview/heat-table';
import type { Rate } from '@county/shared/tasks/overview/rates';
import { ledgerFilterInWords } from '@county/shared/tasks/overview/task-filters';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { Download } from '../../http/replies.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { HeatTableService } from './heat-table.service.ts';

/** At the top of the file: within a decorated class the compiler leaves `.ts` in an address that is imported late. */
const loadHeatWorkbook = () => import('./heat-workbook.ts');

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BATCH = 100;

/** 进展一览表 to take along: all units of the level, however many pages they are on the screen. */
@Injectable()
export class HeatDownloads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly heat: HeatTableService,
  ) {}

  async heatTable(actor: Actor, breakdownId: string, filter: HeatFilter): Promise<Download> {
    let table = await this.heat.read(actor, breakdownId, filter, { limit: BATCH });
    while (table.next !== null)
      table = together(table, await this.heat.read(actor, breakdownId, filter, { limit: BATCH, cursor: table.next }));
    await this.database.work((db) =>
      this.audit.record(db, actor, {
        action: 'downloadHeatTable',
        subjectKind: 'task-breakdown',
        subjectId: breakdownId,
      }),
    );
    const chosen = ledgerFilterInWords(
      { withHandedDown: 'no', ...filter },
      {
        unit: filter.unitId && (await this.units.get(filter.unitId)).name,
        underUnit: filter.underUnitId && (await this.units.get(filter.underUnitId)).name,
      },
    );
    const { heatWorkbook } = await loadHeatWorkbook();
    const bytes = await heatWorkbook(table, { chosen, now: this.clock.now() });
    return new Download(bytes, XLSX, `${table.title}进展一览表 ${this.clock.today()}.xlsx`);
  }
}

/** Two pages of one table side by side; a task's rates are those of all its units. */
function together(first: HeatTable, second: HeatTable): HeatTable {
  const rows = new Map([...first.rows, ...second.rows].map((row) => [row.task.id, row]));
  const more = new Map(second.rows.map((row) => [row.task.id, row]));
  for (const row of first.rows) {
    const other = more.get(row.task.id);
    rows.set(row.task.id, {
      task: row.task,
      completeness: sum(row.completeness, other?.completeness),
      timeliness: sum(row.timeliness, other?.timeliness),
      cells: [...row.cells, ...(other?.cells ?? [])],
    });
  }
  return {
    ...second,
    units: { ...second.units, from: first.units.from },
    columns: [...first.columns, ...second.columns],
    rows: [...rows.values()].sort((a, b) => a.task.number - b.task.number),
  };
}

const sum = (one: Rate, other: Rate = { count: 0, of: 0 }): Rate => ({
  count: one.count + other.count,
  of: one.of + other.of,
});
