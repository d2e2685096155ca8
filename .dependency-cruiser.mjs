/** Who may import whom. Each comment is what a person reads when the rule fails, so it says what to do. */

const HOUSE = 'http|database|clock|config';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'These files need each other: move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'features-form-no-ring',
      comment: 'These features need each other: either they are one feature, or one of them should ask less.',
      severity: 'error',
      scope: 'folder',
      // Not features: `http` (a route names the roles that may call it), and the wiring that lists every table.
      from: { path: '^(?:shared|server)/src/[^/]+$', pathNot: '^(?:shared|server)/src/http$' },
      to: { circular: true, pathNot: '^test/|^server/src$|^(?:shared|server)/src/http$' },
    },
    {
      name: 'shared-imports-only-zod',
      comment:
        'shared may use zod and itself; whatever reads a clock, a disk, a network or a framework belongs to a side.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: '[.]test[.]ts$' },
      to: { pathNot: ['^shared/src/', '^node_modules/zod/'] },
    },
    {
      name: 'zod-through-its-one-door',
      comment: "Import zod from shared's zod.ts, which switches off what WeChat forbids.",
      severity: 'error',
      from: { path: '^(?:shared|server|miniapp|seeds)/', pathNot: '^shared/src/zod[.]ts$' },
      to: { path: '^node_modules/zod/' },
    },
    {
      name: 'sides-meet-in-shared',
      comment:
        'The mini-program, the server and the seeds know each other only through shared (the server sows the seeds).',
      severity: 'error',
      from: {
        path: '^(server|miniapp|seeds)/',
        pathNot: '^server/src/(?:seeding/|.+/demo-|people/people-seeding)|[.]test[.]ts$',
      },
      to: { path: '^(?:server|miniapp|seeds)/', pathNot: '^$1/' },
    },
    {
      name: 'features-meet-at-their-service',
      comment: "Another feature's tables, controller and parts are its own: call its service.",
      severity: 'error',
      from: { path: '^server/src/([^/]+)/', pathNot: '[.]test[.]ts$' },
      to: {
        path: '^server/src/[^/]+/',
        // Types of another feature's rows and replies cost nothing at run time, but they too are the feature's own.
        pathNot: ['^server/src/$1/', `^server/src/(?:${HOUSE})/`, '[.](?:service|module)[.]ts$'],
      },
    },
    {
      name: 'only-tables-and-services-know-typeorm',
      comment:
        'Only tables, services and wiring use the database; a part of a service may name its types, others ask the service.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: [
          '^server/src/database/',
          '^server/src/(?:app|house[.]module|tables)[.]ts$',
          '[.](?:tables|service|module|test)[.]ts$',
        ],
      },
      to: { path: '^node_modules/(?:typeorm|@nestjs/typeorm)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'miniapp-layers',
      comment: 'Pages and tabs use ui, components, api and platform; none of those reaches back up.',
      severity: 'error',
      from: { path: '^miniapp/src/(?:components|ui|api|platform|theme)/' },
      to: { path: '^miniapp/src/(?:pages|tabs)/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Tests use the code, never the other way round.',
      severity: 'error',
      from: { path: '^(?:shared|server|miniapp|seeds)/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '[.]test[.]tsx?$|^test/' },
    },
    {
      name: 'declared-dependencies-only',
      comment: "Add the package to this workspace's package.json, or mend the path.",
      severity: 'error',
      from: { path: '^(?:shared|server|miniapp|seeds)/', pathNot: '[.]test[.]tsx?$' },
      to: { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:shared|server|miniapp|seeds)/dist/|[.]scss$|[.]png$|[.]svg$' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@county/source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.weapp.ts', '.weapp.tsx', '.h5.ts', '.h5.tsx', '.js', '.mjs', '.d.ts'],
    },
  },
};
