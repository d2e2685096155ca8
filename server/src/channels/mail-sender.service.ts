import { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import type { HandOver } from './channels.service.ts';

export interface Mail {
  /** Becomes the mail's own id, by which a server that gets it twice may know it. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** How far it has come: while it is only announced, nothing of it can arrive. */
type Stage = 'connecting' | 'signing in' | 'announcing' | 'writing';

interface SmtpFailure extends Error {
  code?: string;
  responseCode?: number;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
/** All of it together; whoever hands over waits no longer than two minutes. */
const WHOLE_MS = 60_000;
const LATER_SECONDS = 300;

/** Hands mails to the county's own mail server (SMTP), one connection each. */
@Injectable()
export class MailSender {
  private readonly log = new Logger('mail');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  get isOpen(): boolean {
    return this.settings.SMTP_URL !== undefined && this.settings.MAIL_FROM !== undefined;
  }

  async send(mail: Mail): Promise<HandOver> {
    this.database.mustBeOutsideWork('Sending mail');
    const { SMTP_URL: server, MAIL_FROM: from } = this.settings;
    if (!server || !from) return { outcome: 'refused', reason: '邮件提醒没有开通' };
    let stage: Stage = 'connecting';
    try {
      const bytes = await this.compose(mail, from);
      await deliver(server, { from: from.address, to: mail.to, bytes }, (reached) => (stage = reached));
      return { outcome: 'sent' };
    } catch (error) {
      return this.outcomeOf(error as SmtpFailure, stage);
    }
  }

  private compose({ id, to, subject, text }: Mail, from: NonNullable<Settings['MAIL_FROM']>): Promise<Buffer> {
    const composer = new MailComposer({
      from: { name: from.name ?? `${this.settings.COUNTY_NAME}政务公开`, address: from.address },
      to: { name: '', address: to },
      subject,
      text,
      textEncoding: 'base64',
      date: new Date(this.clock.now()),
      messageId: `<${id}@${from.address.split('@')[1]}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return composer.compile().build();
  }

  /** SMTP's own numbers: 4xx is not yet, 5xx never. A mail being written when the line breaks may have arrived. */
  private outcomeOf({ code, responseCode, message }: SmtpFailure, stage: Stage): HandOver {
    const said = responseCode ?? code ?? 'error';
    const later = (reason: string): HandOver => ({ outcome: 'later', afterSeconds: LATER_SECONDS, reason });
    if (stage === 'connecting' || stage === 'signing in') {
      this.log.error(`The mail server is of no use while ${stage}: ${said} ${message}`);
      return later(stage === 'signing in' ? `邮件服务器不让登录（${said}）` : `连不上邮件服务器（${said}）`);
    }
    this.log.warn(`A mail was not taken while ${stage}: ${said}`);
    if (responseCode && responseCode >= 500) return { outcome: 'refused', reason: `邮件服务器拒收（${responseCode}）` };
    if (responseCode) return later(`邮件服务器暂时不收（${responseCode}）`);
    if (stage === 'writing') return { outcome: 'uncertain', reason: `邮件服务器中断（${said}），不知道是否送到` };
    return later(`邮件服务器中断（${said}）`);
  }
}

async function deliver(
  { host, port, isSecure, user, password, isPlain }: NonNullable<Settings['SMTP_URL']>,
  { from, to, bytes }: { from: string; to: string; bytes: Buffer },
  reached: (stage: Stage) => void,
): Promise<void> {
  const connection = new SMTPConnection({
    host,
    port,
    secure: isSecure,
    // A password is never sent in the clear, unless the setting says that the line is the county's own.
    requireTLS: user !== undefined && !isSecure && !isPlain,
    ignoreTLS: isPlain,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  let timer: NodeJS.Timeout | undefined;
  const fails = new Promise<never>((_, reject) => {
    connection.on('error', reject);
    timer = setTimeout(() => reject(new Error('too slow')), WHOLE_MS);
  });
  // Whatever breaks after the last step breaks nothing.
  fails.catch(() => undefined);
  const step = <Result>(act: (done: (error?: Error | null, result?: Result) => void) => void) =>
    Promise.race([
      fails,
      new Promise<Result | undefined>((resolve, reject) =>
        act((error, result) => (error ? reject(error) : resolve(result))),
      ),
    ]);
  try {
    await step((done) => connection.connect(done));
    if (user !== undefined) {
      reached('signing in');
      await step((done) => connection.login({ user, pass: password }, done));
    }
    reached('announcing');
    const body = Readable.from(watched(bytes, () => reached('writing')));
    await step((done) => connection.send({ from, to: [to], size: bytes.length }, body, done));
    connection.quit();
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Says when somebody begins to take the bytes, which the server has then asked for. */
function* watched(bytes: Buffer, begins: () => void): Generator<Buffer> {
  begins();
  yield bytes;
}
