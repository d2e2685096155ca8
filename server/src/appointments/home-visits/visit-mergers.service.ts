import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { ElderCards, HomeVisitRequests, HomeVisits, HomeVisitServices } from './home-visits.tables.ts';

/** A unit's visits go with it into another (rules P4). */
@Injectable()
export class VisitMergers implements OnModuleInit {
  constructor(private readonly units: OrgUnitsService) {}

  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      for (const table of [HomeVisitServices, HomeVisitRequests, HomeVisits, ElderCards])
        await db.update(table, { unitId }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
  }
}
