import { ConflictException, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Grid } from '@county/shared/document-grid';
import type { Actor } from '@county/shared/people/actor';
import { isHead } from '@county/shared/tasks/breakdowns/breakdown-columns';
import type { BreakdownPreview } from '@county/shared/tasks/breakdowns/breakdown-preview';
import type { BreakdownReading } from '@county/shared/tasks/breakdowns/interpret-breakdown';
import { rowKey, type PreviewCorrection } from '@county/shared/tasks/breakdowns/preview-correction';
import { Database } from '../../database/database.ts';
import { invalidField, notFound } from '../../http/refusal.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import type { PreviewDecisions } from './preview-decisions.ts';
import { PreviewsService } from './previews.service.ts';
import { BreakdownPreviews, TaskBreakdowns, type StoredPreview } from '../tasks.tables.ts';

/** What a person puts right in a preview; the document is read anew by it. */
@Injectable()
export class PreviewCorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly units: OrgUnitsService,
    private readonly previews: PreviewsService,
  ) {}

  async correct(actor: Actor, previewId: string, correction: PreviewCorrection): Promise<BreakdownPreview> {
    if (correction.kind === 'alias') {
      await this.database.read((db) => this.previews.find(db, actor, previewId));
      // In a unit of work of its own, so that the document is then read by the names as they are.
      await this.units.addAlias(actor, correction.unitId, correction.alias);
    }
    return this.database.work(async (db) => {
      await this.previews.find(db, actor, previewId);
      const stored = await this.database.findForChange(db, BreakdownPreviews, { id: previewId });
      if (!stored) throw notFound('这份预览');
      demandOpen(stored, correction);
      const decisions = await this.decide(db, actor, stored, correction);
      return this.previews.view(db, await this.previews.readAgain(db, stored, decisions));
    });
  }

  private async decide(
    db: EntityManager,
    actor: Actor,
    stored: StoredPreview,
    correction: PreviewCorrection,
  ): Promise<PreviewDecisions> {
    const decisions = JSON.parse(stored.decisions) as PreviewDecisions;
    switch (correction.kind) {
      case 'row':
        demandRow(stored, correction);
        return { ...decisions, rows: await this.withRow(decisions.rows, correction) };
      case 'columns':
        return this.withColumns(db, actor, stored, decisions, correction);
      case 'heading': {
        const { title, year, breakdownKind } = correction;
        return { ...decisions, heading: { title, year, kind: breakdownKind } };
      }
      case 'revision': {
        const { breakdownId } = correction;
        if (breakdownId && !(await db.existsBy(TaskBreakdowns, { id: breakdownId })))
          throw invalidField('breakdownId', '没有找到要修订的任务分解表，请重新选择');
        return { ...decisions, revisionOf: breakdownId };
      }
      case 'alias':
        return decisions;
    }
  }

  private async withRow(
    rows: PreviewDecisions['rows'],
    { table, row, correction }: Extract<PreviewCorrection, { kind: 'row' }>,
  ): Promise<PreviewDecisions['rows']> {
    for (const { unitId } of correction?.units ?? [])
      if (!(await this.units.find(unitId))) throw invalidField('units', '有单位不存在或已撤销，请重新选择');
    const { [rowKey(table, row)]: _before, ...others } = rows;
    return correction ? { ...others, [rowKey(table, row)]: correction } : others;
  }

  private async withColumns(
    db: EntityManager,
    actor: Actor,
    stored: StoredPreview,
    decisions: PreviewDecisions,
    { table, meanings }: Extract<PreviewCorrection, { kind: 'columns' }>,
  ): Promise<PreviewDecisions> {
    const { tables } = JSON.parse(stored.content) as BreakdownReading;
    const columns = tables[table]?.columns;
    if (!columns?.length) throw invalidField('table', '没有找到这个表格，请重新打开预览');
    if (meanings.length !== columns.length)
      throw invalidField('meanings', `这个表格有 ${columns.length} 列，请为每一列选择含义`);
    const head = columns.map(({ heading }, index) => ({ heading, column: index + 1, meaning: meanings[index]! }));
    // What reads no tasks is said of this table alone; remembered, it would make everybody's next one unreadable.
    if (isHead(head)) await this.previews.remember(db, actor, head, meanings);
    return { ...decisions, columns: { ...decisions.columns, [table]: meanings } };
  }
}

/** What has gone out from a preview is a task by now: it is changed there, and the rest follows it to the same breakdown. */
function demandOpen({ confirmedRows }: StoredPreview, correction: PreviewCorrection): void {
  const rows = JSON.parse(confirmedRows) as string[];
  const message =
    correction.kind === 'row' && rows.includes(rowKey(correction.table, correction.row))
      ? '这一行已经交办，请在任务里处理'
      : correction.kind !== 'row' && correction.kind !== 'alias' && rows.length
        ? '已有任务从这份预览交办，不能再改名称、各列的含义或是否修订；如要重来，请重新上传'
        : null;
  if (message) throw new ConflictException({ code: 'wrong-state', message });
}

function demandRow({ grids }: StoredPreview, { table, row }: Extract<PreviewCorrection, { kind: 'row' }>): void {
  const grid = (JSON.parse(grids) as Grid[])[table];
  if (!grid?.rows.some((one) => one.row === row)) throw invalidField('row', '没有找到这一行，请重新打开预览');
}
