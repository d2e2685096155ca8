import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { WechatModule } from '../wechat/wechat.module.ts';
import { Colleagues } from './colleagues.service.ts';
import { ContactPoints } from './contact-points.service.ts';
import { KeyCheck } from './key-check.service.ts';
import { LinkKeys } from './link-keys.service.ts';
import { OwnDataController } from './own-data.controller.ts';
import { OwnDataService } from './own-data.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleSeeding } from './people-seeding.service.ts';
import { PeopleService } from './people.service.ts';
import { PhoneCipher } from './phone-cipher.service.ts';
import { Posts } from './posts.service.ts';
import { RostersController } from './rosters.controller.ts';
import { RostersService } from './rosters.service.ts';
import { SecondFactors } from './second-factor.service.ts';
import { SessionGuard } from './session.guard.ts';
import { SessionSweep } from './session-sweep.service.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInAttempts } from './sign-in-attempts.service.ts';
import { SignInService } from './sign-in.service.ts';

@Module({
  imports: [OrgUnitsModule, WechatModule],
  controllers: [SessionsController, OwnDataController, PeopleController, RostersController],
  providers: [
    Colleagues,
    ContactPoints,
    KeyCheck,
    LinkKeys,
    OwnDataService,
    PeopleSeeding,
    PeopleService,
    PhoneCipher,
    Posts,
    RostersService,
    SecondFactors,
    SessionSweep,
    SessionsService,
    SignInAttempts,
    SignInService,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [
    ContactPoints,
    LinkKeys,
    OwnDataService,
    PeopleSeeding,
    PeopleService,
    PhoneCipher,
    Posts,
    SessionsService,
    SignInAttempts,
  ],
})
export class PeopleModule {}
