/** Who may import whom (docs/architecture.md). Each rule was broken once on purpose: test/architecture holds that they report. */

/** The other libs that a lib may import; what is not listed is forbidden. */
const allowed = {
  domain: [],
  proof: [],
  platform: [],
  mongo: [],
  vault: ['mongo', 'platform'],
  'event-store': ['platform', 'proof', 'vault'],
  application: ['domain', 'event-store', 'platform'],
  'read-models': ['domain', 'event-store', 'mongo', 'platform'],
  contracts: ['domain'],
  'proof-log': ['event-store', 'mongo', 'platform', 'proof'],
  stores: ['domain', 'event-store', 'mongo', 'platform', 'proof-log', 'read-models', 'vault'],
};

const libRules = Object.entries(allowed).map(([lib, others]) => ({
  name: `${lib}-imports-only-what-it-may`,
  comment: `libs/${lib} may import ${others.length ? others.map((o) => `libs/${o}`).join(', ') : 'no other lib'}; move the code to the room it belongs in.`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: '^libs/', pathNot: `^libs/(${[lib, ...others].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...libRules,
    {
      name: 'no-cycles',
      comment: 'A cycle means two files are one idea, or an idea is in the wrong file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'another-lib-only-through-its-index',
      comment: 'Import @app/<lib> (or @app/proof/node); what its index does not name is private to it.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: '(\\.spec\\.ts$|/testing/)' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/proof/src/node\\.ts$', '^$1/$2/'],
      },
    },
    {
      name: 'libs-never-import-apps',
      comment: 'Apps wire libs together; nothing depends on an app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-never-import-apps',
      comment: 'What two apps share belongs in a lib.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'infra-stands-alone',
      comment: 'The embedded nodes know nothing of the application.',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(apps|libs)/' },
    },
    {
      name: 'only-the-launcher-knows-infra',
      comment: 'Everything else knows two addresses.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/launcher/' },
      to: { path: '^infra/' },
    },
    {
      name: 'only-event-store-knows-eventstoredb',
      comment: 'Use the EventStore port of @app/event-store.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/event-store/' },
      to: { path: 'node_modules/@eventstore/' },
    },
    {
      name: 'only-mongo-proof-log-read-models-and-vault-know-mongodb',
      comment: 'Use the queries of @app/read-models.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/(mongo|proof-log|read-models|vault)/' },
      to: { path: 'node_modules/(mongodb|bson)/' },
    },
    {
      name: 'the-core-of-proof-imports-nothing-of-node',
      comment:
        'It runs in a browser page, too: hashing and signatures are parameters, node.ts passes those of node:crypto.',
      severity: 'error',
      from: { path: '^libs/proof/', pathNot: ['^libs/proof/src/node\\.ts$', '\\.spec\\.ts$', '/testing/'] },
      to: { path: ['^(node:)?crypto$', '^libs/proof/src/node\\.ts$'] },
    },
    {
      name: 'domain-and-proof-are-pure',
      comment: 'No Nest, no I/O: the domain may use temporal-polyfill, the proof lib node:crypto, and nothing else.',
      severity: 'error',
      from: { path: '^libs/(domain|proof)/', pathNot: '(\\.spec\\.ts$|/testing/)' },
      to: { pathNot: ['^libs/(domain|proof)/', 'node_modules/temporal-(polyfill|spec|utils)/', '^(node:)?crypto$'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no API that it could read the sources with.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // The parser reads no JSX: test/architecture/console-imports.spec.ts holds the rules of the console.
    exclude: { path: '^(dist|apps/console)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
