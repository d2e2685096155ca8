import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditService } from './audit.service.ts';

const MINUTE_MS = 60_000;

/** Seals the audit trail once a minute; any number of processes may do so. */
@Injectable()
export class AuditSealing implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('audit');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly audit: AuditService) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      // One that is still at work is not doubled by its own clock.
      this.running ??= this.sealAll()
        .catch((error: unknown) =>
          this.log.error({ message: 'The audit trail could not be sealed', error: String(error) }),
        )
        .finally(() => (this.running = undefined));
    }, MINUTE_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** A busy county writes more in a minute than one seal covers. */
  private async sealAll(): Promise<void> {
    while ((await this.audit.seal()) > 0);
  }
}
