import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PointCorrections, ServicePoints } from './service-map.tables.ts';

/** A unit's points, and what was said of them, go with it into another (rules P4). */
@Injectable()
export class PointMergers implements OnModuleInit {
  constructor(private readonly units: OrgUnitsService) {}

  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      // Whoever keeps them now is asked to look whether everything still holds, when that is due again.
      await db.update(ServicePoints, { unitId }, { unitId: intoUnitId, askedOn: null });
      await db.update(PointCorrections, { unitId }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
  }
}
