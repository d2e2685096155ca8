import type { Account, AppSettings } from './bundle.ts';
import type { Framework, PageInstance, Root } from './framework.ts';
import { resolvePath } from './modules.ts';
import type { Styles } from './styles.ts';

export type Move = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack';

interface OpenPage {
  path: string;
  box: HTMLElement;
  style: HTMLStyleElement;
  root: Root;
  instance: PageInstance;
}

const MOST_PAGES = 10;

/** WeChat's pages, one over the other, ten at most; pages of the tab bar stay as they were left. */
export class PageStack {
  private readonly open: OpenPage[] = [];
  private readonly left = new Map<string, OpenPage>();
  private readonly all: ReadonlySet<string>;
  private readonly tabs: ReadonlySet<string>;

  constructor(
    app: AppSettings,
    private readonly framework: Framework,
    private readonly styles: Styles,
    private readonly account: Account,
    /** Runs a page's script, which registers it. */
    private readonly load: (path: string) => void,
  ) {
    const inPackages = app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
    this.all = new Set([...app.pages, ...inPackages]);
    this.tabs = new Set((app.tabBar?.list ?? []).map(({ pagePath }) => pagePath));
  }

  get instances(): PageInstance[] {
    return this.open.map(({ instance }) => instance);
  }

  start(url: string): void {
    this.push(url);
    this.tell();
  }

  move(kind: Move, { url = '', delta = 1 }: { url?: string; delta?: number }): void {
    if (kind === 'navigateBack') this.back(delta);
    else this.go(kind, this.absolute(url));
    this.tell();
  }

  private go(kind: Exclude<Move, 'navigateBack'>, url: string): void {
    const isTab = this.tabs.has(partsOf(url).path);
    if (kind === 'switchTab' && !isTab) throw new Error('can not switch to no-tabBar page');
    if ((kind === 'navigateTo' || kind === 'redirectTo') && isTab) throw new Error(`can not ${kind} a tabbar page`);
    if (kind === 'navigateTo') {
      if (this.open.length >= MOST_PAGES) throw new Error('webview count limit exceed');
      this.hide(this.top);
      this.push(url);
    } else if (kind === 'redirectTo') {
      this.close(this.open.pop()!);
      this.push(url);
    } else if (kind === 'reLaunch') {
      for (const page of [...this.open.splice(0), ...this.left.values()]) this.close(page);
      this.left.clear();
      this.push(url);
    } else this.switchTo(url);
  }

  private switchTo(url: string): void {
    const { path } = partsOf(url);
    if (this.top.path === path) return;
    for (const page of this.open.splice(0).reverse()) {
      if (!this.tabs.has(page.path)) this.close(page);
      else {
        this.hide(page);
        this.left.set(page.path, page);
      }
    }
    const before = this.left.get(path);
    if (!before) return this.push(url);
    this.open.push(before);
    this.show(before);
  }

  private back(delta: number): void {
    const steps = Math.min(delta, this.open.length - 1);
    for (let step = 0; step < steps; step += 1) this.close(this.open.pop()!);
    if (steps > 0) this.show(this.top);
  }

  private push(url: string): void {
    const { path, query } = partsOf(url);
    if (!this.all.has(path)) throw new Error(`page "${path}" is not found`);
    this.load(path);
    const [box, placeholder] = [document.createElement('div'), document.createElement('div')];
    box.className = 'wx-page';
    box.append(placeholder);
    document.getElementById('stage')!.append(box);
    const root = this.framework.createRoot(path);
    const page = { path, box, style: this.styles.add(`${path}.wxss`), root, instance: root.get() };
    Object.assign(page.instance, { route: path, __route__: path, options: query });
    this.open.push(page);
    root.attach(box, placeholder);
    this.call(page, 'onLoad', query);
    this.call(page, 'onShow');
    requestAnimationFrame(() => this.call(page, 'onReady'));
  }

  private get top(): OpenPage {
    return this.open.at(-1)!;
  }

  private hide(page: OpenPage): void {
    page.box.style.display = 'none';
    page.style.disabled = true;
    this.call(page, 'onHide');
  }

  private show(page: OpenPage): void {
    page.box.style.display = '';
    page.style.disabled = false;
    this.call(page, 'onShow');
  }

  private close(page: OpenPage): void {
    this.call(page, 'onUnload');
    page.root.release();
    page.box.remove();
    page.style.remove();
  }

  private call({ path, instance }: OpenPage, name: string, ...args: unknown[]): void {
    try {
      (instance[name] as ((...args: unknown[]) => void) | undefined)?.apply(instance, args);
    } catch (error) {
      this.account.errors.push(`${path} ${name}: ${(error as Error).stack}`);
    }
  }

  private absolute(url: string): string {
    return url.startsWith('/') ? url : `/${resolvePath(this.top.path, url)}`;
  }

  private tell(): void {
    this.account.pages = this.open.map(({ path }) => path);
  }
}

/** WeChat hands a page its query as written, not decoded. */
export function partsOf(url: string): { path: string; query: Record<string, string> } {
  const [path = '', words = ''] = url.split('?');
  const pairs = words
    .split('&')
    .filter(Boolean)
    .map((pair) => [pair.split('=')[0]!, pair.slice(pair.indexOf('=') + 1)] as const);
  return { path: path.replace(/^\//, ''), query: Object.fromEntries(pairs) };
}
