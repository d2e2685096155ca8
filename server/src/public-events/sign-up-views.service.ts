import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { maskedPhone } from '@county/shared/people/receipt-code';
import type { EventContent } from '@county/shared/public-events/event-content';
import type { AttendeeView, DoorEntry, SignUpView, StaffSignUpView } from '@county/shared/public-events/sign-up';
import { canGiveFeedback, canWithdrawSignUp, withdrawUntil } from '@county/shared/public-events/sign-up-rules';
import { possible } from '@county/shared/possible';
import { Clock } from '../clock/clock.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { EventContents } from './event-contents.service.ts';
import { EventPlacesService } from './event-places.service.ts';
import { Attendees, Events, type AttendeeRow, type EventRow, type SignUpRow } from './public-events.tables.ts';
import { SignUpKeys } from './sign-up-keys.service.ts';

/** A sign-up with what it belongs to, as it was just read or written. */
interface AtHand {
  event: EventRow;
  content: EventContent;
  signUp: SignUpRow;
  attendees: readonly AttendeeRow[];
  /** How many waited before these people came, where that is known. */
  waitedBefore?: number | null;
}

/** Sign-ups as those who made them see them, and as the organisers do. */
@Injectable()
export class SignUpViews {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: PhoneCipher,
    private readonly units: OrgUnitsService,
    private readonly keys: SignUpKeys,
    private readonly contents: EventContents,
    private readonly places: EventPlacesService,
  ) {}

  async own(db: EntityManager, signUp: SignUpRow): Promise<SignUpView> {
    const event = await db.findOneByOrFail(Events, { id: signUp.eventId });
    const attendees = await db.find(Attendees, { where: { signUpId: signUp.id }, order: { number: 'ASC' } });
    return this.ownOf(db, { event, content: await this.contents.published(db, event), signUp, attendees });
  }

  /** The same of rows at hand. */
  async ownOf(
    db: EntityManager,
    { event, content, signUp, attendees, waitedBefore = null }: AtHand,
  ): Promise<SignUpView> {
    // A session that was taken out has nobody; one that was moved keeps its key.
    const session = content.sessions.find(({ key }) => key === signUp.sessionKey) ?? content.sessions[0]!;
    const group = content.groups.find(({ key }) => key === signUp.groupKey);
    const states = attendees.map(({ state }) => state);
    const now = this.clock.now();
    const isCancelled = event.withdrawnAt !== null;
    const phone = this.opened(signUp.phone);
    const withdraw = canWithdrawSignUp(content.signUp, session, attendees, now);
    return {
      ...signUp,
      key: this.keys.of(signUp.id),
      code: signUp.code ?? '',
      title: content.title,
      kind: content.kind,
      unitName: (await this.units.byId()).get(event.unitId)?.name ?? '',
      session,
      groupName: group?.name ?? '',
      place: await this.contents.place(content),
      bring: content.bring,
      contact: content.contact,
      attendees: await this.attendees(db, attendees, waitedBefore),
      maskedPhone: phone && maskedPhone(phone),
      withdrawUntil: withdrawUntil(content.signUp, session),
      withdraw: possible(
        isCancelled ? { allowed: false, code: 'wrong-state', reason: '活动已经取消，不用再退出' } : withdraw,
      ),
      giveFeedback: possible(canGiveFeedback(session, states, now)),
      cancelledReason: event.withdrawnReason,
    };
  }

  /** In lists the phone is masked; whole only on a sign-up's own page, where each look is recorded. */
  async staff(db: EntityManager, signUps: readonly SignUpRow[], { whole = false } = {}): Promise<StaffSignUpView[]> {
    const ids = signUps.map(({ id }) => id);
    const rows = ids.length ? await db.find(Attendees, { where: { signUpId: In(ids) }, order: { number: 'ASC' } }) : [];
    const views: StaffSignUpView[] = [];
    for (const signUp of signUps) {
      const own = rows.filter(({ signUpId }) => signUpId === signUp.id);
      const attendees = await this.attendees(db, own);
      const phone = this.opened(signUp.phone);
      views.push({
        ...signUp,
        code: signUp.code ?? '',
        contactName: this.opened(signUp.contactName),
        phone: phone && (whole ? phone : maskedPhone(phone)),
        attendees: attendees.map((attendee, at) => ({ ...attendee, answers: this.answers(own[at]!) })),
      });
    }
    return views;
  }

  async staffOne(db: EntityManager, signUp: SignUpRow): Promise<StaffSignUpView> {
    const [view] = await this.staff(db, [signUp]);
    return view!;
  }

  door(signUp: Pick<SignUpRow, 'code' | 'via'>, row: AttendeeRow): DoorEntry {
    const { id, sessionKey, groupKey, state, speakingPlace, arrivedAt } = row;
    const name = this.opened(row.name);
    const { via } = signUp;
    return {
      attendeeId: id,
      code: signUp.code ?? '',
      name,
      sessionKey,
      groupKey,
      state,
      via,
      speakingPlace,
      arrivedAt,
    };
  }

  opened(sealed: string | null): string | null {
    return sealed && this.cipher.decrypt(sealed);
  }

  private answers({ answers }: AttendeeRow): Record<string, string> {
    return answers ? (JSON.parse(this.cipher.decrypt(answers)) as Record<string, string>) : {};
  }

  /** `waitedBefore`: of people who have just come, so that nobody is counted for them. */
  private async attendees(
    db: EntityManager,
    rows: readonly AttendeeRow[],
    waitedBefore: number | null = null,
  ): Promise<AttendeeView[]> {
    const views: AttendeeView[] = [];
    let before = waitedBefore;
    for (const row of rows) {
      const { id, state, number, speakingPlace, arrivedAt } = row;
      const isWaiting = state === 'waiting';
      if (isWaiting && before !== null) before += 1;
      const waitingPlace = isWaiting ? (before ?? (await this.places.waitingBefore(db, row)) + 1) : null;
      views.push({
        id,
        name: this.opened(row.name) ?? '（已删除）',
        state,
        number,
        waitingPlace,
        speakingPlace,
        arrivedAt,
      });
    }
    return views;
  }
}
