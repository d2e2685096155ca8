import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { FieldIssue } from '@county/shared/http/problem';
import type { Actor } from '@county/shared/people/actor';
import { factIssues, positionIssue } from '@county/shared/service-map/point-facts-rules';
import { canServe, canStandIn } from '@county/shared/service-map/point-reach-rules';
import type { PointFacts, ServicePoint } from '@county/shared/service-map/service-point';
import { allowed } from '@county/shared/verdict';
import { FilesService } from '../files/files.service.ts';
import { invalidField, invalidInput } from '../http/refusal.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { ServiceGuidesService } from '../service-guides/service-guides.service.ts';
import { placesOf } from './places.ts';
import { PublicMapService } from './public-map.service.ts';
import { ServicePoints } from './service-map.tables.ts';

/** Whether facts sent in may be kept: what they name is there, and lies in the county. */
@Injectable()
export class PointFactsCheck {
  constructor(
    private readonly files: FilesService,
    private readonly guides: ServiceGuidesService,
    private readonly map: PublicMapService,
    private readonly units: OrgUnitsService,
  ) {}

  /** 400 at the fields otherwise. Only what is not among the facts as they were is asked after: that was in order once. */
  async demand(
    db: EntityManager,
    actor: Actor,
    point: Pick<ServicePoint, 'id' | 'unitId'>,
    facts: PointFacts,
    before?: PointFacts,
  ): Promise<void> {
    const issues = factIssues(facts);
    const { position } = facts;
    const box = position && !isSame(position, before?.position) ? await this.map.findBox(db) : undefined;
    const outside = position && box && positionIssue(position, placesOf(position).wgs84, box);
    if (outside) issues.push(outside);
    issues.push(...(await this.servedIssues(point.unitId, facts, before)));
    if (issues.length) throw invalidInput(issues);
    if (facts.insideId !== null && facts.insideId !== before?.insideId)
      await this.demandPlace(db, actor, point, facts.insideId);
    const linked = new Set(before && guidesOf(before));
    const fresh = guidesOf(facts).filter((id) => !linked.has(id));
    await this.guides.demandPublicOrOwn(db, actor, fresh, 'windows');
    if (facts.photoId !== null && facts.photoId !== before?.photoId)
      await this.claimPhoto(db, actor, point.id, facts.photoId);
  }

  private async servedIssues(unitId: string, facts: PointFacts, before?: PointFacts): Promise<FieldIssue[]> {
    const kept = new Set(before?.servesUnitIds);
    if (facts.servesUnitIds.every((id) => kept.has(id))) return [];
    const units = await this.units.all();
    return facts.servesUnitIds.flatMap((id, at) => {
      const may = kept.has(id) ? allowed : canServe(unitId, id, units);
      return may.allowed ? [] : [{ path: ['servesUnitIds', at], message: may.reason }];
    });
  }

  /** One point stands in another, which stands in none. */
  private async demandPlace(
    db: EntityManager,
    actor: Actor,
    { id, unitId }: Pick<ServicePoint, 'id' | 'unitId'>,
    insideId: string,
  ): Promise<void> {
    const outer = await db.findOneBy(ServicePoints, { id: insideId });
    if (!outer || outer.withdrawnReason !== null)
      throw invalidField('insideId', '所在场所已经撤下或不在地图上，请重新选择');
    if (insideId === id) throw invalidField('insideId', '所在场所不能是它自己');
    if (outer.insideId !== null)
      throw invalidField('insideId', `“${outer.name}”本身设在别的场所里，请选择外面的那个场所`);
    const [inner] = await db.find(ServicePoints, { where: { insideId: id, withdrawnReason: IsNull() }, take: 1 });
    if (inner) throw invalidField('insideId', `“${inner.name}”设在这里，所以它不能再设在别的场所里`);
    const may = canStandIn(outer, unitId, actor, await this.units.all());
    if (!may.allowed) throw invalidField('insideId', may.reason);
  }

  /** A new entrance photo is the point's from now on. */
  private async claimPhoto(db: EntityManager, actor: Actor, pointId: string, photoId: string): Promise<void> {
    // An earlier photo of the point, taken by somebody else, comes back with an earlier version.
    const own = (await this.files.attached(actor, 'service-point', [pointId])).get(pointId) ?? [];
    if (!own.some(({ id }) => id === photoId)) await this.files.claim(db, actor, 'service-point', pointId, [photoId]);
  }
}

const guidesOf = ({ windows }: PointFacts): string[] =>
  windows.flatMap(({ services }) => services.flatMap(({ guideId }) => guideId ?? []));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
