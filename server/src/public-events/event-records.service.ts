import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { shanghaiDay, dateInWords } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import { reaches } from '@county/shared/people/scope';
import { canServeEvent, stands } from '@county/shared/public-events/event-rules';
import type {
  DecisionTask,
  EventRecord,
  EventRecordChange,
  EventRecordContent,
} from '@county/shared/public-events/event-record';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { isOpen } from '@county/shared/tasks/lines/assignment-rules';
import { refused } from '@county/shared/verdict';
import { personalDataIn, scanInWords } from '@county/shared/writings/personal-data';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { FilesService } from '../files/files.service.ts';
import { demand, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { AssignmentStepsService } from '../tasks/lines/assignment-steps.service.ts';
import { PlanChanges } from '../tasks/lines/plan-changes.service.ts';
import { AskedTasks } from '../tasks/public/asked-tasks.service.ts';
import { WritingMoves } from '../writings/writing-moves.service.ts';
import { demandNoFaults, Writings, type Move, type WritingKind } from '../writings/writings.service.ts';
import { EventContents } from './event-contents.service.ts';
import { EventDoor } from './event-door.service.ts';
import { EventsService } from './events.service.ts';
import { EventRecords, EventRecordVersions, type EventRecordRow } from './event-outcomes.tables.ts';
import { type EventRow } from './public-events.tables.ts';

const LABELS = { attendance: '到场情况', minutes: '纪要', decisions: '议定事项' };

/** 活动纪要: written by the organiser, let out by another person; its decisions go on as work. */
@Injectable()
export class EventRecordsService implements OnModuleInit {
  private readonly kind: WritingKind<EventRecordRow, EventRecord> = {
    table: EventRecords,
    noun: '活动纪要',
    subjectKind: 'event-record',
    auditNoun: 'EventRecord',
    view: (_db, actor, row) => this.view(actor, row),
  };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly files: FilesService,
    private readonly units: OrgUnitsService,
    private readonly writings: Writings,
    private readonly moves: WritingMoves,
    private readonly events: EventsService,
    private readonly contents: EventContents,
    private readonly door: EventDoor,
    private readonly plans: PlanChanges,
    private readonly steps: AssignmentStepsService,
    private readonly tasks: AskedTasks,
  ) {}

  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      await db.update(EventRecords, { unitId }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
    this.files.onReadRule('event-record', async (db, actor, id) => {
      const row = await db.findOne(EventRecords, { select: { id: true, unitId: true }, where: { id } });
      return row !== null && reaches(actor, row.unitId);
    });
    this.files.onPublicRule('event-record', async (db, id, fileId) => {
      const content = await this.published(db, id);
      return content?.content.photoIds.includes(fileId) ?? false;
    });
  }

  get(actor: Actor, eventId: string) {
    return this.database.read(async (db) => {
      await this.events.known(db, actor, eventId);
      const row = await db.findOneBy(EventRecords, { id: eventId });
      return {
        record: row && (await this.view(actor, row)),
        prefilledAttendance: await this.door.attendance(db, eventId),
      };
    });
  }

  async change(actor: Actor, eventId: string, { id, onRevision, content }: EventRecordChange) {
    const event = await this.database.read((db) => this.held(db, actor, eventId));
    const check = (db: EntityManager) => this.demandWords(db, actor, eventId, content);
    const there = await this.database.read((db) => db.findOneBy(EventRecords, { id: eventId }));
    if (!there || there.lastChangeId === eventId) {
      // The first: its id is the event's, and the same sent again is the same record.
      if (onRevision === null)
        return this.writings.add<EventRecordRow, EventRecord>(
          actor,
          this.kind,
          { id: eventId, unitId: event.unitId, content },
          { taskLines: {} },
          check,
        );
    }
    const change = { id, onRevision: onRevision ?? 0, content };
    return this.move(actor, eventId, this.moves.changed<EventRecordRow>(actor, change, {}, check));
  }

  propose(actor: Actor, eventId: string, onRevision: number) {
    const move = this.moves.proposed<EventRecordRow>(actor, onRevision, async (_db, row) =>
      personalDataIn(row.content, LABELS, ''),
    );
    return this.move(actor, eventId, move);
  }

  review(actor: Actor, eventId: string, onRevision: number, review: PublicLineReview) {
    const move =
      review.outcome === 'declined'
        ? this.moves.declined<EventRecordRow>(actor, onRevision, review.reason)
        : this.moves.published<EventRecordRow>(actor, onRevision, async (db, row, publishedAt) => {
            demandNoFaults(personalDataIn(row.content, LABELS, ''));
            const facts = { changed: [], initials: '', personalDataScan: scanInWords(''), publishedAt };
            await db.insert(EventRecordVersions, this.moves.versionOf(actor, row, review, facts));
            return {};
          });
    return this.move(actor, eventId, move);
  }

  /** A supervisor gives the decision to a unit as its line of a task; done once for each decision. */
  makeTask(actor: Actor, eventId: string, { decisionKey, taskId, unitId, part }: DecisionTask) {
    return this.database.work(async (db): Promise<EventRecord | Repeated<EventRecord>> => {
      const event = await this.events.known(db, actor, eventId);
      const row = await this.database.findForChange(db, EventRecords, { id: eventId });
      const published = await this.published(db, eventId);
      const decision = published?.content.decisions.find(({ key }) => key === decisionKey);
      if (!row || !decision) throw notFound('这件议定事项', '纪要公开以后才能转为任务');
      const earlier = row.taskLines[decisionKey];
      if (earlier) {
        const isSame = earlier.taskId === taskId && earlier.unitId === unitId;
        if (!isSame) demand(refused('wrong-state', '这件议定事项已经转为任务了'));
        return new Repeated(await this.view(actor, row));
      }
      const content = await this.contents.published(db, event);
      const heldOn = dateInWords(published!.content.heldOn);
      const reason = `${heldOn}“${content.title}”议定：${decision.words}`.slice(0, 500);
      const line = await this.lineOf(db, actor, { taskId, unitId, part }, reason);
      const taskLines = { ...row.taskLines, [decisionKey]: { taskId, assignmentId: line.id, unitId } };
      await db.update(EventRecords, { id: eventId }, { taskLines });
      await this.audit.record(db, actor, {
        action: 'makeDecisionTask',
        subjectKind: 'event-record',
        subjectId: eventId,
        detail: line.id,
      });
      return this.view(actor, { ...row, taskLines });
    });
  }

  /** A new line of the task, or the one the unit works on already, with the decision in its history. */
  private async lineOf(
    db: EntityManager,
    actor: Actor,
    { taskId, unitId, part }: Omit<DecisionTask, 'decisionKey'>,
    reason: string,
  ): Promise<Assignment> {
    const added = await this.plans.addUnits(actor, taskId, { unitIds: [unitId], part, reason, settles: false });
    const line = (await this.tasks.namedLines(db, taskId)).find((one) => one.unitId === unitId);
    if (!line) throw invalidField('unitId', '这项任务是上级分给这个单位的，请选上级单位');
    if (!(added instanceof Repeated)) return line;
    if (!isOpen(line.status))
      throw invalidField('unitId', '这个单位的这项任务已经办结或销号，请另选任务，或选别的单位');
    await this.steps.record(db, actor, line, { id: newId(), kind: 'added', words: reason }, 'makeDecisionTask');
    return line;
  }

  /** What everybody reads of it; null while nothing is public. */
  async published(
    db: EntityManager,
    eventId: string,
  ): Promise<{ content: EventRecordContent; publishedAt: string } | null> {
    const row = await db.findOne(EventRecords, {
      select: { id: true, publishedVersion: true },
      where: { id: eventId },
    });
    if (!row || row.publishedVersion === null) return null;
    const where = { writingId: eventId, version: row.publishedVersion };
    const { content, publishedAt } = await db.findOneByOrFail(EventRecordVersions, where);
    return { content, publishedAt };
  }

  private move(actor: Actor, eventId: string, move: Move<EventRecordRow>) {
    return this.writings.move(actor, this.kind, eventId, move);
  }

  private async held(db: EntityManager, actor: Actor, eventId: string): Promise<EventRow> {
    const event = await this.events.known(db, actor, eventId);
    demand(canServeEvent(event.unitId, actor));
    demand(stands(event));
    if (event.startsAt! > this.clock.now()) demand(refused('wrong-state', '活动还没有开始，纪要在活动以后写'));
    return event;
  }

  private async demandWords(
    db: EntityManager,
    actor: Actor,
    eventId: string,
    content: EventRecordContent,
  ): Promise<void> {
    demandNoFaults(personalDataIn(content, LABELS, ''));
    if (content.heldOn > shanghaiDay(this.clock.now())) throw invalidField('heldOn', '举行日期在将来，请改正');
    const claimed = (await this.files.attached(actor, 'event-record', [eventId])).get(eventId) ?? [];
    const known = new Set(claimed.map(({ id }) => id));
    await this.files.claim(
      db,
      actor,
      'event-record',
      eventId,
      content.photoIds.filter((id) => !known.has(id)),
    );
  }

  private async view(actor: Actor, row: EventRecordRow): Promise<EventRecord> {
    const files = (await this.files.attached(actor, 'event-record', [row.id])).get(row.id) ?? [];
    const urls = files.flatMap(({ id, url }): [string, string][] => (url ? [[id, url]] : []));
    const units = await this.units.byId();
    const lines = Object.entries(row.taskLines).map(
      ([key, { unitId, ...line }]) => [key, { ...line, unitName: units.get(unitId)?.name ?? '' }] as const,
    );
    return { ...row, photoUrls: Object.fromEntries(urls), taskLines: Object.fromEntries(lines) };
  }
}
