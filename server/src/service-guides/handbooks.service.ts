import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { scopeOf } from '@county/shared/people/scope';
import { handbookFaults, personalDataFaults, personalDataScan } from '@county/shared/service-guides/guide-faults';
import type {
  Handbook,
  HandbookChange,
  HandbookContent,
  NewHandbook,
  PublicHandbook,
  PublicHandbookSummary,
} from '@county/shared/service-guides/handbook';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { Database } from '../database/database.ts';
import { notFound } from '../http/refusal.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { initialsOf } from '../search/initials.service.ts';
import { GuideViews } from './guide-views.service.ts';
import { PublicGuides } from './public-guides.service.ts';
import { Handbooks, HandbookVersions, type HandbookRow } from './service-guides.tables.ts';
import { WritingMoves } from '../writings/writing-moves.service.ts';
import { demandNoFaults, demandOpen, Writings, type Move, type WritingKind } from '../writings/writings.service.ts';

/** 一本通: guides in the order one matter of a life needs them; reviewed as guides are. */
@Injectable()
export class HandbooksService implements OnModuleInit {
  private readonly kind: WritingKind<HandbookRow, Handbook> = {
    table: Handbooks,
    noun: '这份一本通',
    subjectKind: 'handbook',
    auditNoun: 'Handbook',
    view: async (_db, _actor, row) => (await this.views.handbooks([row]))[0]!,
  };

  constructor(
    private readonly database: Database,
    private readonly units: OrgUnitsService,
    private readonly writings: Writings,
    private readonly moves: WritingMoves,
    private readonly views: GuideViews,
    private readonly guides: PublicGuides,
  ) {}

  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      await db.update(Handbooks, { unitId }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
  }

  /** Those everybody may read, the newest first. */
  listPublic({ limit, cursor }: PageQuery): Promise<Page<PublicHandbookSummary>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(HandbookVersions, 'version')
        .innerJoin(
          Handbooks.options.name,
          'handbook',
          'handbook.id = version.writingId AND handbook.publishedVersion = version.version',
        )
        .where('handbook.withdrawnAt IS NULL')
        .orderBy('version.publishedAt', 'DESC')
        .addOrderBy('version.writingId', 'DESC')
        .limit(limit + 1);
      const before = readTimeCursor(cursor);
      if (before)
        query.andWhere(
          '(version.publishedAt < :at OR (version.publishedAt = :at AND version.writingId < :id))',
          before,
        );
      const rows = await query.getMany();
      const units = await this.units.byId();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: shown.map(({ writingId, unitId, initials, content: { title, matter, steps } }) => {
          const unitName = units.get(unitId)?.name ?? '';
          return { id: writingId, title, matter, unitName, stepCount: steps.length, initials };
        }),
        next: last ? timeCursor({ at: last.publishedAt, id: last.writingId }) : null,
      };
    });
  }

  /** Every one everybody may read, whole. */
  async whole(): Promise<PublicHandbook[]> {
    const ids = await this.database.read((db) =>
      db.find(Handbooks, {
        select: { id: true },
        where: { publishedVersion: Not(IsNull()), withdrawnAt: IsNull() },
        order: { id: 'ASC' },
      }),
    );
    return Promise.all(ids.map(({ id }) => this.getPublic(id)));
  }

  getPublic(handbookId: string): Promise<PublicHandbook> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(Handbooks, { id: handbookId });
      const version = row && (await publishedVersion(db, row));
      if (!version) throw notFound('这份一本通', '可能已经撤下，也可能链接没有复制全');
      const { content, publishedAt } = version;
      const { unitId, withdrawnReason, withdrawnAt } = row;
      const guides = await this.guides.summaries(content.steps.map(({ guideId }) => guideId));
      return {
        id: handbookId,
        unitId,
        unitName: (await this.units.find(unitId))?.name ?? '',
        content,
        guides: content.steps.flatMap(({ guideId }) => guides.get(guideId) ?? []),
        publishedAt,
        withdrawnReason,
        withdrawnAt,
      };
    });
  }

  /** Whatever was done to last comes first. */
  list(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<Handbook>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(Handbooks, 'handbook')
        .orderBy('handbook.savedAt', 'DESC')
        .addOrderBy('handbook.id', 'DESC')
        .limit(limit + 1);
      const scope = scopeOf(actor);
      if (scope) query.andWhere('handbook.unitId IN (:...scope)', { scope: scope.length ? scope : [''] });
      const before = readTimeCursor(cursor);
      if (before) query.andWhere('(handbook.savedAt < :at OR (handbook.savedAt = :at AND handbook.id < :id))', before);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: await this.views.handbooks(shown),
        next: last ? timeCursor({ at: last.savedAt, id: last.id }) : null,
      };
    });
  }

  add(actor: Actor, sent: NewHandbook) {
    return this.writings.add(actor, this.kind, sent, {}, async () => {
      demandOpen(await this.units.get(sent.unitId));
      demandNoFaults(personalDataFaults(sent.content));
    });
  }

  change(actor: Actor, handbookId: string, change: HandbookChange) {
    const check = async () => demandNoFaults(personalDataFaults(change.content));
    return this.move(actor, handbookId, this.moves.changed(actor, change, {}, check));
  }

  propose(actor: Actor, handbookId: string, onRevision: number) {
    const move = this.moves.proposed<HandbookRow>(actor, onRevision, (_db, row) => this.faultsOf(row.content));
    return this.move(actor, handbookId, move);
  }

  review(actor: Actor, handbookId: string, onRevision: number, review: PublicLineReview) {
    const move =
      review.outcome === 'declined'
        ? this.moves.declined<HandbookRow>(actor, onRevision, review.reason)
        : this.moves.published<HandbookRow>(actor, onRevision, async (db, row, publishedAt) => {
            demandNoFaults(await this.faultsOf(row.content));
            const version = this.moves.versionOf(actor, row, review, {
              changed: [],
              initials: initialsOf(row.content.matter),
              personalDataScan: personalDataScan(row.content),
              publishedAt,
            });
            await db.insert(HandbookVersions, version);
            return {};
          });
    return this.move(actor, handbookId, move);
  }

  withdraw(actor: Actor, handbookId: string, reason: string) {
    return this.move(
      actor,
      handbookId,
      this.moves.withdrawn<HandbookRow>(actor, reason, async () => {}),
    );
  }

  private move(actor: Actor, handbookId: string, move: Move<HandbookRow>) {
    return this.writings.move(actor, this.kind, handbookId, move);
  }

  private async faultsOf(content: HandbookContent) {
    const guides = await this.guides.summaries(content.steps.map(({ guideId }) => guideId));
    return handbookFaults(content, new Set(guides.keys()));
  }
}

async function publishedVersion(db: EntityManager, { id, publishedVersion: version }: HandbookRow) {
  return version === null ? null : db.findOneBy(HandbookVersions, { writingId: id, version });
}
