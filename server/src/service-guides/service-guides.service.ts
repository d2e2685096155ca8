import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { reaches, scopeOf } from '@county/shared/people/scope';
import { changedFields } from '@county/shared/service-guides/guide-changes';
import {
  guideFaults,
  guideUnitFaults,
  personalDataFaults,
  personalDataScan,
} from '@county/shared/service-guides/guide-faults';
import { canCheckGuide, reviewDayFault } from '@county/shared/service-guides/guide-rules';
import { isPublic } from '@county/shared/writings/writing-rules';
import type {
  GuideChange,
  GuideContent,
  NewServiceGuide,
  ServiceGuide,
  ServiceGuideSummary,
} from '@county/shared/service-guides/service-guide';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { FilesService } from '../files/files.service.ts';
import { invalidField, notFound } from '../http/refusal.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { initialsOf } from '../search/initials.service.ts';
import { factsOf } from './guide-index.ts';
import { GuideNotices } from './guide-notices.service.ts';
import { GuideStamp } from './guide-stamp.service.ts';
import { GuideViews } from './guide-views.service.ts';
import { ServiceGuides, ServiceGuideVersions, type ServiceGuideRow } from './service-guides.tables.ts';
import { WritingMoves } from '../writings/writing-moves.service.ts';
import { demandNoFaults, demandOpen, Writings, type Move, type WritingKind } from '../writings/writings.service.ts';

export type GuidePart = 'all' | 'to-review' | 'stale' | 'draft' | 'withdrawn';

/** 办事指南 from draft to the public and back, by the people of the units that keep them. */
@Injectable()
export class ServiceGuidesService implements OnModuleInit {
  private readonly kind: WritingKind<ServiceGuideRow, ServiceGuide> = {
    table: ServiceGuides,
    noun: '这份办事指南',
    subjectKind: 'service-guide',
    auditNoun: 'ServiceGuide',
    view: (_db, actor, row) => this.views.guide(actor, row),
  };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly files: FilesService,
    private readonly writings: Writings,
    private readonly moves: WritingMoves,
    private readonly views: GuideViews,
    private readonly stamp: GuideStamp,
    private readonly notices: GuideNotices,
  ) {}

  /** A unit's guides go with it into another (rules P4); a picture is read by whoever reads the guide. */
  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      await db.update(ServiceGuides, { unitId }, { unitId: intoUnitId });
      await this.stamp.count(db);
      return { moved: 0, withdrawn: 0 };
    });
    this.files.onReadRule('service-guide', async (db, actor, id) => {
      const row = await db.findOne(ServiceGuides, { select: { unitId: true }, where: { id } });
      return row !== null && reaches(actor, row.unitId);
    });
    this.files.onPublicRule('service-guide', (db, id, fileId) => this.isPublicSample(db, id, fileId));
  }

  /** Whatever was done to last comes first. */
  list(actor: Actor, part: GuidePart, { limit, cursor }: PageQuery): Promise<Page<ServiceGuideSummary>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(ServiceGuides, 'guide')
        .where(PARTS[part], { today: this.clock.today() })
        .orderBy('guide.savedAt', 'DESC')
        .addOrderBy('guide.id', 'DESC')
        .limit(limit + 1);
      const scope = scopeOf(actor);
      if (scope) query.andWhere('guide.unitId IN (:...scope)', { scope: scope.length ? scope : [''] });
      const before = readTimeCursor(cursor);
      if (before) query.andWhere('(guide.savedAt < :at OR (guide.savedAt = :at AND guide.id < :id))', before);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: await this.views.guideSummaries(shown),
        next: last ? timeCursor({ at: last.savedAt, id: last.id }) : null,
      };
    });
  }

  get(actor: Actor, guideId: string): Promise<ServiceGuide> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(ServiceGuides, { id: guideId });
      if (!row || !reaches(actor, row.unitId)) throw notFound(this.kind.noun);
      return this.views.guide(actor, row);
    });
  }

  add(actor: Actor, { reviewOn, ...sent }: NewServiceGuide) {
    const more = { reviewOn, publicReviewOn: null, askedReviewOn: null };
    return this.writings.add(actor, this.kind, sent, more, async (db) => {
      demandOpen(await this.units.get(sent.unitId));
      await this.checkWords(db, actor, sent.id, sent.content);
    });
  }

  change(actor: Actor, guideId: string, { reviewOn, ...change }: GuideChange) {
    const check = (db: EntityManager) => this.checkWords(db, actor, guideId, change.content);
    return this.move(actor, guideId, this.moves.changed<ServiceGuideRow>(actor, change, { reviewOn }, check));
  }

  propose(actor: Actor, guideId: string, onRevision: number) {
    const move = this.moves.proposed<ServiceGuideRow>(actor, onRevision, (_db, row) => this.faultsOf(row));
    return this.move(actor, guideId, move);
  }

  review(actor: Actor, guideId: string, onRevision: number, review: PublicLineReview) {
    const move =
      review.outcome === 'declined'
        ? this.moves.declined<ServiceGuideRow>(actor, onRevision, review.reason)
        : this.moves.published<ServiceGuideRow>(actor, onRevision, async (db, row, publishedAt) => {
            // The units and the day may have changed since it was proposed.
            demandNoFaults(await this.faultsOf(row));
            const before = await this.publishedContent(db, row);
            const version = this.moves.versionOf(actor, row, review, {
              changed: changedFields(before, row.content),
              initials: initialsOf(row.content.plainTitle),
              personalDataScan: personalDataScan(row.content),
              publishedAt,
            });
            await db.insert(ServiceGuideVersions, { ...version, ...factsOf(row.content) });
            await this.stamp.count(db);
            return { publicReviewOn: row.reviewOn };
          });
    const told = async (db: EntityManager, row: ServiceGuideRow) => {
      const changes = await move.change(db, row);
      await this.notices.reviewed(db, actor, row, review.outcome);
      return changes;
    };
    return this.move(actor, guideId, { ...move, change: told });
  }

  /** Read again, and it still holds: nobody is asked until the next day named. */
  check(actor: Actor, guideId: string, onRevision: number, reviewOn: string) {
    return this.move(actor, guideId, {
      action: 'check',
      onRevision,
      ask: (row) => canCheckGuide(row, actor),
      isDone: ({ publicReviewOn, savedBy }) => publicReviewOn === reviewOn && savedBy === actor.personId,
      change: async (db, row) => {
        const fault = reviewDayFault(reviewOn, this.clock.today());
        if (fault) throw invalidField('reviewOn', fault);
        await this.notices.checked(db, row.id);
        return row.state === 'published' ? { publicReviewOn: reviewOn, reviewOn } : { publicReviewOn: reviewOn };
      },
    });
  }

  withdraw(actor: Actor, guideId: string, reason: string) {
    const move = this.moves.withdrawn<ServiceGuideRow>(actor, reason, async (db, row) => {
      await this.notices.checked(db, row.id);
      await this.stamp.count(db);
    });
    return this.move(actor, guideId, move);
  }

  /**
   * What another feature links to: guides everybody may read, or ones the actor keeps that are still being written.
   * 400 at the field otherwise.
   */
  async demandPublicOrOwn(db: EntityManager, actor: Actor, guideIds: readonly string[], field: string): Promise<void> {
    if (!guideIds.length) return;
    const rows = await db.find(ServiceGuides, {
      select: { id: true, unitId: true, publishedAt: true, withdrawnAt: true },
      where: { id: In([...guideIds]) },
    });
    const known = new Set(rows.filter((row) => isPublic(row) || reaches(actor, row.unitId)).map(({ id }) => id));
    if (guideIds.some((id) => !known.has(id)))
      throw invalidField(field, '选择的办事指南没有公开或已撤下，请从列表里重新选择');
  }

  private move(actor: Actor, guideId: string, move: Move<ServiceGuideRow>) {
    return this.writings.move(actor, this.kind, guideId, move);
  }

  /** Nothing personal in it, no offices that are not there; and its new pictures are the guide's from now on. */
  private async checkWords(db: EntityManager, actor: Actor, guideId: string, content: GuideContent): Promise<void> {
    demandNoFaults(personalDataFaults(content));
    demandNoFaults(guideUnitFaults(content, await this.units.byId(), this.clock.today()));
    const claimed = (await this.files.attached(actor, 'service-guide', [guideId])).get(guideId) ?? [];
    const known = new Set(claimed.map(({ id }) => id));
    const samples = new Set(content.materials.flatMap(({ sampleId }) => sampleId ?? []));
    const fresh = [...samples].filter((id) => !known.has(id));
    await this.files.claim(db, actor, 'service-guide', guideId, fresh);
  }

  private async faultsOf(row: ServiceGuideRow) {
    const today = this.clock.today();
    const dayFault = reviewDayFault(row.reviewOn, today);
    return [
      ...guideFaults(row.content),
      ...guideUnitFaults(row.content, await this.units.byId(), today),
      ...(dayFault ? [{ path: ['reviewOn'], message: dayFault }] : []),
    ];
  }

  private async publishedContent(db: EntityManager, { id, publishedVersion }: ServiceGuideRow) {
    if (publishedVersion === null) return null;
    const { content } = await db.findOneByOrFail(ServiceGuideVersions, { writingId: id, version: publishedVersion });
    return content;
  }

  /** A picture is public with any version that was public: a guide is read as it was on a day. */
  private async isPublicSample(db: EntityManager, guideId: string, fileId: string): Promise<boolean> {
    // Taking a guide back takes its pictures from the public too: somebody's papers may have been left readable on one.
    const guide = await db.findOne(ServiceGuides, { select: { id: true, withdrawnAt: true }, where: { id: guideId } });
    if (!guide || guide.withdrawnAt !== null) return false;
    const versions = await db.find(ServiceGuideVersions, {
      select: { id: true, content: true },
      where: { writingId: guideId },
    });
    return versions.some(({ content }) => content.materials.some(({ sampleId }) => sampleId === fileId));
  }
}

const PARTS: Record<GuidePart, string> = {
  all: "guide.state <> 'withdrawn'",
  'to-review': "guide.state = 'proposed'",
  stale: 'guide.publishedAt IS NOT NULL AND guide.withdrawnAt IS NULL AND guide.publicReviewOn < :today',
  draft: "guide.state = 'draft'",
  withdrawn: "guide.state = 'withdrawn'",
};
