import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { IsNull, LessThan, type EntityManager } from 'typeorm';
import { addDays, dateInWords, shanghaiDay, startOfDay, type Day } from '@county/shared/calendar/day';
import type { Page, PageQuery } from '@county/shared/http/page';
import {
  NOT_YET_PUBLIC,
  type PublicGuide,
  type PublicGuideSummary,
  type PublicGuideVersion,
} from '@county/shared/service-guides/service-guide';
import { Database } from '../database/database.ts';
import { readNumberCursor, startAfter } from '../http/page-cursor.ts';
import { notFound } from '../http/refusal.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { GuideIndex, indexedGuide, type IndexedGuide, type PublicGuideRow } from './guide-index.ts';
import { GuideStamp } from './guide-stamp.service.ts';
import { GuideViews, nameOfUnit } from './guide-views.service.ts';
import { ServiceGuides, ServiceGuideVersions, type ServiceGuideVersionRow } from './service-guides.tables.ts';

interface Wanted {
  words?: string | undefined;
  unitId?: string | undefined;
  audience?: PublicGuideSummary['audience'] | undefined;
}

/** The version of a number, or the last by the end of a day; neither: the one that holds. */
interface Which {
  on?: Day | undefined;
  version?: number | undefined;
}

const noGuide = () => notFound('这份办事指南', '可能已经撤下，也可能链接没有复制全');

/** Guides as everybody reads and finds them. The list is held in memory and read anew when any process changed it. */
@Injectable()
export class PublicGuides {
  private index: GuideIndex | undefined;
  private loading: Promise<GuideIndex> | undefined;

  constructor(
    private readonly database: Database,
    private readonly units: OrgUnitsService,
    private readonly views: GuideViews,
    private readonly stamp: GuideStamp,
  ) {}

  async list({ words, unitId, audience }: Wanted, { limit, cursor }: PageQuery): Promise<Page<PublicGuideSummary>> {
    const index = await this.current();
    const isWanted = (guide: IndexedGuide) =>
      (!unitId || guide.unitId === unitId) && (!audience || guide.audience === audience);
    // Nothing left out and no page before this one: the best will do, without the rest put in order.
    const most = unitId || audience || cursor ? Infinity : limit + 1;
    const found = (words ? index.find(words, most) : index.guides).filter(isWanted);
    const start = startAfter(found, cursor, ({ id }) => id);
    const shown = found.slice(start, start + limit);
    return { items: await this.named(shown), next: start + limit < found.length ? shown.at(-1)!.id : null };
  }

  /** Those of the guides everybody may read, by id. */
  async summaries(ids: readonly string[]): Promise<Map<string, PublicGuideSummary>> {
    const { byId } = await this.current();
    const some = await this.named(ids.flatMap((id) => byId.get(id) ?? []));
    return new Map(some.map((guide) => [guide.id, guide]));
  }

  /** As it is now, as it was on a day, or in one version; a guide taken back says so, with what it said last. */
  get(guideId: string, { on, version: wanted }: Which = {}): Promise<PublicGuide> {
    return this.database.read(async (db) => {
      const guide = await db.findOne(ServiceGuides, {
        select: { ...STANDING, withdrawnAt: true, withdrawnReason: true },
        where: { id: guideId },
      });
      const version = wanted ? await versionOf(db, guideId, wanted) : await versionOn(db, guideId, on);
      if (!guide || !version) throw await this.noneOn(db, guideId, wanted ? undefined : on);
      const next = await db.findOne(ServiceGuideVersions, {
        select: { id: true, publishedAt: true, afterWithdrawalAt: true, afterWithdrawalReason: true },
        where: { writingId: guideId, version: version.version + 1 },
      });
      // Taken back between two versions: so it stood on that day.
      const gapAt = next?.afterWithdrawalAt ?? null;
      const isInGap = gapAt !== null && !wanted && on !== undefined && shanghaiDay(gapAt) < on;
      const [shown] = await this.views.publicGuides([{ guide, version }]);
      return {
        ...shown!,
        supersededAt: next ? (gapAt ?? next.publishedAt) : null,
        withdrawnReason: guide.withdrawnReason ?? (isInGap ? next!.afterWithdrawalReason : null),
        withdrawnAt: guide.withdrawnAt ?? (isInGap ? gapAt : null),
      };
    });
  }

  /** Every guide as it is now, whole, in the order of lists: for a phone that keeps them all. */
  async whole(): Promise<PublicGuide[]> {
    const { guides } = await this.current();
    const [rows, versions] = await this.database.read((db) =>
      Promise.all([
        db.find(ServiceGuides, { select: STANDING, where: { withdrawnAt: IsNull() } }),
        db
          .createQueryBuilder(ServiceGuideVersions, 'v')
          .innerJoin(ServiceGuides.options.name, 'g', 'g.id = v.writingId AND g.publishedVersion = v.version')
          .where('g.withdrawnAt IS NULL')
          .getMany(),
      ]),
    );
    const guideOf = new Map(rows.map((guide) => [guide.id, guide]));
    const shown = await this.views.publicGuides(
      versions.flatMap((version) => {
        const guide = guideOf.get(version.writingId);
        return guide ? [{ guide, version }] : [];
      }),
    );
    const byId = new Map(shown.map((guide) => [guide.id, guide]));
    return guides.flatMap(({ id }) => byId.get(id) ?? []);
  }

  /** Every version that was public, the newest first. */
  listVersions(guideId: string, { limit, cursor }: PageQuery): Promise<Page<PublicGuideVersion>> {
    return this.database.read(async (db) => {
      const before = readNumberCursor(cursor);
      // One more at either end: the version after says until when one held.
      const rows = await db.find(ServiceGuideVersions, {
        select: { id: true, version: true, publishedAt: true, changed: true, afterWithdrawalAt: true },
        where: { writingId: guideId, ...(before === undefined ? {} : { version: LessThan(before + 1) }) },
        order: { version: 'DESC' },
        take: limit + 2,
      });
      if (!rows.length) throw noGuide();
      const from = before === undefined ? 0 : 1;
      const shown = rows.slice(from, from + limit);
      const items = shown.map(({ version, publishedAt, changed }, at) => {
        const next = rows[from + at - 1];
        return {
          version,
          publishedAt,
          changed,
          supersededAt: next ? (next.afterWithdrawalAt ?? next.publishedAt) : null,
        };
      });
      return { items, next: rows.length > from + limit ? String(shown.at(-1)!.version) : null };
    });
  }

  /** 404: not there at all, or not yet on that day, with the day from which it is. */
  private async noneOn(db: EntityManager, guideId: string, on?: Day): Promise<HttpException> {
    const first = on && (await db.findOneBy(ServiceGuideVersions, { writingId: guideId, version: 1 }));
    if (!first) return noGuide();
    const since = dateInWords(shanghaiDay(first.publishedAt));
    const message = `这份办事指南 ${since}起公开，${dateInWords(on)}那天还没有`;
    return new HttpException({ code: NOT_YET_PUBLIC, message }, HttpStatus.NOT_FOUND);
  }

  private async named(guides: readonly IndexedGuide[]): Promise<PublicGuideSummary[]> {
    const units = await this.units.byId();
    return guides.map((guide) => ({ ...guide, unitName: nameOfUnit(units, guide.unitId) }));
  }

  /** One look at the stamp; the guides are read only when it has moved, and once for all who ask meanwhile. */
  private async current(): Promise<GuideIndex> {
    const stamp = await this.stamp.now();
    if (this.index?.stamp === stamp) return this.index;
    this.loading ??= this.load(stamp).finally(() => (this.loading = undefined));
    return (this.index = await this.loading);
  }

  private async load(stamp: number): Promise<GuideIndex> {
    const rows = await this.database.read((db) => db.query<PublicGuideRow[]>(PUBLIC_GUIDES));
    return new GuideIndex(stamp, rows.map(indexedGuide));
  }
}

/** What is shown of a guide beside one of its versions. */
const STANDING = { id: true, unitId: true, publicReviewOn: true } as const;

const PUBLIC_GUIDES = `
  SELECT g.id, g.unitId, v.title, v.plainTitle, v.everydayWords, v.kind, v.audience, v.promisedDays, v.isCharged,
    v.isOnline, v.initials, v.publishedAt
  FROM service_guide g
  JOIN service_guide_version v ON v.writingId = g.id AND v.version = g.publishedVersion
  WHERE g.withdrawnAt IS NULL`;

const versionOf = (db: EntityManager, writingId: string, version: number): Promise<ServiceGuideVersionRow | null> =>
  db.findOneBy(ServiceGuideVersions, { writingId, version });

/** The version that was the last by the end of the day. */
function versionOn(db: EntityManager, writingId: string, on?: Day): Promise<ServiceGuideVersionRow | null> {
  return db.findOne(ServiceGuideVersions, {
    where: { writingId, ...(on ? { publishedAt: LessThan(startOfDay(addDays(on, 1))) } : {}) },
    order: { version: 'DESC' },
  });
}
