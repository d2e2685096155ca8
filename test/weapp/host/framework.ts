/**
 * WeChat's component framework as its makers publish it (glass-easel), in a browser's document: components and pages
 * are registered with it, and what they show are real elements.
 */
import { CodeSpace, component, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Account, Bundle } from './bundle.ts';
import { BUILTINS } from './builtins.ts';
import { plainEvent } from './plain-event.ts';
import { runScript } from './run-script.ts';

type Methods = Record<string, unknown>;

/** A page or component as a script declares it. */
export interface Declaration extends Methods {
  methods?: Methods;
  options?: { styleIsolation?: string };
}

export interface PageInstance extends Methods {
  createSelectorQuery(): unknown;
}

export interface Root {
  get(): PageInstance;
  attach(parent: HTMLElement, placeholder: HTMLElement): void;
  release(): void;
}

/** The parts of the adapter that are used here, as they are typed there only loosely. */
interface Space {
  addComponentStaticConfig(path: string, settings: object): void;
  addCompiledTemplate(path: string, template: { groupList: object; content: unknown }): void;
  componentEnv(
    path: string,
    define: (kinds: Record<'Page' | 'Component' | 'Behavior', (it: object) => unknown>) => unknown,
  ): unknown;
  getComponentSpace(): { setGlobalUsingComponent(tag: string, it: unknown): void; getComponent(path: string): unknown };
}

export class Framework {
  private readonly space: Space;
  private readonly backend: { createRoot(tag: string, space: Space, path: string): Root };

  constructor(
    bundle: Bundle,
    private readonly account: Account,
  ) {
    listen(account);
    const env = new MiniProgramEnv();
    this.space = env.createCodeSpace('main', true) as unknown as Space;
    this.addBuiltins(env.getGlobalCodeSpace() as unknown as Space, groupsOf(bundle.builtinTemplates));
    const templates = groupsOf(bundle.templates);
    for (const [path, content] of Object.entries(templates)) {
      this.space.addCompiledTemplate(path, { groupList: templates, content });
    }
    this.backend = env.associateBackend(windowBackend() as never) as unknown as typeof this.backend;
  }

  register(kind: 'Page' | 'Component', path: string, declared: Declaration, settings: object): void {
    this.space.addComponentStaticConfig(path, settings);
    const ready =
      kind === 'Page' ? this.guarded(declared) : { ...declared, methods: this.guarded(declared.methods ?? {}) };
    this.space.componentEnv(path, (kinds) => kinds[kind](ready));
  }

  behavior(declared: object): unknown {
    return this.space.componentEnv('', (kinds) => kinds.Behavior(declared));
  }

  createRoot(path: string): Root {
    return this.backend.createRoot('page-root', this.space, path);
  }

  private addBuiltins(space: Space, templates: Record<string, unknown>): void {
    for (const [tag, definition] of Object.entries(BUILTINS)) {
      const path = `wx/${tag}`;
      space.addComponentStaticConfig(path, { component: true, styleIsolation: 'apply-shared' });
      space.addCompiledTemplate(path, { groupList: templates, content: templates[tag] });
      space.componentEnv(path, (kinds) => kinds.Component(definition));
      this.space.getComponentSpace().setGlobalUsingComponent(tag, space.getComponentSpace().getComponent(path));
    }
  }

  /** Handlers get WeChat's plain event objects, and what they throw is told. */
  private guarded(methods: Methods): Methods {
    const guard = (name: string, method: (...args: unknown[]) => unknown) => {
      const { account } = this;
      return function (this: unknown, ...args: unknown[]) {
        try {
          return method.apply(this, args.map(plainEvent));
        } catch (error) {
          account.errors.push(`${name}: ${(error as Error).stack}`);
          throw error;
        }
      };
    };
    return Object.fromEntries(
      Object.entries(methods).map(([name, it]) => [name, typeof it === 'function' ? guard(name, it as never) : it]),
    );
  }
}

function groupsOf(script: string): Record<string, unknown> {
  return runScript(`return ${script}`) as Record<string, unknown>;
}

function windowBackend(): unknown {
  const backend = new glassEasel.CurrentWindowBackendContext();
  backend.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event<unknown>(type, detail as unknown, options);
    glassEasel.Event.dispatchEvent(target, event as never);
    return event.getEventBubbleStatus();
  });
  return backend;
}

function listen(account: Account): void {
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.globalOptions.writeIdToDOM = true;
  glassEasel.addGlobalErrorListener((error: unknown) => {
    account.errors.push(String((error as Error).stack ?? error));
    return false;
  });
  glassEasel.addGlobalWarningListener((warning: unknown) => {
    const words = String((warning as Error).message ?? warning);
    // Our stand-ins know only the properties that are used here.
    if (!words.endsWith('is not a valid property')) account.warnings.push(words);
    return false;
  });
  keepIds();
  shipAsJson(account);
}

/** Ids stay as the page wrote them, so that a label finds its field. */
function keepIds(): void {
  const spaces = CodeSpace.prototype as unknown as { prepareComponentOptions(...args: unknown[]): [object] };
  const prepare = spaces.prepareComponentOptions;
  spaces.prepareComponentOptions = function (...args) {
    const prepared = prepare.apply(this, args);
    Object.assign(prepared[0], { idPrefixGenerator: null });
    return prepared;
  };
}

/** WeChat's logic and view are two contexts: what passes between them is JSON, and its size is what makes pages slow. */
function shipAsJson(account: Account): void {
  const caller = component.ComponentCaller.prototype as unknown as {
    setData(data: object, done?: () => void): unknown;
  };
  const setData = caller.setData;
  caller.setData = function (data, done) {
    for (const [field, value] of Object.entries(data)) {
      if (value === undefined) account.warnings.push(`Setting data field "${field}" to undefined is invalid.`);
    }
    const json = JSON.stringify(data);
    account.setDataBytes.push(new Blob([json]).size);
    return setData.call(this, JSON.parse(json) as object, done);
  };
}
