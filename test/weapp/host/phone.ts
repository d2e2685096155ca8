/**
 * A phone with WeChat on it, as near as it can be had without one: the built mini-program runs in WeChat's own
 * component framework inside Chromium, and its `wx.request` reaches a real server.
 *
 * What it is not: logic and view share one thread and document here (in WeChat they are two); native components are
 * stand-ins; the compilers are those of 2020; pixels are desktop Chromium's. A release is still tried on real phones.
 */
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../support/chromium.ts';
import type { Account, Bundle } from './bundle.ts';
import { compileMiniProgram } from './compile.ts';
import type { Subscription } from './wx-subscribe.ts';
import type { CalendarEntry } from './wx.ts';

export const BUILT = path.resolve(import.meta.dirname, '../../../miniapp/dist/weapp');
export const API_BASE = 'https://county.test/api';

/** The sheet every mini-program starts from: its tags are no browser's, so none of them is a block by itself. */
const BASE_STYLES = `html,body{margin:0}
view,scroll-view,swiper,swiper-item,form,picker,label,cover-view,map,page-root{display:block}comp{display:contents}
text,image,switch{display:inline-block}image{width:320px;height:240px;overflow:hidden}.wx-img{width:100%;height:100%}
button{display:block;width:100%;box-sizing:border-box;font-size:18px;line-height:2.55;padding:0 14px;border:0}
input,textarea{border:0;font:inherit;width:100%;box-sizing:border-box}`;

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><style>${BASE_STYLES}</style><body><div id="stage"></div><script src="/host.js"></script></body></html>`;

export class Phone {
  private constructor(
    readonly bundle: Bundle,
    private readonly browser: Browser,
    private readonly server: Server,
  ) {}

  /** `countyUrl` is where the county's server listens. */
  static async switchOn(countyUrl: string, built = BUILT): Promise<Phone> {
    const bundle = compileMiniProgram(built);
    const server = await serve(await hostScript(), bundle, countyUrl);
    return new Phone(bundle, await openBrowser(), server);
  }

  /** Somebody's WeChat: storage and files of its own. */
  async somebody(): Promise<Wechat> {
    const { port } = this.server.address() as AddressInfo;
    const context = await this.browser.newContext({
      viewport: { width: 375, height: 724 },
      baseURL: `http://127.0.0.1:${port}`,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(45_000);
    return new Wechat(context);
  }

  async switchOff(): Promise<void> {
    await this.browser.close();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

/** One person's WeChat, in which the app is opened, closed and opened again. */
export class Wechat {
  readonly complaints: string[] = [];

  constructor(readonly context: BrowserContext) {}

  /** Opens the app at a page; `code` is what wx.login gives, `photos` what the person will choose. */
  async open(url: string, { code = '', photos = [] as string[] } = {}): Promise<Page> {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.complaints.push(String(error.stack)));
    page.on('console', (message) => {
      // The browser's own line about a refused request; the app deals with the answer.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    await page.goto('/');
    await page.evaluate(
      async (start) => {
        const host = window as unknown as {
          __boot__(bundle: unknown, apiBase: string, url: string): void;
        };
        Object.assign(window, { __code__: start.code, ...(start.photos.length ? { __chosen__: start.photos } : {}) });
        host.__boot__(await (await fetch('/bundle.json')).json(), start.apiBase, start.url);
      },
      { url, code, photos, apiBase: API_BASE },
    );
    return page;
  }

  /** Closes every page of the running app and opens one. */
  async launch(page: Page, url: string): Promise<void> {
    await page.evaluate(
      (place) =>
        (window as unknown as { __pages__: { move(kind: string, to: object): void } }).__pages__.move('reLaunch', {
          url: place,
        }),
      url,
    );
  }

  /** What the person taps when WeChat asks whether the app may remind them, from now on. */
  async willAnswer(page: Page, subscription: Subscription): Promise<void> {
    await page.evaluate((answer) => void Object.assign(window, { __subscription__: answer }), subscription);
  }

  /** What the camera meets when the app scans a code, from now on. */
  async willScan(page: Page, words: string): Promise<void> {
    await page.evaluate((met) => void Object.assign(window, { __scanned__: met }), words);
  }

  /** What the app has put into the phone's calendar. */
  async calendar(page: Page): Promise<CalendarEntry[]> {
    return page.evaluate(() => (window as unknown as { __calendar__?: CalendarEntry[] }).__calendar__ ?? []);
  }

  async account(page: Page): Promise<Account> {
    const account = await page.evaluate(() => (window as unknown as { __account__: Account }).__account__);
    return { ...account, errors: [...account.errors, ...this.complaints] };
  }
}

async function hostScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.text;
}

async function serve(script: string, bundle: Bundle, countyUrl: string): Promise<Server> {
  const files: Record<string, [string, string]> = {
    '/': ['text/html', PAGE],
    '/host.js': ['text/javascript', script],
    '/bundle.json': ['application/json', JSON.stringify(bundle)],
  };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    if (!file) return passOn(countyUrl, request, response);
    response.writeHead(200, { 'content-type': `${file[0]}; charset=utf-8` });
    response.end(file[1]);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

/** A request of the app, as it is, to the county's server. */
function passOn(countyUrl: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const onward = ask(countyUrl + request.url!, { method: method!, headers }, (reply) => {
    response.writeHead(reply.statusCode!, reply.headers);
    reply.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
