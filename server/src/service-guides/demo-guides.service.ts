import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { addDays, addMonths, atHour } from '@county/shared/calendar/day';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import {
  guideFaults,
  guideUnitFaults,
  handbookFaults,
  personalDataFaults,
  personalDataScan,
  type GuideFault,
} from '@county/shared/service-guides/guide-faults';
import { canReview, canWrite } from '@county/shared/writings/writing-rules';
import { HandbookContent } from '@county/shared/service-guides/handbook';
import { GuideContent } from '@county/shared/service-guides/service-guide';
import {
  guideSeeds,
  handbookSeeds,
  SAMPLE_FORMS,
  samplePath,
  type GuideSeed,
  type HandbookSeed,
} from '@county/seeds/service-guides';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { WritingRow } from '../database/writing-columns.ts';
import { FilesService } from '../files/files.service.ts';
import { demand } from '../http/refusal.ts';
import { actorOf, type SeededPerson } from '../people/people-seeding.service.ts';
import { initialsOf } from '../search/initials.service.ts';
import { factsOf } from './guide-index.ts';
import { GuideStamp } from './guide-stamp.service.ts';
import {
  Handbooks,
  HandbookVersions,
  ServiceGuides,
  ServiceGuideVersions,
  type HandbookRow,
  type HandbookVersionRow,
  type ServiceGuideRow,
  type ServiceGuideVersionRow,
} from './service-guides.tables.ts';
import { WritingMoves } from '../writings/writing-moves.service.ts';
import { newWriting } from '../writings/writings.service.ts';

const REVIEW = {
  outcome: 'published' as const,
  secrecyCheck: '已核对，不涉及国家秘密、工作秘密',
  personalDataCheck: '已核对，只有窗口的办公电话，没有个人信息',
};
const REVIEWED_EVERY_MONTHS = 12;
const BATCH = 50;

/** The guides and handbooks of the demo county, as its officers wrote them and others let them out, by the rules. */
@Injectable()
export class DemoGuides {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly moves: WritingMoves,
    private readonly stamp: GuideStamp,
    private readonly files: FilesService,
  ) {}

  /** Answers the ids of the guides everybody may read, by their plain title. */
  async seed(units: readonly OrgUnit[], people: readonly SeededPerson[]): Promise<Map<string, string>> {
    const guides = guideSeeds().map((seed, at) => this.guide(seed, at, units, people));
    const rows = guides.map(({ row }) => row);
    const publicRows = rows.filter(({ publishedAt }) => publishedAt !== null);
    const publicIds = new Map(publicRows.map(({ id, content }) => [content.plainTitle, id]));
    const handbooks = handbookSeeds().map((seed) => this.handbook(seed, units, people, publicIds));
    const samples = guides.flatMap((made) => made.samples);
    await Promise.all(
      samples.map(async ({ author, fileId, file }) => {
        const bytes = await readFile(samplePath(file));
        await this.files.store(actorOf(author), fileId, { name: file, bytes });
      }),
    );
    await this.database.work(async (db) => {
      await insertAll(db, ServiceGuides, rows);
      for (const { author, fileId, guideId } of samples)
        await this.files.claim(db, actorOf(author), 'service-guide', guideId, [fileId]);
      await insertAll(
        db,
        ServiceGuideVersions,
        guides.flatMap(({ version }) => version ?? []),
      );
      await insertAll(
        db,
        Handbooks,
        handbooks.map(({ row }) => row),
      );
      await insertAll(
        db,
        HandbookVersions,
        handbooks.map(({ version }) => version),
      );
      await this.stamp.count(db);
    });
    return publicIds;
  }

  private guide(seed: GuideSeed, at: number, units: readonly OrgUnit[], people: readonly SeededPerson[]) {
    const { unitName, acceptingUnitName, decidingUnitName, reviewInMonths, state, ...words } = seed;
    const unitId = idOf(units, unitName);
    const id = newId();
    const { author, reviewer } = castOf(unitId, people);
    const pictures = SAMPLE_FORMS.filter(({ guideTitle }) => guideTitle === words.plainTitle);
    const samples = pictures.map((picture) => ({ ...picture, guideId: id, author, fileId: newId() }));
    const sampleOf = (key: string) => samples.find(({ materialKey }) => materialKey === key)?.fileId ?? null;
    const content = GuideContent.parse({
      ...words,
      materials: words.materials.map((paper) => ({ ...paper, sampleId: sampleOf(paper.key) })),
      acceptingUnitId: idOf(units, acceptingUnitName),
      decidingUnitId: decidingUnitName && idOf(units, decidingUnitName),
    });
    const today = this.clock.today();
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    demandNone(seed.plainTitle, [
      ...guideFaults(content),
      ...guideUnitFaults(content, byId, today),
      ...personalDataFaults(content),
    ]);
    const reviewOn = addMonths(today, reviewInMonths);
    // One looked at a year before its review day, none of them tomorrow.
    const writtenOn = addDays(earlier(addMonths(reviewOn, -REVIEWED_EVERY_MONTHS), today), -1 - (at % 28));
    const more = { reviewOn, publicReviewOn: null, askedReviewOn: null };
    const draft = newWriting(author, { id, unitId, content }, more, atHour(writtenOn, 10));
    if (state === 'draft') return { row: draft as ServiceGuideRow, samples };
    const proposed: ServiceGuideRow = { ...draft, state: 'proposed', revision: 2 };
    if (state === 'proposed') return { row: proposed, samples };
    const { row, version } = this.letOut(proposed, reviewer, atHour(writtenOn, 15), content.plainTitle);
    const published: ServiceGuideRow = { ...row, publicReviewOn: reviewOn };
    return { row: published, version: { ...version, ...factsOf(content) } satisfies ServiceGuideVersionRow, samples };
  }

  private handbook(
    seed: HandbookSeed,
    units: readonly OrgUnit[],
    people: readonly SeededPerson[],
    publicIds: ReadonlyMap<string, string>,
  ): { row: HandbookRow; version: HandbookVersionRow } {
    const { unitName, steps, ...words } = seed;
    const unitId = idOf(units, unitName);
    const content = HandbookContent.parse({
      ...words,
      steps: steps.map(({ guideTitle, ...step }) => ({ ...step, guideId: publicIds.get(guideTitle) })),
    });
    demandNone(seed.title, [...handbookFaults(content, new Set(publicIds.values())), ...personalDataFaults(content)]);
    const { author, reviewer } = castOf(unitId, people);
    const writtenOn = addDays(this.clock.today(), -1);
    const draft = newWriting(author, { id: newId(), unitId, content }, {}, atHour(writtenOn, 10));
    const proposed: HandbookRow = { ...draft, state: 'proposed', revision: 2 };
    return this.letOut(proposed, reviewer, atHour(writtenOn, 15), content.matter);
  }

  private letOut<Row extends WritingRow<GuideContent | HandbookContent>>(
    proposed: Row,
    reviewer: SeededPerson,
    publishedAt: string,
    spoken: string,
  ) {
    const actor = actorOf(reviewer);
    demand(canReview(proposed, actor));
    const facts = { changed: [], initials: initialsOf(spoken), publishedAt };
    const personalData = personalDataScan(proposed.content);
    const version = this.moves.versionOf<Row['content']>(actor, proposed, REVIEW, {
      ...facts,
      personalDataScan: personalData,
    });
    const { personId: savedBy, name: savedByName } = reviewer;
    const saved = { savedBy, savedByName, savedAt: publishedAt, revision: 3 };
    return { row: { ...proposed, ...saved, state: 'published' as const, publishedVersion: 1, publishedAt }, version };
  }
}

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** An officer of the unit writes, its lead reviews; where it has none, a supervisor. */
function castOf(unitId: string, people: readonly SeededPerson[]): { author: SeededPerson; reviewer: SeededPerson } {
  const own = people.filter((person) => person.unitId === unitId);
  const supervisor = people.find(({ key }) => key === 'supervisor')!;
  const author = own.find(({ role }) => role === 'officer') ?? own[0] ?? supervisor;
  const lead = own.find((person) => person.role === 'unit-lead' && person !== author);
  demand(canWrite({ unitId }, actorOf(author)));
  return { author, reviewer: lead ?? supervisor };
}

function idOf(units: readonly OrgUnit[], name: string): string {
  const unit = units.find((one) => one.name === name);
  if (!unit) throw new Error(`The demo's guides name a unit there is not: ${name}`);
  return unit.id;
}

function demandNone(title: string, faults: readonly GuideFault[]): void {
  if (faults.length) throw new Error(`${title}: ${faults.map(({ message }) => message).join('; ')}`);
}

async function insertAll<Row extends object>(
  db: EntityManager,
  table: Parameters<EntityManager['insert']>[0],
  rows: readonly Row[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await db.insert(table, rows.slice(at, at + BATCH) as never);
}
