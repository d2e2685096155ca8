import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');

/** Files of the repository, new ones included, that hold text a person may read. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) =>
    /[.](?:[cm]?[jt]sx?|json|md|scss|css|html|ya?ml|txt)$|^Dockerfile$|^[.]ci[/]run$|^[.]npmrc$/.test(file),
  );

const linesWith = (pattern: RegExp, among: readonly string[]) =>
  among.flatMap((file) =>
    readTextOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );

/** A file deleted but not yet committed is still listed. */
function readTextOf(file: string): string {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return '';
  }
}

describe('The repository', () => {
  it('is looked through', () => {
    expect(files).toContain('package-lock.json');
    expect(files).toContain('server/src/main.ts');
  });

  it('installs from whichever registry its user has set', () => {
    const lock = JSON.parse(readTextOf('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    const tied = Object.entries(lock.packages).filter(([, { resolved }]) => /^[a-z+]+:/.test(resolved ?? ''));
    expect(tied).toEqual([]);
    expect(linesWith(new RegExp('registry' + '[=.]|npm' + 'mirror[.]'), ['.npmrc', 'package-lock.json'])).toEqual([]);
  });

  it('names no folder of the machine it was written on', () => {
    const machine = new RegExp(
      ['/wor' + 'k/', '/hom' + 'e/[a-z]+/', '/roo' + 't/', '/Us' + 'ers/']
        .map((word) => `(?:^|[\\s'"\`(=])${word}`)
        .join('|'),
    );
    expect(linesWith(machine, files)).toEqual([]);
  });
});
