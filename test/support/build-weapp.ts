import { buildFirst } from './build-first.ts';

/** The WeChat mini-program, for the tests that boot it. */
export default function buildWeapp(): void {
  buildFirst('--weapp-for-tests');
}
