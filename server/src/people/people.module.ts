import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { WechatClient } from '../wechat/wechat-client.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleSeeding } from './people-seeding.service.ts';
import { PeopleService } from './people.service.ts';
import { PhoneCipher } from './phone-cipher.service.ts';
import { RostersController } from './rosters.controller.ts';
import { RostersService } from './rosters.service.ts';
import { SessionGuard } from './session.guard.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInAttempts } from './sign-in-attempts.service.ts';
import { SignInService } from './sign-in.service.ts';

@Module({
  imports: [OrgUnitsModule],
  controllers: [SessionsController, PeopleController, RostersController],
  providers: [
    PeopleSeeding,
    PeopleService,
    PhoneCipher,
    RostersService,
    SessionsService,
    SignInAttempts,
    SignInService,
    WechatClient,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [PeopleSeeding, PeopleService, PhoneCipher, SessionsService],
})
export class PeopleModule {}
