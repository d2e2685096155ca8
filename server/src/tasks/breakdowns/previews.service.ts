import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Grid } from '@county/shared/document-grid';
import type { Actor } from '@county/shared/people/actor';
import { headSignature, type Column, type ColumnMeaning } from '@county/shared/tasks/breakdowns/breakdown-columns';
import { asPrinted } from '@county/shared/tasks/breakdowns/breakdown-fingerprint';
import type { BreakdownPreview, PreviewRevision } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { interpretBreakdown, type BreakdownReading } from '@county/shared/tasks/breakdowns/interpret-breakdown';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { readUpload } from '../../documents/read-upload.service.ts';
import { FilesService } from '../../files/files.service.ts';
import { notFound } from '../../http/refusal.ts';
import type { Upload } from '../../http/upload.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { fingerprintOf } from './breakdowns.service.ts';
import { NO_DECISIONS, type PreviewDecisions } from './preview-decisions.ts';
import { Revisions } from './revisions.service.ts';
import { BreakdownPreviews, RememberedHeads, TaskBreakdowns, type StoredPreview } from '../tasks.tables.ts';

/** A supervisor may come back to it after a holiday; each change counts the days anew. */
const KEPT_MS = 30 * 24 * 3_600_000;
/** What stands for a file's name. */
const PASTED = '粘贴的文字';
const KEPT_AS_DOCUMENT = /\.(docx|xlsx)$/i;

/** What an uploaded table would become, kept while a person works on it; nothing of it is a task before it is confirmed. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly files: FilesService,
    private readonly revisions: Revisions,
  ) {}

  async preview(actor: Actor, upload: Upload): Promise<BreakdownPreview> {
    const grids = await readUpload(upload);
    const stored = await this.begin(actor, upload.name, grids);
    if (KEPT_AS_DOCUMENT.test(upload.name)) await this.keepDocument(actor, stored.id, upload);
    return this.get(actor, stored.id);
  }

  async previewText(actor: Actor, { text }: { text: string }): Promise<BreakdownPreview> {
    const grids = await readUpload({ name: '粘贴的文字.txt', bytes: Buffer.from(text) }, 'text');
    const stored = await this.begin(actor, PASTED, grids);
    return this.get(actor, stored.id);
  }

  get(actor: Actor, previewId: string): Promise<BreakdownPreview> {
    return this.database.read(async (db) => this.view(db, await this.find(db, actor, previewId)));
  }

  /** Only for who made it, and only while it is kept. */
  async find(db: EntityManager, actor: Actor, previewId: string): Promise<StoredPreview> {
    const stored = await db.findOneBy(BreakdownPreviews, { id: previewId, createdBy: actor.personId });
    if (!stored || stored.expiresAt < this.clock.now()) throw notFound('这份预览', '预览保留 30 天，请重新上传');
    return stored;
  }

  /** The preview as the page shows it, with what is true of the county at this moment. */
  async view(db: EntityManager, stored: StoredPreview): Promise<BreakdownPreview> {
    const reading = JSON.parse(stored.content) as BreakdownReading;
    const decisions = JSON.parse(stored.decisions) as PreviewDecisions;
    const name = async (where: { id: string } | { fingerprint: string }) => {
      const found = await db.findOneBy(TaskBreakdowns, where);
      return found && { id: found.id, title: found.title };
    };
    const confirmedAs = stored.breakdownId ? await name({ id: stored.breakdownId }) : null;
    const same = stored.breakdownId ? null : await name({ fingerprint: stored.fingerprint });
    const { heading } = decisions;
    const year = heading?.year ?? reading.year;
    const revision = await this.revisions.of(db, { ...reading, year }, decisions, confirmedAs, same);
    return {
      ...reading,
      id: stored.id,
      title: heading?.title ?? reading.title,
      year,
      kind: heading?.kind ?? reading.kind ?? 'plan',
      sourceName: stored.sourceName,
      alreadyImportedAs: changesNothing(reading, revision) ? same : null,
      confirmedAs,
      confirmedRows: JSON.parse(stored.confirmedRows) as string[],
      revision,
      expiresAt: stored.expiresAt,
    };
  }

  /** Reads the document's tables anew, by what has been decided since. */
  async readAgain(db: EntityManager, stored: StoredPreview, decisions: PreviewDecisions): Promise<StoredPreview> {
    const grids = JSON.parse(stored.grids) as Grid[];
    const reading = await this.interpret(db, grids, stored.sourceName, decisions);
    const changed: StoredPreview = {
      ...stored,
      ...contentOf(reading),
      decisions: JSON.stringify(decisions),
      expiresAt: this.expiry(),
    };
    await db.update(BreakdownPreviews, { id: stored.id }, changed);
    return changed;
  }

  private async begin(actor: Actor, sourceName: string, grids: Grid[]): Promise<StoredPreview> {
    return this.database.work(async (db) => {
      await this.dropExpired(db);
      const reading = await this.interpret(db, grids, sourceName, NO_DECISIONS);
      const stored: StoredPreview = {
        id: newId(),
        createdBy: actor.personId,
        sourceName,
        ...contentOf(reading),
        grids: JSON.stringify(grids),
        decisions: JSON.stringify(NO_DECISIONS),
        confirmedRows: '[]',
        breakdownId: null,
        expiresAt: this.expiry(),
      };
      await db.insert(BreakdownPreviews, stored);
      const entry = { action: 'previewBreakdown' as const, subjectKind: 'breakdown-preview', subjectId: stored.id };
      await this.audit.record(db, actor, entry);
      return stored;
    });
  }

  private async interpret(
    db: EntityManager,
    grids: readonly Grid[],
    fileName: string,
    { rows, columns, heading, numbers }: PreviewDecisions,
  ): Promise<BreakdownReading> {
    const heads = await db.find(RememberedHeads);
    const remembered = new Map(heads.map(({ id, meanings }) => [id, meanings]));
    return interpretBreakdown(grids, {
      units: await this.units.all(),
      today: this.clock.today(),
      fileName: fileName === PASTED ? '任务分解表' : fileName,
      corrections: { rows, columns },
      remembered: (signature) => remembered.get(sha256(signature)),
      year: heading?.year,
      numbers,
    });
  }

  /** For the next table with the same headings. */
  async remember(db: EntityManager, actor: Actor, columns: readonly Column[], meanings: ColumnMeaning[]) {
    const id = sha256(headSignature(columns));
    const row = { id, meanings, savedBy: actor.personId, savedAt: this.clock.now() };
    if (await db.existsBy(RememberedHeads, { id })) await db.update(RememberedHeads, { id }, row);
    else await db.insert(RememberedHeads, row);
  }

  /** The document stays with the breakdown it becomes, which has the preview's id. */
  private async keepDocument(actor: Actor, previewId: string, upload: Upload): Promise<void> {
    const fileId = newId();
    await this.files.store(actor, fileId, upload);
    await this.database.work((db) => this.files.claim(db, actor, 'task-breakdown', previewId, [fileId]));
  }

  private async dropExpired(db: EntityManager): Promise<void> {
    const expired = await db.find(BreakdownPreviews, {
      select: { id: true, breakdownId: true },
      where: { expiresAt: LessThan(this.clock.now()) },
    });
    if (!expired.length) return;
    const unused = expired.filter(({ breakdownId }) => !breakdownId).map(({ id }) => id);
    await this.files.release(db, 'task-breakdown', unused);
    await db.delete(BreakdownPreviews, { id: In(expired.map(({ id }) => id)) });
  }

  private expiry(): string {
    return new Date(Date.parse(this.clock.now()) + KEPT_MS).toISOString();
  }
}

/** The same words again, and nothing put right in them that a person would miss. */
function changesNothing({ tasks }: BreakdownReading, { of, changes }: PreviewRevision): boolean {
  return of ? changes.every(({ kind }) => kind === 'same') : tasks.every(({ corrected }) => !corrected.length);
}

function contentOf(reading: BreakdownReading): Pick<StoredPreview, 'content' | 'fingerprint'> {
  const content = JSON.stringify(reading);
  return { content, fingerprint: fingerprintOf(reading.tasks.map(asPrinted)) };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
