import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditService } from './audit.service.ts';

const MINUTE_MS = 60_000;

/** Seals the audit trail once a minute; any number of processes may do so. */
@Injectable()
export class AuditSealing implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('audit');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly audit: AuditService) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.audit
        .seal()
        .catch((error: unknown) =>
          this.log.error({ message: 'The audit trail could not be sealed', error: String(error) }),
        );
    }, MINUTE_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
