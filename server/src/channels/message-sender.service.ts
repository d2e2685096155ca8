import { Inject, Injectable } from '@nestjs/common';
import type { Sender } from '@county/shared/channels/message-text';
import { SETTINGS, type Settings } from '../config/settings.ts';

/** Whose system a message comes from, as it says at its end. */
@Injectable()
export class MessageSender implements Sender {
  readonly countyName: string;
  readonly owner: string;
  readonly origin: string | null;
  readonly phone: string | null;

  constructor(@Inject(SETTINGS) { COUNTY_NAME, SITE_OWNER, PUBLIC_ORIGIN, SITE_PHONE }: Settings) {
    this.countyName = COUNTY_NAME;
    this.owner = SITE_OWNER ?? `${COUNTY_NAME}人民政府办公室`;
    this.origin = PUBLIC_ORIGIN ?? null;
    this.phone = SITE_PHONE ?? null;
  }
}
