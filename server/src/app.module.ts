import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AuditModule } from './audit/audit.module.ts';
import { CalendarModule } from './calendar/calendar.module.ts';
import type { Clock } from './clock/clock.ts';
import type { Settings } from './config/settings.ts';
import { HouseModule } from './house.module.ts';
import { SiteModule } from './site/site.module.ts';

/** Every feature of the product; one line each. */
@Module({})
export class AppModule {
  static with(settings: Settings, clock: Clock, source: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [HouseModule.with(settings, clock, source), AuditModule, CalendarModule, SiteModule],
    };
  }
}
