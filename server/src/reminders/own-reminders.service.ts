import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { OwnDataService } from '../people/own-data.service.ts';
import { Deliveries, Reminders } from './reminders.tables.ts';

/** What somebody was or will be reminded of: told to them as a number, and gone with their account. */
@Injectable()
export class OwnReminders implements OnModuleInit {
  constructor(private readonly ownData: OwnDataService) {}

  onModuleInit(): void {
    this.ownData.onPerson({
      what: '提醒',
      tell: async (db, personId) => {
        const shown = await db.countBy(Reminders, { personId, shownAt: Not(IsNull()) });
        return shown ? [[{ name: '站内提醒', value: `${shown} 条，在首页的“提醒”里` }]] : [];
      },
      forget: async (db, personId) => {
        for (const table of [Deliveries, Reminders]) await db.delete(table, { personId });
      },
    });
  }
}
