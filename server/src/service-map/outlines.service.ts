import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { Database } from '../database/database.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { readOutline } from './outline-file.ts';
import { PublicMapService } from './public-map.service.ts';

/** The county's own drawing, taken in from a file by whoever holds the server. */
@Injectable()
export class Outlines {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly map: PublicMapService,
  ) {}

  /** Takes the place of what was drawn before; with any problem nothing is written. Names no unit bears are told. */
  async take(text: string): Promise<{ areas: number; unknown: string[]; problems: string[] }> {
    const { drawing, problems } = readOutline(text);
    if (problems.length) return { areas: 0, unknown: [], problems };
    const names = await this.units.names();
    const areas = drawing.areas.map((area) => ({ ...area, unitId: names.find(area.name)?.unit.id ?? null }));
    await this.database.work(async (db) => {
      await this.map.keepOutline(db, { ...drawing, areas });
      await this.audit.record(db, null, { action: 'takeMapOutline', subjectKind: 'map-outline', subjectId: null });
    });
    const unknown = areas.filter(({ unitId }) => unitId === null).map(({ name }) => name);
    return { areas: areas.length, unknown: [...new Set(unknown)], problems: [] };
  }
}
