import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Made to run without a window; where it is not installed, the whole browser does. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** A real Chromium without a window, and without its own calls home. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium'),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
