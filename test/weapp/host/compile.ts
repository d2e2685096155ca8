import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILTIN_TEMPLATES } from './builtin-templates.ts';
import type { Bundle } from './bundle.ts';

const MOST_OUTPUT = 256 * 1024 * 1024;
const compilers = path.join(
  path.dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json')),
  'bin/linux',
);

/** A built mini-program through WeChat's own compilers, as one object a browser can run; throws what they refuse. */
export function compileMiniProgram(folder: string): Bundle {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const ending = (extension: string) => files.filter((file) => file.endsWith(extension));
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const templates = ending('.wxml');
  const scripts = ending('.wxs');
  // The outcome is not run (2020's own runtime is not public); what counts is that nothing is refused.
  runCompiler('wcc', ['-d', '-cc', '0', ...templates, ...scripts, '-gn', '$gwx'], folder);
  return {
    modules: Object.fromEntries(ending('.js').map((file) => [file, read(file)])),
    settings: Object.fromEntries(ending('.json').map((file) => [file, JSON.parse(read(file)) as object])),
    ...compileStyles(folder, ending('.wxss')),
    ...compileTemplates(templates, scripts, read),
    builtinTemplates: compileBuiltins(),
  };
}

/** All sheets in one run, so that an import finds its sheet. The output reads `name=script=name=script=…`. */
function compileStyles(folder: string, sheets: string[]): Pick<Bundle, 'styles' | 'sharedStyles'> {
  const parts = runCompiler('wcsc', ['-lc', '-js', '-pc', String(sheets.length), ...sheets], folder).split('=');
  const styles: Record<string, string> = {};
  let sharedStyles = '';
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [name, script] = [parts[at]!, unescaped(parts[at + 1]!)];
    if (name === 'comm') sharedStyles = script.match(/__COMMON_STYLESHEETS__\[[\s\S]*?\];/g)?.join('\n') ?? '';
    else if (name.endsWith('.wxss') && !name.startsWith('./')) styles[name] = script;
  }
  return { styles, sharedStyles };
}

const unescaped = (text: string): string =>
  text
    .replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\n/g, '\n')
    .replace(/\\\\/g, '\\');

function compileTemplates(templates: string[], scripts: string[], read: (file: string) => string) {
  const group = new TmplGroup();
  const warnings = templates.flatMap((file) =>
    (group.addTmpl(file.replace(/\.wxml$/, ''), read(file)) as { message: string }[]).map(
      (warning) => `${file}: ${warning.message}`,
    ),
  );
  for (const file of scripts) group.addScript(file.replace(/\.wxs$/, ''), read(file));
  const compiled = group.getTmplGenObjectGroups();
  group.free();
  return { templates: compiled, warnings };
}

function compileBuiltins(): string {
  const group = new TmplGroup();
  for (const [tag, template] of Object.entries(BUILTIN_TEMPLATES)) group.addTmpl(tag, template);
  const compiled = group.getTmplGenObjectGroups();
  group.free();
  return compiled;
}

/** Runs one of the official compilers; they may print an error and yet end with 0. */
function runCompiler(name: 'wcc' | 'wcsc', args: string[], cwd: string): string {
  const program = path.join(compilers, name);
  chmodSync(program, 0o755);
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, maxBuffer: MOST_OUTPUT, encoding: 'utf8' });
  const complaint = [stderr, stdout?.slice(0, 2000)].find((text) => /^\s*ERR/m.test(text ?? ''));
  if (error ?? complaint ?? status !== 0) {
    throw new Error(`${name} refuses the build: ${complaint ?? error?.message ?? stderr}`);
  }
  return stdout;
}
