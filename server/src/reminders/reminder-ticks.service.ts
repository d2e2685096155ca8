import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Recurring } from '../clock/recurring.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { notFound } from '../http/refusal.ts';
import { Measures, type Count } from '../measures/measures.service.ts';
import { HandingOver } from './handing-over.service.ts';
import { Showing } from './showing.service.ts';

/** What came of planning a day. */
export interface Planned {
  /** How many reminders are new. */
  planned: number;
  /** False while another process is still at it: the day's digests wait until they are whole. */
  isWhole: boolean;
}

/** Plans what has come due, in whatever units of work it likes; again changes nothing. */
export type Planner = () => Promise<Planned>;

const EVERY_MS = 30_000;

/** Does what has come due: plans, shows, hands over. Any number of processes may, at any time (decisions: the tick). */
@Injectable()
export class ReminderTicks implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly ticking = new Recurring('ticking', () => this.tick(), { everyMs: EVERY_MS });
  private readonly planners: Planner[] = [];
  private readonly count: Count<{ outcome: ['done', 'failed'] }>;
  readonly startedAt: string;
  /** When a tick last came to its end in this process. */
  lastEndedAt: string | null = null;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly showing: Showing,
    private readonly handing: HandingOver,
    private readonly clock: Clock,
    measures: Measures,
  ) {
    this.startedAt = clock.now();
    const help = 'Ticks in which this process planned, showed and handed over what was due';
    this.count = measures.counter('county_reminder_ticks_total', help, { outcome: ['done', 'failed'] });
  }

  /** For features whose reminders follow from what is owed on a day. */
  onPlan(planner: Planner): void {
    this.planners.push(planner);
  }

  onApplicationBootstrap(): void {
    this.ticking.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.ticking.stop();
  }

  async tick(): Promise<{ planned: number; shown: number; handed: number }> {
    try {
      const done = await this.doWhatIsDue();
      this.lastEndedAt = this.clock.now();
      this.count({ outcome: 'done' });
      return done;
    } catch (error) {
      this.count({ outcome: 'failed' });
      throw error;
    }
  }

  private async doWhatIsDue(): Promise<{ planned: number; shown: number; handed: number }> {
    const plans: Planned[] = [];
    for (const plan of this.planners) plans.push(await plan());
    const planned = plans.reduce((sum, one) => sum + one.planned, 0);
    const shown = await this.showing.showDue({ digests: plans.every(({ isWhole }) => isWhole) });
    return { planned, shown, handed: await this.handing.handOverDue() };
  }

  /** For a platform's timer; as if it were not there without the right secret. */
  async tickBy(secret: string) {
    const own = this.settings.TICK_SECRET;
    if (!own || !timingSafeEqual(digest(own), digest(secret))) throw notFound('这个地址', '请核对定时密钥');
    return this.tick();
  }
}

const digest = (secret: string) => createHash('sha256').update(secret).digest();
