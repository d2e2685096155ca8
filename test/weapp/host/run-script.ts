/**
 * Runs a script that WeChat's compilers made, as WeChat does: with just the names it is given, in the page's own world.
 * This file alone may make a function of a text; `.oxlintrc.json` says so.
 */
export function runScript(script: string, names: Readonly<Record<string, unknown>> = {}): unknown {
  return new Function(...Object.keys(names), script).call(undefined, ...Object.values(names));
}
