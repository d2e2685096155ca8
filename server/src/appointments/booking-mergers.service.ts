import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { BookableServices } from './appointments.tables.ts';

/** What can be booked at a unit's points goes with them into another, whose people serve those who booked (rules P4). */
@Injectable()
export class BookingMergers implements OnModuleInit {
  constructor(private readonly units: OrgUnitsService) {}

  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      await db.update(BookableServices, { unitId }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
  }
}
