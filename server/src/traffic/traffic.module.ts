import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PeopleModule } from '../people/people.module.ts';
import { TrafficGuard } from './traffic.guard.ts';
import { Traffic } from './traffic.service.ts';

/** Below PeopleModule, whose guard says who asks. */
@Module({ imports: [PeopleModule], providers: [Traffic, { provide: APP_GUARD, useClass: TrafficGuard }] })
export class TrafficModule {}
