import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mailOf } from '@county/shared/channels/message-text';
import { Channels, type Channel, type HandOver, type Message } from './channels.service.ts';
import { MailAddressesService } from './mail-addresses.service.ts';
import { MailSender } from './mail-sender.service.ts';
import { MessageSender } from './message-sender.service.ts';

const AGAIN_SECONDS = 60;

/** Mail, to the addresses people have confirmed. */
@Injectable()
export class MailChannel implements Channel, OnModuleInit {
  readonly name = 'mail';
  private readonly log = new Logger('mail');

  constructor(
    private readonly channels: Channels,
    private readonly addresses: MailAddressesService,
    private readonly mails: MailSender,
    private readonly sender: MessageSender,
  ) {}

  onModuleInit(): void {
    this.channels.add(this);
  }

  get isOpen(): boolean {
    return this.mails.isOpen;
  }

  reachable(db: EntityManager, personIds: readonly string[]): Promise<Set<string>> {
    return this.addresses.having(db, personIds);
  }

  async handOver(message: Message): Promise<HandOver> {
    try {
      const to = await this.addresses.addressOf(message.personId);
      if (!to) return { outcome: 'refused', reason: '没有登记邮箱' };
      return await this.mails.send({ id: message.id, to, ...mailOf(message, this.sender) });
    } catch (error) {
      this.log.error({ message: 'A mail was not handed over', error: String(error) });
      return { outcome: 'later', afterSeconds: AGAIN_SECONDS, reason: '系统繁忙' };
    }
  }
}
