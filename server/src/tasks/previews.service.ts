import { createHash } from 'node:crypto';
import { BadRequestException, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import { canonicalText } from '@county/shared/tasks/breakdown-fingerprint';
import type { BreakdownPreview } from '@county/shared/tasks/breakdown-preview';
import { interpretBreakdown } from '@county/shared/tasks/interpret-breakdown';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { notFound } from '../http/refusal.ts';
import type { Upload } from '../http/upload.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { readDocument } from '../documents/read-document.service.ts';
import { UnreadableDocument } from '../documents/unreadable-document.service.ts';
import { BreakdownPreviews, TaskBreakdowns } from './tasks.tables.ts';

const KEPT_MS = 24 * 3_600_000;

/** What an uploaded table would become, kept for a day; nothing of it is a task before it is confirmed. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
  ) {}

  async preview(actor: Actor, { name, bytes }: Upload): Promise<BreakdownPreview> {
    const grids = await readDocument(bytes, name).catch((error: unknown) => {
      if (!(error instanceof UnreadableDocument)) throw error;
      const issues = [{ path: ['file'], message: error.message }];
      throw new BadRequestException({ code: 'unreadable-document', message: error.message, issues });
    });
    const reading = interpretBreakdown(grids, {
      units: await this.units.all(),
      today: this.clock.today(),
      fileName: name,
    });
    const fingerprint = createHash('sha256').update(canonicalText(reading.tasks)).digest('hex');
    const expiresAt = new Date(Date.parse(this.clock.now()) + KEPT_MS).toISOString();
    return this.database.work(async (db) => {
      await db.delete(BreakdownPreviews, { expiresAt: LessThan(this.clock.now()) });
      const same = await db.findOneBy(TaskBreakdowns, { fingerprint });
      const preview: BreakdownPreview = {
        ...reading,
        id: newId(),
        sourceName: name,
        alreadyImportedAs: same ? { id: same.id, title: same.title } : null,
        expiresAt,
      };
      const content = JSON.stringify(preview);
      await db.insert(BreakdownPreviews, {
        id: preview.id,
        createdBy: actor.personId,
        fingerprint,
        content,
        expiresAt,
      });
      await this.audit.record(db, actor, {
        action: 'previewBreakdown',
        subjectKind: 'breakdown-preview',
        subjectId: preview.id,
      });
      return preview;
    });
  }

  /** The preview with its fingerprint; only for who made it, and only while it is kept. */
  get(actor: Actor, previewId: string): Promise<{ preview: BreakdownPreview; fingerprint: string }> {
    return this.database.read(async (db) => {
      const stored = await db.findOneBy(BreakdownPreviews, { id: previewId, createdBy: actor.personId });
      if (!stored || stored.expiresAt < this.clock.now()) throw notFound('这份预览', '预览只保留一天，请重新上传');
      const same = await db.findOneBy(TaskBreakdowns, { fingerprint: stored.fingerprint });
      const preview = JSON.parse(stored.content) as BreakdownPreview;
      const alreadyImportedAs = same ? { id: same.id, title: same.title } : null;
      return { preview: { ...preview, alreadyImportedAs }, fingerprint: stored.fingerprint };
    });
  }
}
