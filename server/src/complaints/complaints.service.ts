import { Injectable } from '@nestjs/common';
import type { Complaint, NewComplaint } from '@county/shared/complaints/complaint';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { Complaints, type ComplaintRow } from './complaints.tables.ts';
import { FilingLimit } from '../traffic/filing-limit.service.ts';

/** 投诉建议: from anybody, answered by the office, read again by whoever holds its number. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly limit: FilingLimit,
  ) {}

  file(address: string, { id, words, contact }: NewComplaint) {
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(Complaints, { id });
      if (earlier) {
        if (earlier.words !== words || this.opened(earlier).contact !== contact) throw idTaken();
        return new Repeated({ id, filedAt: earlier.filedAt });
      }
      await this.limit.count(db, address, 'complaint');
      const filedAt = this.clock.now();
      const sealed = contact ? this.cipher.encrypt(contact) : null;
      await db.insert(Complaints, { id, words, contact: sealed, filedAt, ...unanswered });
      await this.audit.record(db, null, { action: 'fileComplaint', subjectKind: 'complaint', subjectId: id });
      return { id, filedAt };
    });
  }

  read(id: string) {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(Complaints, { id });
      if (!row) throw notFound('这条投诉建议');
      return row;
    });
  }

  /** With contacts, which is why each look is recorded. */
  list(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<Complaint>> {
    return this.database.work(async (db) => {
      const query = db
        .createQueryBuilder(Complaints, 'complaint')
        .orderBy('complaint.filedAt', 'DESC')
        .addOrderBy('complaint.id', 'DESC')
        .limit(limit + 1);
      // By the time of filing: the number is the sender's own and says nothing of when.
      const before = readTimeCursor(cursor);
      if (before) query.where(AFTER, before);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      await this.audit.record(db, actor, { action: 'listComplaints', subjectKind: 'complaint', subjectId: null });
      return {
        items: shown.map((row) => this.opened(row)),
        next: rows.length > limit ? timeCursor(placeOf(shown.at(-1)!)) : null,
      };
    });
  }

  /** An answer has been read by whoever asked, so it is given once and stays as given. */
  answer(actor: Actor, id: string, answer: string): Promise<Complaint | Repeated<Complaint>> {
    return this.database.work(async (db) => {
      const row = await this.database.findForChange(db, Complaints, { id });
      if (!row) throw notFound('这条投诉建议');
      if (row.answer === answer) return new Repeated(this.opened(row));
      if (row.answer !== null) demand(refused('wrong-state', '这条已经答复过了，答复不能改写'));
      const answered = { answer, answeredAt: this.clock.now(), answeredBy: actor.personId, answeredByName: actor.name };
      await db.update(Complaints, { id }, answered);
      await this.audit.record(db, actor, { action: 'answerComplaint', subjectKind: 'complaint', subjectId: id });
      return this.opened({ ...row, ...answered });
    });
  }

  private opened(row: ComplaintRow): Complaint {
    return { ...row, contact: row.contact && this.cipher.decrypt(row.contact) };
  }
}

const unanswered = { answer: null, answeredAt: null, answeredBy: null, answeredByName: null };

const AFTER = 'complaint.filedAt < :at OR (complaint.filedAt = :at AND complaint.id < :id)';

const placeOf = ({ filedAt, id }: ComplaintRow) => ({ at: filedAt, id });
