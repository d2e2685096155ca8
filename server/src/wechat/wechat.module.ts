import { Module } from '@nestjs/common';
import { ProgrammeCodes } from './programme-codes.service.ts';
import { SubscribeMessages } from './subscribe-messages.service.ts';
import { WechatClient } from './wechat-client.service.ts';
import { WechatToken } from './wechat-token.service.ts';

@Module({
  providers: [ProgrammeCodes, SubscribeMessages, WechatClient, WechatToken],
  exports: [ProgrammeCodes, SubscribeMessages, WechatClient],
})
export class WechatModule {}
