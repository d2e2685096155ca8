import { Controller, Query } from '@nestjs/common';
import { exportAuditEntries, listAuditEntries } from '@county/shared/audit/audit-entry';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { AuditExports } from './audit-exports.service.ts';
import { AuditReading } from './audit-reading.service.ts';

@Controller()
export class AuditController {
  constructor(
    private readonly reading: AuditReading,
    private readonly exports: AuditExports,
  ) {}

  @Endpoint(listAuditEntries)
  listAuditEntries(
    @CurrentActor() actor: Actor,
    @Query({ schema: listAuditEntries.query }) wanted: http.Query<typeof listAuditEntries>,
  ) {
    return this.reading.list(actor, wanted);
  }

  @Endpoint(exportAuditEntries)
  exportAuditEntries(
    @CurrentActor() actor: Actor,
    @Query({ schema: exportAuditEntries.query }) { month }: http.Query<typeof exportAuditEntries>,
  ) {
    return this.exports.month(actor, month);
  }
}
