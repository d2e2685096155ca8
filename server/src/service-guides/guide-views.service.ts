import { Injectable } from '@nestjs/common';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import type { Actor } from '@county/shared/people/actor';
import { isStale } from '@county/shared/service-guides/guide-rules';
import type { Handbook } from '@county/shared/service-guides/handbook';
import type {
  GuideContent,
  PublicGuide,
  ServiceGuide,
  ServiceGuideSummary,
} from '@county/shared/service-guides/service-guide';
import { Clock } from '../clock/clock.ts';
import { FilesService } from '../files/files.service.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import type { HandbookRow, ServiceGuideRow, ServiceGuideVersionRow } from './service-guides.tables.ts';

interface Shown {
  guide: Pick<ServiceGuideRow, 'id' | 'unitId' | 'publicReviewOn'>;
  version: Pick<ServiceGuideVersionRow, 'content' | 'version' | 'publishedAt'>;
}

/** Guides and handbooks as those who keep them see them, and as everybody does. */
@Injectable()
export class GuideViews {
  constructor(
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly files: FilesService,
  ) {}

  async guide(actor: Actor, row: ServiceGuideRow): Promise<ServiceGuide> {
    const files = (await this.files.attached(actor, 'service-guide', [row.id])).get(row.id) ?? [];
    const urls = new Map(files.map(({ id, url }) => [id, url]));
    const guide = this.withState(row, await this.units.byId());
    return { ...guide, content: row.content, sampleUrls: sampleUrls(row.content, (id) => urls.get(id) ?? null) };
  }

  /** Versions as everybody reads them, as long as no later one took their place. */
  async publicGuides(shown: readonly Shown[]): Promise<PublicGuide[]> {
    const units = await this.units.byId();
    const sampleIds = shown.flatMap(({ version }) =>
      version.content.materials.flatMap(({ sampleId }) => sampleId ?? []),
    );
    const samples = await this.files.publicAddresses(sampleIds);
    return shown.map(({ guide, version: { content, version, publishedAt } }) => ({
      id: guide.id,
      unitId: guide.unitId,
      unitName: nameOfUnit(units, guide.unitId),
      acceptingUnitName: content.acceptingWords || nameOfUnit(units, content.acceptingUnitId),
      decidingUnitName: content.decidingWords || (content.decidingUnitId && nameOfUnit(units, content.decidingUnitId)),
      content,
      sampleUrls: sampleUrls(content, (id) => samples.get(id) ?? null),
      version,
      publishedAt,
      supersededAt: null,
      reviewOn: guide.publicReviewOn!,
      withdrawnReason: null,
      withdrawnAt: null,
    }));
  }

  async guideSummaries(rows: readonly ServiceGuideRow[]): Promise<ServiceGuideSummary[]> {
    const units = await this.units.byId();
    return rows.map((row) => {
      const { title, plainTitle } = row.content;
      return { ...this.withState(row, units), title, plainTitle };
    });
  }

  async handbooks(rows: readonly HandbookRow[]): Promise<Handbook[]> {
    const units = await this.units.byId();
    return rows.map((row) => ({ ...row, unitName: units.get(row.unitId)?.name ?? '' }));
  }

  private withState(row: ServiceGuideRow, units: ReadonlyMap<string, OrgUnit>) {
    const { content: _, publicReviewOn, ...facts } = row;
    // While another wording is being written, the day is the one it proposes; the public one still decides what is stale.
    const reviewOn = row.state === 'published' ? (publicReviewOn ?? row.reviewOn) : row.reviewOn;
    return {
      ...facts,
      reviewOn,
      unitName: units.get(row.unitId)?.name ?? '',
      isStale: isStale({ ...row, reviewOn: publicReviewOn }, this.clock.today()),
    };
  }
}

/** By the materials' keys, of those whose picture is there. */
export function sampleUrls(
  { materials }: GuideContent,
  urlOf: (fileId: string) => string | null,
): Record<string, string> {
  const urls = materials.flatMap(({ key, sampleId }): [string, string][] => {
    const url = sampleId && urlOf(sampleId);
    return url ? [[key, url]] : [];
  });
  return Object.fromEntries(urls);
}

/** A unit that has gone into another is called by that one's name. */
export function nameOfUnit(units: ReadonlyMap<string, OrgUnit>, unitId: string): string {
  let unit = units.get(unitId);
  for (let steps = 0; unit?.successorId && steps < 10; steps += 1) unit = units.get(unit.successorId) ?? unit;
  return unit?.name ?? '';
}
