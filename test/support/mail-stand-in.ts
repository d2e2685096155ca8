import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived; subject and text decoded, the bytes as they are. */
export interface ReceivedMail {
  from: string;
  to: string;
  headers: Map<string, string>;
  subject: string;
  text: string;
  raw: string;
}

/** What the server does with mails to an address. */
export type MailTreatment =
  | { at: 'recipient' | 'data'; code: number }
  | { at: 'sender'; code: number }
  | 'breaks at the recipient'
  | 'breaks after the data'
  | 'takes it, then breaks';

export interface MailStandIn {
  /** For the setting SMTP_URL; without encryption. */
  url: string;
  port: number;
  mails: ReceivedMail[];
  /** The next mail to the address, once. */
  treats(address: string, ...treatments: MailTreatment[]): void;
  /** How often somebody tried to sign in. */
  signIns: number;
  close(): Promise<void>;
}

export interface MailStandInOptions {
  user?: string;
  password?: string;
  /** Whether it offers STARTTLS, with a certificate nobody knows. */
  hasTls?: boolean;
}

/** A real SMTP server that keeps what it takes, and fails as it is told to. */
export async function startMailStandIn(options: MailStandInOptions = {}): Promise<MailStandIn> {
  const waiting = new Map<string, MailTreatment[]>();
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let signIns = 0;
  const next = (address: string, fits: (treatment: MailTreatment) => boolean): MailTreatment | undefined => {
    const list = waiting.get(address) ?? [];
    return list[0] && fits(list[0]) ? list.shift() : undefined;
  };
  const refusal = (code: number) => Object.assign(new Error('as the test wishes'), { responseCode: code });
  /** One connection a mail: whatever is open belongs to the mail being sent. */
  const breakOff = () => sockets.forEach((socket) => socket.destroy());

  const server = new SMTPServer({
    logger: false,
    authOptional: options.user === undefined,
    allowInsecureAuth: true,
    disabledCommands: options.hasTls ? [] : ['STARTTLS'],
    onAuth(auth, _session, done) {
      signIns += 1;
      const isRight = auth.username === options.user && auth.password === options.password;
      done(isRight ? null : refusal(535), isRight ? { user: 'county' } : undefined);
    },
    onMailFrom(_address, _session, done) {
      const treatment = next('sender', () => true);
      done(typeof treatment === 'object' ? refusal(treatment.code) : null);
    },
    onRcptTo({ address }, _session, done) {
      const isHere = (one: MailTreatment) =>
        one === 'breaks at the recipient' || (typeof one === 'object' && one.at === 'recipient');
      const treatment = next(address, isHere);
      if (treatment === 'breaks at the recipient') return breakOff();
      done(typeof treatment === 'object' ? refusal(treatment.code) : null);
    },
    async onData(stream, { envelope }, done) {
      const to = envelope.rcptTo[0]!.address;
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const bytes = await buffer(stream);
      const treatment = next(to, () => true);
      if (typeof treatment === 'object') return done(refusal(treatment.code));
      if (treatment !== 'breaks after the data') mails.push(readMail(bytes.toString('latin1'), from, to));
      if (typeof treatment === 'string') return breakOff();
      done(null, 'taken');
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    treats: (address, ...treatments) => void waiting.set(address, [...(waiting.get(address) ?? []), ...treatments]),
    get signIns() {
      return signIns;
    },
    close: () =>
      new Promise((done) => {
        breakOff();
        server.close(() => done());
      }),
  };
}

function readMail(raw: string, from: string, to: string): ReceivedMail {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  const text = Buffer.from(body.join('\r\n\r\n'), 'base64').toString('utf8');
  return { from, to, headers, subject: decoded(headers.get('subject') ?? ''), text, raw };
}

/** Encoded words (RFC 2047), as far as mail of ours has them. */
function decoded(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, text: string) => {
      if (kind.toLowerCase() === 'b') return Buffer.from(text, 'base64').toString('latin1');
      return text
        .replace(/_/g, ' ')
        .replace(/=([0-9A-F]{2})/g, (_sign, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    })
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}
