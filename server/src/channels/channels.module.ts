import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { WechatModule } from '../wechat/wechat.module.ts';
import { ChannelPaceService } from './channel-pace.service.ts';
import { ChannelsController } from './channels.controller.ts';
import { Channels } from './channels.service.ts';
import { MailAddressesService } from './mail-addresses.service.ts';
import { MailChannel } from './mail-channel.service.ts';
import { MailSender } from './mail-sender.service.ts';
import { MailSweep } from './mail-sweep.service.ts';
import { MessageSender } from './message-sender.service.ts';
import { OwnWays } from './own-ways.service.ts';
import { ReminderWaysService } from './reminder-ways.service.ts';
import { SmsChannel } from './sms-channel.service.ts';
import { WechatChannel } from './wechat-channel.service.ts';
import { WechatCredits } from './wechat-credits.service.ts';

@Module({
  imports: [PeopleModule, WechatModule],
  controllers: [ChannelsController],
  providers: [
    ChannelPaceService,
    Channels,
    MailAddressesService,
    MailChannel,
    MailSender,
    MailSweep,
    MessageSender,
    OwnWays,
    ReminderWaysService,
    SmsChannel,
    WechatChannel,
    WechatCredits,
  ],
  exports: [Channels],
})
export class ChannelsModule {}
