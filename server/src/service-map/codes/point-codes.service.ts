import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@county/shared/people/actor';
import { CODE_PAGE, codeKey, type CodePicture, type PointCode } from '@county/shared/service-map/point-code';
import { canChangePoint, canKeepPoint } from '@county/shared/service-map/point-rules';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertNew } from '../../database/insert-row.ts';
import { demand, notFound } from '../../http/refusal.ts';
import { Download } from '../../http/replies.ts';
import { ProgrammeCodes } from '../../wechat/programme-codes.service.ts';
import { ServicePoints, type PointRow } from '../service-map.tables.ts';
import { ServicePointsService } from '../service-points.service.ts';
import { PointCodePictures, PointCodes, type StoredCode } from './codes.tables.ts';

const GONE = '可能已经撤下；请在地图里找别的服务点';

/** Keys on doors and windows: made once, good for as long as the point is there. */
@Injectable()
export class PointCodesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly wechat: ProgrammeCodes,
    private readonly points: ServicePointsService,
  ) {}

  /** Where a code leads; 404 once the point is withdrawn. A window that is no more leads to its point. */
  read(key: string): Promise<PointCode> {
    return this.database.read(async (db) => {
      const code = await db.findOneBy(PointCodes, { key });
      const point = code && (await db.findOneBy(ServicePoints, { id: code.pointId }));
      if (!code || !point || point.withdrawnReason !== null) throw notFound('这个码指的服务点', GONE);
      return codeOf(code, point);
    });
  }

  /** A key for the point and for each of its windows that has none yet. */
  make(actor: Actor, pointId: string): Promise<{ items: PointCode[] }> {
    return this.database.work(async (db) => {
      const point = await this.points.hold(db, actor, pointId);
      demand(canChangePoint(point, actor));
      const subjects = [pointId, ...point.facts.windows.map(({ id }) => id)];
      const known = new Set((await db.findBy(PointCodes, { pointId })).map(({ subjectId }) => subjectId));
      const missing = subjects.filter((subjectId) => !known.has(subjectId));
      for (const subjectId of missing)
        await db.insert(PointCodes, { key: codeKey(randomBytes(8)), pointId, subjectId, madeAt: this.clock.now() });
      if (missing.length)
        await this.audit.record(db, actor, {
          action: 'makePointCodes',
          subjectKind: 'service-point',
          subjectId: pointId,
        });
      const codes = new Map((await db.findBy(PointCodes, { pointId })).map((code) => [code.subjectId, code]));
      return { items: subjects.map((subjectId) => codeOf(codes.get(subjectId)!, point)) };
    });
  }

  /** WeChat's picture of a key, asked for once and kept; or why there is none. */
  async makePicture(actor: Actor, key: string): Promise<CodePicture> {
    const kept = await this.database.read(async (db) => {
      const code = await db.findOneBy(PointCodes, { key });
      const point = code && (await db.findOneBy(ServicePoints, { id: code.pointId }));
      if (!point) throw notFound('这个码');
      demand(canKeepPoint(point.unitId, actor));
      return db.existsBy(PointCodePictures, { key });
    });
    const url = `/public/codes/${key}/picture`;
    if (kept) return { state: 'kept', url, words: null };
    const answer = await this.wechat.picture(key, CODE_PAGE.slice(1));
    if (answer.kind === 'not-configured')
      return { state: 'not-configured', url: null, words: '小程序还未开通，先用二维码；开通后回来取小程序码' };
    if (answer.kind === 'not-now') return { state: 'not-now', url: null, words: answer.reason };
    const row = {
      key,
      mediaType: answer.mediaType,
      picture: answer.bytes.toString('base64'),
      madeAt: this.clock.now(),
    };
    await this.database.work((db) => insertNew(db, PointCodePictures, [row], this.database.kind));
    return { state: 'kept', url, words: null };
  }

  async picture(key: string): Promise<Download> {
    const kept = await this.database.read((db) => db.findOneBy(PointCodePictures, { key }));
    if (!kept) throw notFound('这张小程序码', '请由工作人员先取得');
    return new Download(Buffer.from(kept.picture, 'base64'), kept.mediaType);
  }
}

function codeOf({ key, pointId, subjectId }: StoredCode, point: PointRow): PointCode {
  const window = point.facts.windows.find(({ id }) => id === subjectId);
  return {
    key,
    pointId,
    pointName: point.name,
    windowId: window?.id ?? null,
    windowName: window?.name ?? null,
  };
}
