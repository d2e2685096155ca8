import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Recurring } from '../clock/recurring.ts';
import { AuditService } from './audit.service.ts';

const MINUTE_MS = 60_000;

/** Seals the audit trail once a minute; any number of processes may do so. */
@Injectable()
export class AuditSealing implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sealing = new Recurring('sealing the audit trail', () => this.sealAll(), { everyMs: MINUTE_MS });

  constructor(private readonly audit: AuditService) {}

  onApplicationBootstrap(): void {
    this.sealing.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.sealing.stop();
  }

  /** A busy county writes more in a minute than one seal covers. */
  private async sealAll(): Promise<void> {
    while ((await this.audit.seal()) > 0);
  }
}
