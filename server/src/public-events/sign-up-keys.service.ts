import { Injectable } from '@nestjs/common';
import type { Actor } from '@county/shared/people/actor';
import { notFound } from '../http/refusal.ts';
import { LinkKeys } from '../people/link-keys.service.ts';
import type { SignUpRow } from './public-events.tables.ts';

const PURPOSE = 'event-sign-up-key';

/** Who may see a sign-up: whoever has its link, or made it with their WeChat account. */
@Injectable()
export class SignUpKeys {
  constructor(private readonly links: LinkKeys) {}

  of(signUpId: string): string {
    return this.links.of(PURPOSE, signUpId);
  }

  /** 404 for a wrong key as for a sign-up that is not there. */
  demand(row: SignUpRow | null, key: string | undefined, actor: Actor | undefined): SignUpRow {
    if (row && key !== undefined && this.links.fits(PURPOSE, row.id, key)) return row;
    if (row?.personId && row.personId === actor?.personId) return row;
    throw notFound('这份报名', '请核对链接，或用报名号和手机号找回');
  }
}
