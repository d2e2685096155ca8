import type { AppSettings, Bundle } from './bundle.ts';
import { runScript } from './run-script.ts';

/** Names of a browser that a mini-program's scripts do not have. */
const MISSING = `
  window document self top parent frames location navigator history localStorage sessionStorage
  indexedDB XMLHttpRequest fetch WebSocket Worker Image Blob File FileReader FormData Headers Request
  Response URL URLSearchParams AbortController AbortSignal crypto performance requestAnimationFrame
  cancelAnimationFrame MutationObserver HTMLElement Element Node Event CustomEvent alert
  structuredClone queueMicrotask TextEncoder TextDecoder atob btoa WebAssembly getComputedStyle
  matchMedia`
  .trim()
  .split(/\s+/);

/** What `globalThis` holds there. */
const GLOBALS = {
  console,
  Promise,
  Object,
  Array,
  JSON,
  Math,
  Date,
  RegExp,
  Map,
  Set,
  WeakMap,
  WeakSet,
  Symbol,
  Error,
  TypeError,
  Proxy,
  Reflect,
  ArrayBuffer,
  Uint8Array,
  setTimeout: setTimeout.bind(window),
  clearTimeout: clearTimeout.bind(window),
  setInterval: setInterval.bind(window),
  clearInterval: clearInterval.bind(window),
};

/** Code from text is refused there, but for the `return this` by which libraries look for the global object. */
const refusingFunction = new Proxy(Function, {
  apply: (_target, _self, words: string[]) => fromText(words),
  construct: (_target, words: string[]) => fromText(words),
});

function fromText(words: string[]): () => unknown {
  if (words.length === 1 && /^\s*return this;?\s*$/.test(words[0]!)) return () => GLOBALS;
  throw new EvalError('Function() is disabled in a mini-program');
}

/** Loads scripts as WeChat does: no browser around them, and no reaching into another subpackage. */
export class Modules {
  private readonly loaded = new Map<string, { exports: unknown }>();
  private readonly roots: string[];

  constructor(
    private readonly bundle: Bundle,
    app: AppSettings,
    /** What a script finds besides: App, Page, Component, wx … */
    private readonly scope: Record<string, unknown>,
  ) {
    this.roots = app.subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`);
  }

  has(path: string): boolean {
    return `${path}.js` in this.bundle.modules;
  }

  load(file: string, from = file): unknown {
    const known = this.loaded.get(file);
    if (known) return known.exports;
    const source = this.bundle.modules[file];
    if (source === undefined) throw new Error(`module '${file}' is not defined`);
    const [to, own] = [this.packageOf(file), this.packageOf(from)];
    if (to && to !== own) throw new Error(`${from} may not require ${file}: it lies in the subpackage ${to}`);
    const module = { exports: {} as unknown };
    this.loaded.set(file, module);
    const require = (wanted: string) => {
      const path = resolvePath(file, wanted);
      return this.load(path in this.bundle.modules ? path : `${path}.js`, file);
    };
    const names = { require, module, exports: module.exports, global: GLOBALS, globalThis: GLOBALS, ...this.scope };
    const absent = Object.fromEntries(MISSING.map((name) => [name, undefined]));
    runScript(`${source}\n//# sourceURL=weapp:///${file}`, { ...absent, ...names, Function: refusingFunction });
    return module.exports;
  }

  private packageOf(file: string): string | undefined {
    return this.roots.find((root) => file.startsWith(root));
  }
}

/** A path as written in a script or a page's settings, from the file that names it. */
export function resolvePath(from: string, wanted: string): string {
  if (wanted.startsWith('/')) return wanted.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const part of wanted.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
