import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { dateInWords, shanghaiDay } from '@county/shared/calendar/day';
import { OwnDataService } from '../people/own-data.service.ts';
import { Attendees, Events, SignUps } from './public-events.tables.ts';

/** A resident's sign-ups are told to them, and parted from an account that is closed; number and phone still find them. */
@Injectable()
export class OwnSignUps implements OnModuleInit {
  constructor(private readonly ownData: OwnDataService) {}

  onModuleInit(): void {
    this.ownData.onPerson({
      what: '活动报名',
      tell: async (db, personId) => {
        const rows = await db.find(SignUps, { where: { personId }, order: { id: 'DESC' } });
        const events = await db.findBy(Events, { id: In(rows.map(({ eventId }) => eventId)) });
        const people = await db.findBy(Attendees, { signUpId: In(rows.map(({ id }) => id)) });
        const titles = new Map(events.map(({ id, content }) => [id, content.title]));
        return rows.map(({ id, eventId, code, madeAt }) => [
          { name: '活动', value: titles.get(eventId) ?? '' },
          { name: '报名日期', value: dateInWords(shanghaiDay(madeAt)) },
          { name: '报名号', value: code ?? '' },
          { name: '报名的人', value: `${people.filter(({ signUpId }) => signUpId === id).length} 位，姓名加密保存` },
        ]);
      },
      forget: async (db, personId) => void (await db.update(SignUps, { personId }, { personId: null })),
    });
  }
}
