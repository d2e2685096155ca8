import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Not } from 'typeorm';
import { timeInWords } from '@county/shared/appointments/booking-words';
import { OwnDataService } from '../people/own-data.service.ts';
import { Bookings } from './appointments.tables.ts';
import { BookingViews } from './booking-views.service.ts';

/** A resident's bookings are told to them, and parted from an account that is closed; number and phone still find them. */
@Injectable()
export class OwnBookings implements OnModuleInit {
  constructor(
    private readonly ownData: OwnDataService,
    private readonly views: BookingViews,
  ) {}

  onModuleInit(): void {
    this.ownData.onPerson({
      what: '预约',
      tell: async (db, personId) => {
        const rows = await db.find(Bookings, { where: { personId, state: Not('held') }, order: { day: 'DESC' } });
        const views = await this.views.owns(db, rows);
        return views.map(({ serviceName, pointName, day, minute, code, name, maskedPhone }) => [
          { name: '事项', value: `${serviceName}，${pointName}` },
          { name: '时间', value: timeInWords(day, minute) },
          { name: '预约号', value: code },
          { name: '姓名', value: name },
          { name: '手机号', value: maskedPhone ?? '没有' },
        ]);
      },
      forget: async (db, personId) => void (await db.update(Bookings, { personId }, { personId: null })),
    });
  }
}
