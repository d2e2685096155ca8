/** A message WeChat has taken. */
export interface TakenMessage {
  openid: string;
  templateId: string;
  page: string;
  data: Record<string, string>;
  at: string;
}

interface Wanted {
  touser?: string;
  template_id?: string;
  page?: string;
  data?: Record<string, { value?: unknown }>;
}

const FITS: Record<string, (text: string) => boolean> = {
  thing: (text) => text.length <= 20 && !/[\n\r\t]/.test(text),
  character_string: (text) => text.length <= 32 && !/[^\x20-\x7e]/.test(text),
  phrase: (text) => /^\p{Script=Han}{1,5}$/u.test(text),
  name: (text) => text.length <= (/\p{Script=Han}/u.test(text) ? 10 : 20),
  number: (text) => /^\d{1,32}$/.test(text),
  date: (text) => /^\d{4}年\d{1,2}月\d{1,2}日(?: \d{1,2}:\d{2})?$/.test(text),
};

/** People's consents, the templates of a mini-program, and what was sent to whom. */
export class Subscriptions {
  readonly taken: TakenMessage[] = [];
  /** Pages the mini-program does not have. */
  readonly unknownPages = new Set<string>();
  /** Messages taken until the day's are used up. */
  quota = Infinity;
  private readonly templates = new Map<string, readonly string[]>();
  private readonly credits = new Map<string, number>();
  private readonly openids = new Set<string>();
  private readonly busy = new Set<string>();

  constructor(private readonly now: () => number) {}

  /** A template of the console, with the keys of its fields. */
  addTemplate(id: string, fieldKeys: readonly string[]): void {
    this.templates.set(id, fieldKeys);
  }

  removeTemplate(id: string): void {
    this.templates.delete(id);
  }

  /** Somebody's WeChat was asked and agreed, so many times. */
  grant(openid: string, templateId: string, count = 1): void {
    this.openids.add(openid);
    const key = `${openid} ${templateId}`;
    this.credits.set(key, (this.credits.get(key) ?? 0) + count);
  }

  /** Somebody refused in WeChat's own settings. */
  revoke(openid: string, templateId: string): void {
    this.credits.set(`${openid} ${templateId}`, 0);
  }

  /** The account exists no more. */
  close(openid: string): void {
    this.openids.delete(openid);
  }

  /** Two at once to one person are refused; to be called while the first is still being answered. */
  begin(openid: string): boolean {
    if (this.busy.has(openid)) return false;
    this.busy.add(openid);
    return true;
  }

  end(openid: string): void {
    this.busy.delete(openid);
  }

  /** Takes the message, or answers WeChat's number for why not. */
  take({ touser = '', template_id = '', page = '', data = {} }: Wanted): number {
    const keys = this.templates.get(template_id);
    if (!keys) return 40037;
    if (!this.openids.has(touser)) return 40003;
    if (this.unknownPages.has(page.split('?')[0]!)) return 41030;
    if (!keys.every((key) => fits(key, data[key]?.value))) return 47003;
    const credit = `${touser} ${template_id}`;
    const left = this.credits.get(credit) ?? 0;
    if (left < 1) return 43101;
    if (this.taken.length >= this.quota) return 45009;
    this.credits.set(credit, left - 1);
    const texts = Object.entries(data).map(([key, { value }]) => [key, String(value)]);
    this.taken.push({
      openid: touser,
      templateId: template_id,
      page,
      data: Object.fromEntries(texts),
      at: new Date(this.now()).toISOString(),
    });
    return 0;
  }
}

function fits(key: string, value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && !!FITS[key.replace(/\d+$/, '')]?.(value);
}
