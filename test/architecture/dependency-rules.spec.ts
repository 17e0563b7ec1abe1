import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/process.js';

const require = createRequire(import.meta.url);
const config = resolve('.dependency-cruiser.cjs');
const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Every rule, a file that breaks it, and what that file imports. */
const broken: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'domain-imports-only-what-it-may': ['libs/domain/src/a.ts', '@app/platform'],
  'proof-imports-only-what-it-may': ['libs/proof/src/a.ts', '@app/domain'],
  'platform-imports-only-what-it-may': ['libs/platform/src/a.ts', '@app/domain'],
  'mongo-imports-only-what-it-may': ['libs/mongo/src/a.ts', '@app/domain'],
  'vault-imports-only-what-it-may': ['libs/vault/src/a.ts', '@app/domain'],
  'event-store-imports-only-what-it-may': ['libs/event-store/src/a.ts', '@app/domain'],
  'application-imports-only-what-it-may': ['libs/application/src/a.ts', '@app/read-models'],
  'read-models-imports-only-what-it-may': ['libs/read-models/src/a.ts', '@app/application'],
  'contracts-imports-only-what-it-may': ['libs/contracts/src/a.ts', '@app/event-store'],
  'proof-log-imports-only-what-it-may': ['libs/proof-log/src/a.ts', '@app/read-models'],
  'stores-imports-only-what-it-may': ['libs/stores/src/a.ts', '@app/application'],
  'no-cycles': ['libs/contracts/src/cycle.ts', './other-half.js'],
  'another-lib-only-through-its-index': ['libs/application/src/b.ts', '../../domain/src/private.js'],
  'libs-never-import-apps': ['libs/application/src/c.ts', '../../../apps/api/src/main.js'],
  'apps-never-import-apps': ['apps/projector/src/a.ts', '../../api/src/main.js'],
  'infra-stands-alone': ['infra/embedded/a.ts', '@app/domain'],
  'only-the-launcher-knows-infra': ['apps/api/src/a.ts', '../../../infra/embedded/node.js'],
  'only-event-store-knows-eventstoredb': ['apps/api/src/b.ts', '@eventstore/db-client'],
  'only-mongo-proof-log-read-models-and-vault-know-mongodb': ['libs/event-store/src/b.ts', 'mongodb'],
  'the-core-of-proof-imports-nothing-of-node': ['libs/proof/src/b.ts', 'node:crypto'],
  'domain-and-proof-are-pure': ['libs/domain/src/b.ts', 'node:fs'],
  'no-unresolvable': ['libs/platform/src/b.ts', './nowhere.js'],
};

/** What the same rules must let through. */
const allowed: Readonly<Record<string, string>> = {
  'libs/event-store/src/c.ts': '@eventstore/db-client',
  'libs/proof-log/src/c.ts': 'mongodb',
  'libs/read-models/src/c.ts': 'mongodb',
  'libs/vault/src/c.ts': 'mongodb',
  'libs/proof/src/node.ts': 'node:crypto',
  'libs/event-store/src/d.ts': '@app/proof/node',
  'libs/application/src/d.ts': '@app/domain',
  'apps/launcher/src/a.ts': '../../../infra/embedded/node.js',
};

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

const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(libs.map((lib) => [`libs/${lib}/src/index.ts`, 'export const name = 1;\n'])),
  'libs/domain/src/private.ts': 'export const name = 1;\n',
  'libs/contracts/src/other-half.ts': "import './cycle.js';\nexport const name = 1;\n",
  'apps/api/src/main.ts': 'export const name = 1;\n',
  'infra/embedded/node.ts': 'export const name = 1;\n',
  'node_modules/mongodb/package.json': '{"name":"mongodb","main":"index.js"}',
  'node_modules/mongodb/index.js': 'export const name = 1;\n',
  'node_modules/@eventstore/db-client/package.json': '{"name":"@eventstore/db-client","main":"index.js"}',
  'node_modules/@eventstore/db-client/index.js': 'export const name = 1;\n',
  'package.json': '{"type":"module","dependencies":{"mongodb":"1","@eventstore/db-client":"1"}}',
  ...Object.fromEntries(Object.values(broken).map(([from, to]) => [from, importOf(to)])),
  ...Object.fromEntries(Object.entries(allowed).map(([from, to]) => [from, importOf(to)])),
};

function importOf(target: string): string {
  return `import { name } from '${target}';\nexport const used = name;\n`;
}

type Violation = Readonly<{ from: string; rule: { name: string } }>;

describe('the rules of who may import whom', () => {
  let violations: readonly Violation[] = [];
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const folder = await temporaryFolder();
    remove = folder.remove;
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder.path, path)), { recursive: true });
      await writeFile(join(folder.path, path), text);
    }
    await cp('tsconfig.json', join(folder.path, 'tsconfig.json'));
    violations = await cruise(folder.path);
  }, 60_000);

  afterAll(() => remove());

  it('each have a file here that breaks them on purpose', () => {
    const rules: readonly { name: string }[] = require(config).forbidden;
    expect(Object.keys(broken).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
  });

  it.each(Object.entries(broken))('%s reports the file that breaks it', (rule, [from]) => {
    expect(violations.map((violation) => `${violation.from} breaks ${violation.rule.name}`)).toContain(
      `${from} breaks ${rule}`,
    );
  });

  it.each(Object.entries(allowed))('%s may import %s', (from) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([]);
  });
});

const cruise = async (folder: string): Promise<readonly Violation[]> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cruiser, '--config', config, '--output-type', 'json', 'apps', 'libs', 'infra'],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  );
  // The report's own shape, of which only these fields are read.
  return (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations;
};
