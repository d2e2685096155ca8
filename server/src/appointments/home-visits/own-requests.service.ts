import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dateInWords, shanghaiDay } from '@county/shared/calendar/day';
import { OwnDataService } from '../../people/own-data.service.ts';
import { HomeVisitRequests } from './home-visits.tables.ts';
import { HomeVisitOffers } from './offers.service.ts';
import { SealedPeople } from './sealed-people.service.ts';

/** Help at home that somebody has asked for is told to them, and parted from an account that is closed. */
@Injectable()
export class OwnHomeVisitRequests implements OnModuleInit {
  constructor(
    private readonly ownData: OwnDataService,
    private readonly offers: HomeVisitOffers,
    private readonly people: SealedPeople,
  ) {}

  onModuleInit(): void {
    this.ownData.onPerson({
      what: '上门服务申请',
      tell: async (db, personId) => {
        const rows = await db.find(HomeVisitRequests, { where: { personId }, order: { askedAt: 'DESC' } });
        const names = await this.offers.names(
          db,
          rows.map(({ serviceId }) => serviceId),
        );
        return rows.map(({ serviceId, number, askedAt, person }) => [
          { name: '事项', value: names.get(serviceId) ?? '' },
          { name: '申请日期', value: dateInWords(shanghaiDay(askedAt)) },
          { name: '申请号', value: number },
          { name: '姓名', value: this.people.told(person)?.name ?? '已按期删除' },
        ]);
      },
      forget: async (db, personId) => void (await db.update(HomeVisitRequests, { personId }, { personId: null })),
    });
  }
}
