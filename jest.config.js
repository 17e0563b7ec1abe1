/** One runner for every kind of test; the npm scripts choose by folder. Native ESM, as Nest 12 needs. */
const libs = [
  'application',
  'contracts',
  'domain',
  'event-store',
  'mongo',
  'platform',
  'proof',
  'proof-log',
  'read-models',
  'stores',
  'vault',
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/{apps,libs,infra,test}/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.stryker/', '<rootDir>/.fuzz/'],
  // By .swcrc, as `npm run dev` compiles, too.
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    ...Object.fromEntries(libs.map((lib) => [`^@app/${lib}$`, `<rootDir>/libs/${lib}/src/index.ts`])),
    '^@app/proof/node$': '<rootDir>/libs/proof/src/node.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  workerIdleMemoryLimit: '700MB',
  testTimeout: 20_000,
};
