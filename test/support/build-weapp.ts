import { buildFirst } from './build-first.ts';

/** The WeChat mini-program, for the tests that boot it: built with an address that leads to the test's own server. */
export default function buildWeapp(): void {
  process.env.API_BASE = 'https://county.test/api';
  buildFirst('--weapp-only');
  delete process.env.API_BASE;
}
