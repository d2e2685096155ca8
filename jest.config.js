import { gathered } from './test/support/gathered/gather.mjs';

/** One project per kind of test; `commands/test.mjs` runs them all and closes with one plain line. */
const base = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@county/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const project = (displayName, roots, more = {}) => ({
  ...base,
  displayName,
  roots: roots.map((root) => `<rootDir>/${root}`),
  testMatch: ['**/*.test.ts'],
  ...(process.env.COUNTY_WHOLE_RUN && displayName !== 'durability' && gathered(displayName, roots)),
  ...more,
});

export default {
  // For machines that do other work besides; a test that hangs is found all the same.
  testTimeout: 180_000,
  reporters: ['default', '<rootDir>/test/support/one-line-reporter.mjs'],
  globalSetup: '<rootDir>/test/support/first-county/start.ts',
  globalTeardown: '<rootDir>/test/support/first-county/stop.ts',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  workerIdleMemoryLimit: '800MB',
  projects: [
    project('rules', ['shared/src', 'seeds', 'miniapp/src']),
    project('sqlite', ['server/src']),
    project('mariadb', ['server/src'], {
      globals: { COUNTY_ENGINE: 'mariadb' },
      globalSetup: '<rootDir>/test/support/mariadb/start.ts',
      globalTeardown: '<rootDir>/test/support/mariadb/stop.ts',
    }),
    project('architecture', ['test/architecture']),
    project('durability', ['test/durability'], {
      globalSetup: '<rootDir>/test/support/mariadb/start-with-server.ts',
      globalTeardown: '<rootDir>/test/support/mariadb/stop.ts',
    }),
    project('weapp', ['test/weapp'], { globalSetup: '<rootDir>/test/support/build-weapp.ts' }),
    project('journeys', ['test/journeys'], { globalSetup: '<rootDir>/test/support/build-pages.ts' }),
  ],
};
