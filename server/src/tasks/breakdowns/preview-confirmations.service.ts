import { ConflictException, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { asPrinted } from '@county/shared/tasks/breakdowns/breakdown-fingerprint';
import type {
  BreakdownPreview,
  PreviewConfirmation,
  PreviewTask,
} from '@county/shared/tasks/breakdowns/breakdown-preview';
import { rowKey } from '@county/shared/tasks/breakdowns/preview-correction';
import type { BreakdownSummary } from '@county/shared/tasks/breakdowns/task-breakdown';
import { Database } from '../../database/database.ts';
import { FilesService } from '../../files/files.service.ts';
import { invalidField, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { BreakdownsService, fingerprintOf } from './breakdowns.service.ts';
import type { PreviewDecisions } from './preview-decisions.ts';
import { PreviewsService } from './previews.service.ts';
import { realignTasks, ReviseTasks } from './revise-tasks.service.ts';
import { BreakdownPreviews, TaskBreakdowns, type StoredPreview } from '../tasks.tables.ts';

/** 确认: a preview becomes a breakdown, or changes one; all of it at once, or the rows without a doubt first. */
@Injectable()
export class PreviewConfirmations {
  constructor(
    private readonly database: Database,
    private readonly previews: PreviewsService,
    private readonly breakdowns: BreakdownsService,
    private readonly revise: ReviseTasks,
    private readonly files: FilesService,
  ) {}

  /** Confirming again what stands already changes nothing and answers it. */
  async confirm(
    actor: Actor,
    confirmation: PreviewConfirmation,
  ): Promise<BreakdownSummary | Repeated<BreakdownSummary>> {
    const { id, changed } = await this.database.work(async (db) => {
      await this.previews.find(db, actor, confirmation.previewId);
      const stored = await this.database.findForChange(db, BreakdownPreviews, { id: confirmation.previewId });
      if (!stored) throw notFound('这份预览');
      return this.confirmStored(db, actor, stored, confirmation);
    });
    const summary = await this.breakdowns.get(actor, id);
    return changed ? summary : new Repeated(summary);
  }

  private async confirmStored(
    db: EntityManager,
    actor: Actor,
    stored: StoredPreview,
    { only, withdrawnReason }: PreviewConfirmation,
  ): Promise<{ id: string; changed: boolean }> {
    // Held before it is compared: another supervisor may be revising it at this moment.
    const { revisionOf } = JSON.parse(stored.decisions) as PreviewDecisions;
    if (revisionOf) await this.database.findForChange(db, TaskBreakdowns, { id: revisionOf });
    // Asked first: a breakdown that comes between this and the writing meets it at the unique index, and it begins anew.
    const known = await db.existsBy(TaskBreakdowns, { fingerprint: stored.fingerprint });
    const preview = await this.previews.view(db, stored);
    const { revision, confirmedAs, alreadyImportedAs, confirmedRows } = preview;
    if (alreadyImportedAs) return { id: alreadyImportedAs.id, changed: false };
    demandDecision(preview);
    const takes = (task: PreviewTask) =>
      !confirmedRows.includes(rowKey(task.table, task.row)) && (only === 'all' || !task.doubtful);
    const tasks = preview.tasks.filter(takes);
    if (!tasks.length && !confirmedAs) throw nothingToConfirm(preview);
    const breakdownId = revision.of?.id ?? confirmedAs?.id ?? stored.id;
    const changed = revision.of
      ? await this.reviseBreakdown(db, actor, preview, { tasks, only, withdrawnReason })
      : await this.addTasks(db, actor, preview, tasks, known ? undefined : stored.fingerprint);
    await this.noteGone(db, stored, { breakdownId, tasks, isCarriedOut: revision.of !== null && only === 'all' });
    return { id: breakdownId, changed };
  }

  /** Which rows are tasks by now, and where they went. */
  private async noteGone(
    db: EntityManager,
    stored: StoredPreview,
    { breakdownId, tasks, isCarriedOut }: { breakdownId: string; tasks: PreviewTask[]; isCarriedOut: boolean },
  ): Promise<void> {
    const decisions = JSON.parse(stored.decisions) as PreviewDecisions;
    const gone = Object.fromEntries(tasks.map(({ table, row, number }) => [rowKey(table, row), number]));
    const after: PreviewDecisions = {
      ...decisions,
      isCarriedOut: decisions.isCarriedOut || isCarriedOut,
      numbers: { ...decisions.numbers, ...gone },
    };
    const rows = [...(JSON.parse(stored.confirmedRows) as string[]), ...Object.keys(gone)];
    const change = { breakdownId, confirmedRows: JSON.stringify(rows), decisions: JSON.stringify(after) };
    await db.update(BreakdownPreviews, { id: stored.id }, change);
  }

  private async addTasks(
    db: EntityManager,
    actor: Actor,
    preview: BreakdownPreview,
    tasks: PreviewTask[],
    whole: string | undefined,
  ) {
    if (preview.confirmedAs) {
      if (!tasks.length) return false;
      await this.breakdowns.addTasks(db, actor, preview.confirmedAs.id, tasks);
      return true;
    }
    const isWhole = fingerprintOf(tasks.map(asPrinted)) === whole;
    await this.breakdowns.create(db, actor, { ...preview, tasks, ...(isWhole ? { fingerprint: whole } : {}) });
    return true;
  }

  private async reviseBreakdown(
    db: EntityManager,
    actor: Actor,
    preview: BreakdownPreview,
    { tasks, only, withdrawnReason }: Pick<PreviewConfirmation, 'only' | 'withdrawnReason'> & { tasks: PreviewTask[] },
  ): Promise<boolean> {
    const breakdown = await db.findOneBy(TaskBreakdowns, { id: preview.revision.of!.id });
    if (!breakdown) throw notFound('要修订的任务分解表');
    const removed = only === 'all' ? preview.revision.changes.filter(({ kind }) => kind === 'removed') : [];
    if (removed.length) demandMayRemove(preview, removed.length, withdrawnReason);
    const rows = new Set(tasks.map(({ table, row }) => rowKey(table, row)));
    const kept = preview.revision.changes.filter(({ row }) => row !== null && rows.has(row));
    const changes = [...kept, ...removed];
    if (!changes.length) return false;
    await realignTasks(
      db,
      breakdown,
      preview.columns,
      kept.flatMap(({ taskId }) => taskId ?? []),
    );
    await db.update(TaskBreakdowns, { id: breakdown.id }, { columns: preview.columns });
    await this.revise.apply(db, actor, breakdown, { tasks, changes, withdrawnReason });
    if (changes.every(({ kind }) => kind === 'same')) return false;
    await this.breakdowns.freshenFingerprint(db, breakdown.id);
    await this.files.pass(db, 'task-breakdown', preview.id, breakdown.id);
    await this.breakdowns.record(db, actor, 'reviseBreakdown', breakdown.id, inFigures(changes));
    return true;
  }
}

/** A table much like one that is there is either its later wording or a plan of its own; a person says which. */
function demandDecision({ revision }: BreakdownPreview): void {
  if (revision.decided || !revision.likely) return;
  const { title, sameTasks } = revision.likely;
  throw new ConflictException({
    code: 'wrong-state',
    message: `这份表与“${title}”有 ${sameTasks} 项相同，请先选择：是它的修订，还是一份新的计划`,
  });
}

/** A row nobody has understood may be the very task that seems to be gone. */
function demandMayRemove({ heldRows }: BreakdownPreview, removed: number, reason: string | undefined): void {
  const open = heldRows.filter(({ leftOut }) => !leftOut).length;
  if (open)
    throw new ConflictException({
      code: 'wrong-state',
      message: `还有 ${open} 行没有看懂，可能正是原来的任务；请先改好，或标为“不是任务”，再确认删去的 ${removed} 项`,
    });
  if (!reason) throw invalidField('withdrawnReason', `修订后少了 ${removed} 项任务，请写明撤销理由`);
}

const nothingToConfirm = ({ tasks }: BreakdownPreview) =>
  new ConflictException({
    code: 'wrong-state',
    message: tasks.length
      ? '每一行都还有疑点，请先核对改正，或选择全部确认'
      : '这份文件里没有可以交办的任务，请按提示改正后再确认',
  });

function inFigures(changes: BreakdownPreview['revision']['changes']): string {
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  return `新增 ${count('added')} 项，恢复 ${count('restored')} 项，修改 ${count('changed')} 项，撤销 ${count('removed')} 项`;
}
