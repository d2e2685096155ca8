import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from './clock/clock.ts';
import { SETTINGS, type Settings } from './config/settings.ts';
import { Database } from './database/database.ts';
import { InputPipe } from './http/input.pipe.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { PublicCache } from './http/public-cache.ts';
import { ReplyInterceptor } from './http/reply.interceptor.ts';
import { Measures } from './measures/measures.service.ts';

/** What every feature stands on: settings, clock, the one door to the database, and the habits of HTTP. */
@Global()
@Module({})
export class HouseModule {
  static with(settings: Settings, clock: Clock, source: DataSource, publicCache: PublicCache): DynamicModule {
    return {
      module: HouseModule,
      imports: [
        TypeOrmModule.forRootAsync({ useFactory: () => source.options, dataSourceFactory: async () => source }),
      ],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Clock, useValue: clock },
        Database,
        Measures,
        { provide: PublicCache, useValue: publicCache },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [SETTINGS, Clock, Database, Measures, PublicCache],
    };
  }
}
