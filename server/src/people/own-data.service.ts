import { ForbiddenException, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { OwnData, OwnDataItem } from '@county/shared/people/own-data';
import { dateInWords, shanghaiDay } from '@county/shared/calendar/day';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { People } from './people.tables.ts';
import { SessionsService } from './sessions.service.ts';

/** What a feature keeps about a person, and what it does when that person goes. */
export interface KeptOfPerson {
  what: string;
  tell(db: EntityManager, personId: string): Promise<OwnDataItem[]>;
  /** Parts it from the account; what others still need, such as a place that is booked, stays without it. */
  forget(db: EntityManager, personId: string): Promise<void>;
}

/** Everything that is kept about somebody, told to them alone, and their leave (个人信息保护法 45, 47). */
@Injectable()
export class OwnDataService {
  private readonly kept: KeptOfPerson[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly sessions: SessionsService,
  ) {}

  /** A feature that keeps something about people says so while it starts. */
  onPerson(kept: KeptOfPerson): void {
    this.kept.push(kept);
  }

  tell({ personId }: Actor): Promise<OwnData> {
    return this.database.read(async (db) => {
      const parts = [{ what: '账号', items: await this.account(db, personId) }];
      for (const { what, tell } of this.kept) {
        const items = await tell(db, personId);
        if (items.length) parts.push({ what, items });
      }
      return { at: this.clock.now(), parts };
    });
  }

  close(actor: Actor): Promise<void> {
    const { personId, role } = actor;
    if (role !== 'resident')
      throw new ForbiddenException({
        code: 'not-allowed',
        message: '工作人员的账号随职务保留，离任时由单位停用；要更正或删除信息，请联系本单位负责人',
      });
    return this.database.work(async (db) => {
      for (const { forget } of this.kept) await forget(db, personId);
      const nothing = { phoneCipher: null, phoneHash: null, phoneEnding: null, passwordHash: null, wechatOpenid: null };
      await db.update(People, { id: personId }, { name: '已注销', ...nothing });
      await this.sessions.endAll(db, personId);
      await this.audit.record(db, actor, { action: 'closeAccount', subjectKind: 'person', subjectId: personId });
    });
  }

  private async account(db: EntityManager, personId: string): Promise<OwnDataItem[]> {
    const { name, phoneEnding, passwordHash, wechatOpenid, createdAt } = await db.findOneByOrFail(People, {
      id: personId,
    });
    return [
      [
        { name: '称呼', value: name },
        { name: '开始使用', value: dateInWords(shanghaiDay(createdAt)) },
        { name: '登录手机', value: phoneEnding ? `尾号 ${phoneEnding}，加密保存` : '没有' },
        { name: '登录密码', value: passwordHash ? '有，只存加密摘要' : '没有' },
        { name: '微信绑定', value: wechatOpenid ? '有' : '没有' },
      ],
    ];
  }
}
