import { Inject, Injectable } from '@nestjs/common';
import type { Health, ServerState, Site } from '@county/shared/site/site';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { VERSION } from '../version.ts';
import { privacyOf } from './privacy.ts';

const DATABASE_PATIENCE_MS = 2_000;

/** Whose system this is, and whether it can serve. */
@Injectable()
export class SiteService {
  private isStopping = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  site(): Site {
    const { COUNTY_NAME, SITE_OWNER, SITE_FILING_NUMBER, SITE_PHONE, demo } = this.settings;
    return {
      countyName: COUNTY_NAME,
      owner: SITE_OWNER ?? `${COUNTY_NAME}人民政府办公室`,
      filingNumber: SITE_FILING_NUMBER ?? null,
      contactPhone: SITE_PHONE ?? null,
      version: VERSION,
      demo,
      today: this.clock.today(),
      privacy: privacyOf(this.settings),
      bookingKeepMonths: this.settings.BOOKING_KEEP_MONTHS,
      homeVisitKeepMonths: this.settings.HOME_VISIT_KEEP_MONTHS,
      eventKeepMonths: this.settings.EVENT_KEEP_MONTHS,
    };
  }

  /** Ready means that the database answers, soon, and that nobody has asked the server to stop. */
  async health(): Promise<Health> {
    const state = await this.state();
    return { live: true, ready: state === 'ready', state, database: this.database.kind, version: VERSION };
  }

  /** From now on balancers are to send nobody here; whoever is here already is served to the end. */
  leave(): void {
    this.isStopping = true;
  }

  private async state(): Promise<ServerState> {
    if (this.isStopping) return 'stopping';
    return (await this.databaseAnswers()) ? 'ready' : 'database-away';
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), DATABASE_PATIENCE_MS);
    });
    const asked = this.database
      .read((db) => db.query('SELECT 1'))
      .then(
        () => true,
        () => false,
      );
    return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
  }
}
