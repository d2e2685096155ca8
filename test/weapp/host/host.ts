/** Runs in the host page: boots a compiled mini-program and keeps account of what happens. */
import type { Account, AppSettings, Bundle } from './bundle.ts';
import { Framework, type Declaration } from './framework.ts';
import { Modules, resolvePath } from './modules.ts';
import { PageStack, partsOf } from './page-stack.ts';
import { Styles } from './styles.ts';
import { makeWx } from './wx.ts';

interface App {
  onLaunch?(options: object): void;
  onShow?(options: object): void;
}

interface PageSettings {
  usingComponents?: Record<string, string>;
  styleIsolation?: string;
}

const account: Account = { errors: [], warnings: [], pages: [], setDataBytes: [], calls: [] };

/** Opens the app at an address, as a tap on its icon or a scanned code does. */
function boot(bundle: Bundle, apiBase: string, url: string): void {
  const settings = bundle.settings['app.json'] as AppSettings & PageSettings;
  const framework = new Framework(bundle, account);
  const styles = new Styles(bundle, document.documentElement.clientWidth);
  const loaded = new Set<string>();
  let registering = '';
  let app: App | undefined;

  const load = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const outer = registering;
    registering = path;
    modules.load(`${path}.js`);
    registering = outer;
  };
  const register = (kind: 'Page' | 'Component') => (declared: Declaration) => {
    const path = registering;
    const own = { ...(bundle.settings[`${path}.json`] as PageSettings | undefined) };
    const using = { ...settings.usingComponents, ...own.usingComponents };
    const paths = Object.fromEntries(Object.entries(using).map(([tag, wanted]) => [tag, resolvePath(path, wanted)]));
    for (const component of Object.values(paths)) load(component);
    const isolation = declared.options?.styleIsolation;
    const styled = isolation && !own.styleIsolation ? { styleIsolation: isolation } : {};
    framework.register(kind, path, declared, { ...own, ...styled, usingComponents: paths });
  };

  const entry = partsOf(url);
  const pages: PageStack = new PageStack(settings, framework, styles, account, load);
  const modules = new Modules(bundle, settings, {
    App: (declared: App) => (app = declared),
    Page: register('Page'),
    Component: register('Component'),
    Behavior: (declared: object) => framework.behavior(declared),
    getApp: () => app,
    getCurrentPages: () => pages.instances,
    wx: makeWx({ account, apiBase, entry, pages: () => pages }),
  });

  styles.add('app.wxss');
  modules.load('app.js');
  const options = { ...entry, scene: 1001, referrerInfo: {} };
  app?.onLaunch?.(options);
  app?.onShow?.(options);
  pages.start(url);
  Object.assign(window, { __pages__: pages });
}

Object.assign(window, {
  __account__: account,
  __boot__: (bundle: Bundle, apiBase: string, url: string) => {
    try {
      boot(bundle, apiBase, url);
    } catch (error) {
      account.errors.push(`${url}: ${(error as Error).stack}`);
    }
  },
});
