// Taro drops every attribute missing from its component table, and all of aria-* is missing: without this
// plugin a screen reader in WeChat hears nothing but text.
import path from 'node:path';

type Attributes = Record<string, Record<string, string>>;

interface Platform {
  runtimePath: string | string[];
  /** Absent on the web, where attributes pass through. */
  template?: { mergeComponents(context: unknown, components: Attributes): void };
}

/** What this plugin uses of Taro's plugin context. */
interface Context {
  registerMethod(method: { name: string; fn(platform: Platform): void }): void;
}

const { components } = require('./aria-attributes') as { components: Attributes };

export default (context: Context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (!platform.template) return;
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'aria-runtime.js')].flat();
      platform.template.mergeComponents(context, components);
    },
  });
};
