import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lastLines, run, say } from './progress.mjs';

const POLICY = '/usr/sbin/policy-rc.d';

/** Debian packages the tests use, and how to see that each is there. */
const NEEDS = {
  // A third less work for the processor than the whole browser without a window; where Debian has it not, that one.
  'chromium-headless-shell': {
    present: () => hasProgram('chromium-headless-shell'),
    instead: 'chromium',
    tests: 'journeys',
  },
  'fonts-noto-cjk': { present: hasChineseFont, tests: 'journeys (Chinese text is measured)' },
  'poppler-utils': { present: () => hasProgram('pdftotext'), tests: 'printed maps (their text and fonts are read)' },
  'zbar-tools': { present: () => hasProgram('zbarimg'), tests: 'printed maps (their codes are read)' },
  eatmydata: { present: () => hasProgram('eatmydata'), tests: 'mariadb and durability' },
  'mariadb-server': { present: () => hasProgram('mariadbd'), tests: 'mariadb and durability' },
  'galera-4': {
    present: () => existsSync('/usr/lib/galera/libgalera_smm.so'),
    tests: 'durability (three MariaDB nodes that are one database)',
  },
  ...Object.fromEntries(
    ['proxy', 'account', 'container', 'object'].map((part) => [
      `swift-${part}`,
      { present: () => hasProgram(`swift-${part}-server`), tests: 'durability (files in a store that speaks S3)' },
    ]),
  ),
  memcached: { present: () => hasProgram('memcached'), tests: 'durability (the store remembers whom it let in)' },
  iproute2: { present: () => hasProgram('ip'), tests: 'durability (the network between nodes is cut)' },
  rsync: { present: () => hasProgram('rsync'), tests: 'durability (what one node copies from another)' },
};
const BENCH_NEEDS = { wrk: { present: () => hasProgram('wrk'), tests: 'bench' } };

/** Installs what is missing where that is possible; answers the names still missing, whose tests will fail. */
export async function prepareSystem({ bench = false } = {}) {
  const needs = bench ? BENCH_NEEDS : NEEDS;
  const stillMissing = () => Object.keys(needs).filter((name) => !needs[name].present());
  const missing = stillMissing();
  if (!missing.length) return [];
  if (process.getuid?.() === 0 && hasProgram('apt-get')) await install(missing, needs);
  const left = stillMissing().filter((name) => !needs[name].instead || !hasProgram(needs[name].instead));
  for (const name of left) {
    say(`${name} is not installed and could not be; tests that need it count as failed: ${needs[name].tests}.`);
  }
  if (left.length) say(`What to do: as root, run: apt-get install -y --no-install-recommends ${left.join(' ')}`);
  return left;
}

async function install(names, needs) {
  say(`Installing system packages: ${names.join(', ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Debian asks this file before it starts a service: the tests run their own servers on their own ports.
  const guard = !existsSync(POLICY);
  if (guard) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await run('apt-get-update', 'apt-get', ['update'], { env });
    // One name that is not known would keep all the others out.
    const known = [];
    for (const name of names) known.push((await isInDebian(name)) ? name : (needs[name].instead ?? name));
    const { code, output } = await run(
      'apt-get-install',
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...known],
      { env },
    );
    if (code !== 0) say(`apt-get could not install them:\n${lastLines(output, 8)}`);
  } finally {
    if (guard) rmSync(POLICY, { force: true });
  }
}

const isInDebian = async (name) => (await run(`apt-cache-${name}`, 'apt-cache', ['show', name])).code === 0;

export function hasProgram(name) {
  const places = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin'];
  return places.some((place) => place && existsSync(path.join(place, name)));
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  const folder = '/usr/share/fonts/opentype/noto';
  return existsSync(folder) && readdirSync(folder).some((file) => file.includes('CJK'));
}
