import { Controller, Query } from '@nestjs/common';
import { listAuditEntries } from '@county/shared/audit/audit-entry';
import type * as http from '@county/shared/http/route';
import { Endpoint } from '../http/endpoint.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Endpoint(listAuditEntries)
  listAuditEntries(
    @Query({ schema: listAuditEntries.query }) { limit, cursor, ...filter }: http.Query<typeof listAuditEntries>,
  ) {
    return this.audit.list(limit, cursor, filter);
  }
}
