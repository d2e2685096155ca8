import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { addDays, dayInWords, type Day } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { withReport } from '@county/shared/tasks/lines/assignment-rules';
import type { AssignmentStepKind } from '@county/shared/tasks/lines/assignment-step';
import { RECHECK_WAY_LABELS } from '@county/shared/tasks/findings/recheck';
import { interpretBreakdown } from '@county/shared/tasks/breakdowns/interpret-breakdown';
import { PUBLIC_LINE_SUBJECT_LABELS } from '@county/shared/tasks/public/public-line';
import { FINDINGS, INSPECTION_TITLE, inspectionTable, type FindingStep } from '@county/seeds/tasks';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertRow } from '../../database/insert-row.ts';
import { readDocument } from '../../documents/read-document.service.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import type { SeededPerson } from '../../people/people-seeding.service.ts';
import { BreakdownsService } from '../breakdowns/breakdowns.service.ts';
import { castOf, storyTime, type Cast } from './demo-history.service.ts';
import { Rechecks, RectificationMeasures } from '../findings/findings.tables.ts';
import { Assignments, AssignmentSteps, ProgressReports, PublicLines, Tasks } from '../tasks.tables.ts';

/** The list was handed over this many days before today. */
const BEGAN_AGO = 60;

/** A line of the demo as its story goes on. */
interface Scene {
  db: EntityManager;
  line: Assignment;
  cast: Cast;
  today: Day;
  completionId: string;
}

/** The demo's inspection: a small list of findings, each at another place between found and struck off. */
@Injectable()
export class DemoFindings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly breakdowns: BreakdownsService,
  ) {}

  async seed(supervisor: Actor, people: readonly SeededPerson[]): Promise<void> {
    const today = this.clock.today();
    const fileName = `${INSPECTION_TITLE}.txt`;
    const grids = await readDocument(Buffer.from(inspectionTable(today)), fileName);
    const reading = interpretBreakdown(grids, { units: await this.units.all(), today, fileName });
    const id = newId();
    const content = { ...reading, id, title: INSPECTION_TITLE, sourceName: fileName };
    await this.database.work(async (db) => {
      await this.breakdowns.create(db, supervisor, content);
      for (const { id: taskId, number } of await db.findBy(Tasks, { breakdownId: id }))
        for (const line of await db.findBy(Assignments, { taskId })) {
          const given = { ...line, assignedOn: addDays(today, -BEGAN_AGO) };
          const scene = { db, line: given, cast: castOf(line, people), today, completionId: '' };
          for (const step of FINDINGS[number - 1]!.story) await play(scene, step);
          await db.update(Assignments, { id: line.id }, scene.line);
        }
    });
    await this.breakdowns.change(supervisor, id, { isPublic: true });
  }
}

async function play(scene: Scene, step: FindingStep): Promise<void> {
  const { officer, lead, supervisor } = scene.cast;
  const on = addDays(scene.today, -step.ago);
  switch (step.kind) {
    case 'acknowledged':
      scene.line = { ...scene.line, status: 'acknowledged' };
      return tell(scene, on, officer, 'acknowledged', null);
    case 'reported':
      scene.line = withReport(scene.line, { percent: step.percent, period: null, filedAt: storyTime(on) });
      return report(scene, on, step);
    case 'measure-stated':
      return state(scene, on, step);
    case 'completed':
      scene.line = { ...scene.line, status: 'completed', completedOn: on };
      scene.completionId = newId();
      return tell(scene, on, lead, 'completed', step.words, { id: scene.completionId, proof: step.proof });
    case 'recheck':
      if (step.outcome === 'unmet') scene.line = { ...scene.line, status: 'returned', completedOn: null };
      return recheck(scene, on, step);
    case 'closed':
      scene.line = { ...scene.line, status: 'closed' };
      return tell(scene, on, supervisor, 'closed', null);
    case 'public':
      return publish(scene, on, step);
    case 'withheld':
      await scene.db.update(Tasks, { id: scene.line.taskId }, { withheldReason: step.words });
      return tell(scene, on, supervisor, 'withheld', step.words);
  }
}

type Of<K extends FindingStep['kind']> = Extract<FindingStep, { kind: K }>;

function tell(
  { db, line }: Scene,
  on: Day,
  who: Cast['lead'],
  kind: AssignmentStepKind,
  words: string | null,
  more: { id?: string; proof?: string } = {},
): Promise<void> {
  return insertRow(db, AssignmentSteps, {
    id: newId(),
    proof: null,
    ...more,
    assignmentId: line.id,
    kind,
    words,
    fileIds: [],
    remarks: null,
    by: who.personId,
    byName: who.name,
    at: storyTime(on),
  });
}

function report({ db, line, cast }: Scene, on: Day, { percent, words }: Of<'reported'>): Promise<void> {
  return insertRow(db, ProgressReports, {
    id: newId(),
    assignmentId: line.id,
    percent,
    period: null,
    note: words,
    problems: null,
    nextStep: null,
    lowerReason: null,
    photoIds: [],
    source: 'self',
    filedBy: cast.officer.personId,
    filedByName: cast.officer.name,
    filedAt: storyTime(on),
  });
}

async function state(scene: Scene, on: Day, { words, dueIn }: Of<'measure-stated'>): Promise<void> {
  const { officer } = scene.cast;
  const id = newId();
  const dueOn = addDays(scene.today, dueIn);
  await insertRow(scene.db, RectificationMeasures, {
    id,
    assignmentId: scene.line.id,
    words,
    dueOn,
    state: 'stated',
    statedBy: officer.personId,
    statedByName: officer.name,
    statedAt: storyTime(on),
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    decisionWords: null,
  });
  await tell(scene, on, officer, 'measure-stated', `${words}（${dayInWords(dueOn)}前完成）`, { id });
}

async function recheck(scene: Scene, on: Day, { outcome, way, words }: Of<'recheck'>): Promise<void> {
  const { supervisor } = scene.cast;
  const id = newId();
  await insertRow(scene.db, Rechecks, {
    id,
    assignmentId: scene.line.id,
    completionId: scene.completionId,
    outcome,
    words,
    checkedOn: on,
    way,
    by: supervisor.personId,
    byName: supervisor.name,
    byUnitId: scene.cast.supervisorUnitId,
    at: storyTime(on),
  });
  const told = `${dayInWords(on)}${RECHECK_WAY_LABELS[way]}：${words}`;
  await tell(scene, on, supervisor, outcome === 'met' ? 'recheck-met' : 'recheck-unmet', told, { id });
}

async function publish(scene: Scene, on: Day, { subject, words }: Of<'public'>): Promise<void> {
  const { officer, supervisor } = scene.cast;
  await insertRow(scene.db, PublicLines, {
    id: newId(),
    assignmentId: scene.line.id,
    subject,
    words,
    state: 'published',
    writtenBy: officer.personId,
    writtenByName: officer.name,
    writtenAt: storyTime(on),
    reviewedBy: supervisor.personId,
    reviewedByName: supervisor.name,
    reviewedAt: storyTime(on),
    secrecyCheck: '不涉及秘密',
    personalDataCheck: '不含个人信息',
    declineReason: null,
  });
  await tell(scene, on, supervisor, 'made-public', `${PUBLIC_LINE_SUBJECT_LABELS[subject]}：${words}`);
}
