import { createHash } from 'node:crypto';
import { HttpException, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { AttachedFile, FileOwnerKind, StoredFile } from '@county/shared/files/stored-file';
import type { Actor } from '@county/shared/people/actor';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { idTaken, notFound } from '../http/refusal.ts';
import { Download, Repeated } from '../http/replies.ts';
import type { Upload } from '../http/upload.ts';
import { SessionsService } from '../people/sessions.service.ts';
import { acceptUpload, PHOTO_TYPE, type AcceptedFile } from './accept-upload.ts';
import { FileLinks, type FileLink } from './file-links.ts';
import { FileStorage } from './file-storage.ts';
import { FileClaims, StoredFiles, type FileClaim, type StoredFileRow } from './files.tables.ts';

/** Whether the actor may read the record, and with it the record's files. */
export type ReadRule = (db: EntityManager, actor: Actor, ownerId: string) => Promise<boolean>;

/** Whether everybody may read the file of a record; for what is published. */
export type PublicRule = (db: EntityManager, ownerId: string, fileId: string) => Promise<boolean>;

/** Photos and attachments. A file and the record that names it may arrive in either order. */
@Injectable()
export class FilesService {
  private readonly readRules = new Map<FileOwnerKind, ReadRule>();
  private readonly publicRules = new Map<FileOwnerKind, PublicRule>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly storage: FileStorage,
    private readonly links: FileLinks,
    private readonly sessions: SessionsService,
  ) {}

  /** A feature says who reads its records; without that nobody reads their files. */
  onReadRule(ownerKind: FileOwnerKind, rule: ReadRule): void {
    this.readRules.set(ownerKind, rule);
  }

  /** A feature says which of its records' files are published. */
  onPublicRule(ownerKind: FileOwnerKind, rule: PublicRule): void {
    this.publicRules.set(ownerKind, rule);
  }

  /** The addresses, below `/api`, of those of the files that have arrived; they open while the public rule says so. */
  async publicAddresses(fileIds: readonly string[]): Promise<Map<string, string>> {
    if (!fileIds.length) return new Map();
    const files = await this.database.read((db) =>
      db.find(StoredFiles, { select: { id: true }, where: { id: In([...fileIds]) } }),
    );
    return new Map(files.map(({ id }) => [id, `/files/${id}`]));
  }

  /**
   * Notes, inside the record's unit of work, that the record names these files.
   * A file of another sender or another record is refused, whichever came first.
   */
  async claim(
    db: EntityManager,
    actor: Actor,
    ownerKind: FileOwnerKind,
    ownerId: string,
    fileIds: readonly string[],
  ): Promise<void> {
    for (const [position, fileId] of fileIds.entries()) {
      // Held, so that the sweep cannot take the file for an orphan at this moment.
      const file = await this.database.findForChange(db, StoredFiles, { id: fileId });
      if (file && file.uploadedBy !== actor.personId) throw idTaken();
      const claim = await db.findOneBy(FileClaims, { fileId });
      if (claim) {
        if (claim.ownerKind !== ownerKind || claim.ownerId !== ownerId || claim.claimedBy !== actor.personId)
          throw idTaken();
        continue;
      }
      await db.insert(FileClaims, {
        fileId,
        ownerKind,
        ownerId,
        position,
        claimedBy: actor.personId,
        claimedAt: this.clock.now(),
      });
    }
  }

  /**
   * The same bytes under another id, for another record of the actor's, who has been let in to the first; false while the
   * file has not arrived.
   */
  async copy(db: EntityManager, actor: Actor, fileId: string, id: string): Promise<boolean> {
    if (await db.existsBy(StoredFiles, { id })) return true;
    // Held, so that the sweep cannot take the bytes at this moment.
    const file = await this.database.findForChange(db, StoredFiles, { id: fileId });
    if (!file) return false;
    await db.insert(StoredFiles, { ...file, id, uploadedBy: actor.personId, uploadedAt: this.clock.now() });
    await this.audit.record(db, actor, { action: 'copyFile', subjectKind: 'file', subjectId: id, detail: fileId });
    return true;
  }

  /** A record's files go to another record of its kind, after those it has. */
  async pass(db: EntityManager, ownerKind: FileOwnerKind, fromId: string, toId: string): Promise<void> {
    const position = await db.countBy(FileClaims, { ownerKind, ownerId: toId });
    const claims = await db.find(FileClaims, { where: { ownerKind, ownerId: fromId }, order: { position: 'ASC' } });
    for (const [at, { fileId }] of claims.entries())
      await db.update(FileClaims, { fileId }, { ownerId: toId, position: position + at });
  }

  /** Files of records that are gone are nobody's; the sweep takes them in time. */
  async release(db: EntityManager, ownerKind: FileOwnerKind, ownerIds: readonly string[]): Promise<void> {
    if (ownerIds.length) await db.delete(FileClaims, { ownerKind, ownerId: In([...ownerIds]) });
  }

  /**
   * The files of each record, with links that only the caller's sign-in opens. The caller has asked the records' read rule before:
   * whoever holds a link reads the file.
   */
  async attached(
    actor: Actor,
    ownerKind: FileOwnerKind,
    ownerIds: readonly string[],
  ): Promise<Map<string, AttachedFile[]>> {
    const result = new Map<string, AttachedFile[]>(ownerIds.map((id) => [id, []]));
    if (!ownerIds.length) return result;
    const { claims, files } = await this.database.read(async (db) => {
      const found = await db.find(FileClaims, {
        where: { ownerKind, ownerId: In([...ownerIds]) },
        order: { ownerId: 'ASC', position: 'ASC' },
      });
      const stored = found.length ? await db.findBy(StoredFiles, { id: In(found.map(({ fileId }) => fileId)) }) : [];
      return { claims: found, files: new Map(stored.map((file) => [file.id, file])) };
    });
    for (const claim of claims)
      result.get(claim.ownerId)?.push(this.attachedFile(actor, claim, files.get(claim.fileId)));
    return result;
  }

  private attachedFile(actor: Actor, claim: FileClaim, file: StoredFileRow | undefined): AttachedFile {
    if (!file || file.uploadedBy !== claim.claimedBy) {
      return { id: claim.fileId, state: 'awaited', name: null, mediaType: null, url: null };
    }
    const { id, name, mediaType } = file;
    return { id, state: 'arrived', name, mediaType, url: this.links.sign(id, actor.sessionId) };
  }

  /** Keeps an upload: its bytes first, then the row that vouches for them. */
  async store(actor: Actor, id: string, upload: Upload): Promise<StoredFile | Repeated<StoredFile>> {
    this.database.mustBeOutsideWork('Storing a file');
    const sentSha256 = sha256(upload.bytes);
    const before = await this.database.read((db) => this.repeated(db, actor, id, sentSha256));
    if (before) return before;
    const accepted = await acceptUpload(upload);
    const storageKey = await this.storage.put(id, accepted.bytes);
    const row = this.newRow(actor, id, accepted, sentSha256, storageKey);
    const unit = async (db: EntityManager) => {
      const meanwhile = await this.repeated(db, actor, id, sentSha256);
      if (meanwhile) return meanwhile;
      await db.insert(StoredFiles, { ...row });
      await this.audit.record(db, actor, { action: 'sendFile', subjectKind: 'file', subjectId: id });
      return row;
    };
    try {
      const answer = await this.database.work(unit);
      // A unit that ran again, its first end unheard of, finds its own row: those bytes are vouched for.
      if (answer instanceof Repeated && answer.reply.storageKey !== storageKey) await this.discard(storageKey);
      return answer;
    } catch (error) {
      // After any other failure the row may be there all the same; the sweep takes the bytes if it is not.
      if (error instanceof HttpException) await this.discard(storageKey);
      throw error;
    }
  }

  /** What is not removed now, the sweep removes; no answer waits for it. */
  private async discard(storageKey: string): Promise<void> {
    await this.storage.remove(storageKey).catch(() => undefined);
  }

  /** The stored file when the same person sends the same bytes again; an error when the id means something else. */
  private async repeated(
    db: EntityManager,
    actor: Actor,
    id: string,
    sentSha256: string,
  ): Promise<Repeated<StoredFileRow> | undefined> {
    const claim = await db.findOneBy(FileClaims, { fileId: id });
    if (claim && claim.claimedBy !== actor.personId) throw idTaken();
    const file = await db.findOneBy(StoredFiles, { id });
    if (!file) return undefined;
    if (file.uploadedBy !== actor.personId || file.sentSha256 !== sentSha256) throw idTaken();
    return new Repeated(file);
  }

  private newRow(
    actor: Actor,
    id: string,
    { name, mediaType, bytes }: AcceptedFile,
    sentSha256: string,
    storageKey: string,
  ): StoredFileRow {
    return {
      id,
      name,
      mediaType,
      size: bytes.length,
      sha256: sha256(bytes),
      sentSha256,
      storageKey,
      uploadedBy: actor.personId,
      uploadedAt: this.clock.now(),
    };
  }

  /** The bytes, for the holder of a good link, a session the record's rule lets in, or all where published; else 404. */
  async read(actor: Actor | undefined, fileId: string, link: FileLink): Promise<Download> {
    const { file, isPublic } = await this.database.read(async (db) => {
      const row = await db.findOneBy(StoredFiles, { id: fileId });
      if (!row) return { file: null, isPublic: false };
      if (await this.isPublished(db, row)) return { file: row, isPublic: true };
      const isLetIn = (await this.linkIsGood(fileId, link)) || (actor && (await this.mayRead(db, actor, row)));
      return { file: isLetIn ? row : null, isPublic: false };
    });
    if (!file) throw notFound('文件');
    const bytes = await this.storage.read(file.storageKey);
    // Only what was drawn anew here is shown in place; all else is for saving.
    return file.mediaType === PHOTO_TYPE
      ? new Download(bytes, PHOTO_TYPE, undefined, isPublic)
      : new Download(bytes, file.mediaType, file.name, isPublic);
  }

  private async isPublished(db: EntityManager, file: StoredFileRow): Promise<boolean> {
    const claim = await db.findOneBy(FileClaims, { fileId: file.id, claimedBy: file.uploadedBy });
    const rule = claim && this.publicRules.get(claim.ownerKind);
    return rule ? rule(db, claim.ownerId, file.id) : false;
  }

  private async linkIsGood(fileId: string, link: FileLink): Promise<boolean> {
    const sessionId = this.links.sessionOf(fileId, link);
    return sessionId !== undefined && (await this.sessions.isAlive(sessionId));
  }

  private async mayRead(db: EntityManager, actor: Actor, file: StoredFileRow): Promise<boolean> {
    const claim = await db.findOneBy(FileClaims, { fileId: file.id, claimedBy: file.uploadedBy });
    if (!claim) return file.uploadedBy === actor.personId;
    const rule = this.readRules.get(claim.ownerKind);
    return rule !== undefined && (await rule(db, actor, claim.ownerId));
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
