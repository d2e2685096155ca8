import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { dateInWords, shanghaiDay } from '@county/shared/calendar/day';
import type { OwnDataItem } from '@county/shared/people/own-data';
import type { EventContent } from '@county/shared/public-events/event-content';
import { ATTENDEE_STATE_LABELS, FEEDBACK_GRADE_LABELS } from '@county/shared/public-events/event-words';
import type { EventFeedback, StaffSignUpView } from '@county/shared/public-events/sign-up';
import { OwnDataService } from '../people/own-data.service.ts';
import { EventContents } from './event-contents.service.ts';
import { Events, SignUps } from './public-events.tables.ts';
import { SignUpViews } from './sign-up-views.service.ts';

/** A resident's sign-ups are told to them, and parted from an account that is closed; number and phone still find them. */
@Injectable()
export class OwnSignUps implements OnModuleInit {
  constructor(
    private readonly ownData: OwnDataService,
    private readonly views: SignUpViews,
    private readonly contents: EventContents,
  ) {}

  onModuleInit(): void {
    this.ownData.onPerson({
      what: '活动报名',
      tell: async (db, personId) => {
        const rows = await db.find(SignUps, { where: { personId }, order: { id: 'DESC' } });
        const events = await db.findBy(Events, { id: In(rows.map(({ eventId }) => eventId)) });
        const views = await this.views.staff(db, rows);
        const items: OwnDataItem[] = [];
        for (const [at, view] of views.entries()) {
          const event = events.find(({ id }) => id === view.eventId)!;
          items.push(inWords(view, await this.contents.published(db, event), rows[at]!.feedback));
        }
        return items;
      },
      forget: async (db, personId) => void (await db.update(SignUps, { personId }, { personId: null })),
    });
  }
}

function inWords(signUp: StaffSignUpView, content: EventContent, feedback: EventFeedback | null): OwnDataItem {
  const labels = new Map(content.signUp?.fields.map(({ key, label }) => [key, label]));
  return [
    { name: '活动', value: content.title },
    { name: '报名日期', value: dateInWords(shanghaiDay(signUp.madeAt)) },
    { name: '报名号', value: signUp.code },
    { name: '联系人', value: signUp.contactName ?? '没有' },
    { name: '手机号', value: signUp.phone ?? '没有' },
    ...signUp.attendees.map(({ name, state, answers }) => ({
      name: '报名的人',
      value: [
        `${name}（${ATTENDEE_STATE_LABELS[state]}）`,
        ...Object.entries(answers).map(([key, answer]) => `${labels.get(key) ?? '填写的内容'}：${answer}`),
      ].join('，'),
    })),
    ...(feedback
      ? [
          {
            name: '意见',
            value: [FEEDBACK_GRADE_LABELS[FEEDBACK_GRADE_LABELS.length - feedback.grade], feedback.words]
              .filter(Boolean)
              .join('，'),
          },
        ]
      : []),
  ];
}
