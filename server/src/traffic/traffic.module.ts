import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../http/access.guard.ts';
import { PeopleModule } from '../people/people.module.ts';
import { TrafficGuard } from './traffic.guard.ts';
import { Traffic } from './traffic.service.ts';

/**
 * Below PeopleModule, whose guard says who asks. In this order: whoever is refused for want of a session is counted too,
 * by the network; whoever has one, by the person alone.
 */
@Module({
  imports: [PeopleModule],
  providers: [Traffic, { provide: APP_GUARD, useClass: TrafficGuard }, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class TrafficModule {}
