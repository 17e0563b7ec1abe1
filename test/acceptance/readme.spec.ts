import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { samples } from '@app/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/process.js';
import { launchReady, type ReadyLaunched } from './launched.js';

const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');

/** Runs the blocks one after the other in one shell, as a reader would; the output of each by its number. */
const runBlocks = async (env: NodeJS.ProcessEnv): Promise<readonly string[]> => {
  const mark = '--- end of block ---';
  const script = blocks.map((block) => `${block}\necho '${mark}'\n`).join('');
  const shell = spawn('bash', ['-euo', 'pipefail'], { env: { ...process.env, ...env } });
  const ended = once(shell, 'close');
  shell.stdin.end(script);
  const [stdout, stderr, [code]] = await Promise.all([text(shell.stdout), text(shell.stderr), ended]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split(`${mark}\n`).slice(0, blocks.length);
};

/** What may be left out: when it happened, where it is now, and claims, where there are none. */
const unsaid = new Set(['effectiveAt', 'claims']);

/** The posts of the blocks as they stand: where each goes below the case, and the fields of its body. */
const posts = [
  ...blocks
    .join('')
    .replaceAll(/'"(\$\w+)"'/g, '$1')
    .matchAll(/post "\$\w+" "?\/cases(?:\/\$CASE)?([^" ]*)"? '([^']*)'/g),
].map(([, path, body]) => [
  path,
  Object.keys(JSON.parse(body ?? ''))
    .filter((name) => !unsaid.has(name))
    .toSorted(),
]);

/** What the block that contains a text printed. */
const outputOf = (outputs: readonly string[], words: string): string =>
  outputs[blocks.findIndex((block) => block.includes(words))] ?? '';

describe('the walk through one case in the README', () => {
  let data: { path: string; remove: () => Promise<void> };
  let system: ReadyLaunched;
  let outputs: readonly string[];

  beforeAll(async () => {
    data = await temporaryFolder();
    system = await launchReady(data.path, ['--no-seed'], { PROOF_HEAD_SECONDS: '1' });
    outputs = await runBlocks({ PORT: new URL(system.ready.url).port, SHANYRAQ_DATA: data.path });
  }, 180_000);

  afterAll(async () => {
    system.child.kill('SIGTERM');
    await system.ended;
    await data.remove();
  }, 30_000);

  it('runs as it stands, every block', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(9);
    expect(outputs).toHaveLength(blocks.length);
  });

  it('takes the steps of the sample case at a counter, each with the same fields', () => {
    const steps = samples.counterPath.map((command) => {
      const fields = Object.keys(samples.bodyOf(command)).filter((name) => !unsaid.has(name));
      // The system that the README starts asks the registers itself.
      return command.type === 'RecordFamilyData'
        ? ['/state-data/family/query', []]
        : [samples.sendingOf(command).path, fields.toSorted()];
    });
    expect(posts).toEqual(steps);
  });

  it('opens a case', () => {
    expect(outputOf(outputs, 'CASE=')).toMatch(/^case [0-9a-f-]{36}\n$/);
  });

  it('shows what is owed and why the decision is due on its day', () => {
    const owed = outputOf(outputs, '/duties"');
    expect(owed).toMatch(/^R-15 {2}\d{4}-\d\d-\d\d {2}DISCHARGED {2}register the application and documents$/m);
    expect(owed).toMatch(
      /^R-27 {2}\d{4}-\d\d-\d\d {2}OPEN {2}decide on the privatization, register and sign the decision$/m,
    );
    expect(owed).toContain('must, within 30 calendar days, decide on the privatization');
  });

  it('is refused a vote before there is a commission', () => {
    expect(outputOf(outputs, "field '.code'")).toBe('commission-not-formed\n');
  });

  it('ends with every event in order and the case paid', () => {
    const told = outputOf(outputs, '/timeline"').trim().split('\n');
    expect(told.at(-1)).toBe('PAID');
    expect(told).toHaveLength(17);
    expect(told[0]).toMatch(/^Application submitted/);
  });

  it('is gone through again by an auditor, and what was made of it compared', () => {
    const told = outputOf(outputs, 'replay --all');
    expect(told).toMatch(/^R-27 {2}\d{4}-\d\d-\d\d {2}OPEN$/m);
    expect(told).toMatch(/^#4 Application registered as REG-\d+ on /m);
    expect(told).toContain('5 of 16 events; the chain of hashes is intact\n');
    expect(told).toMatch(/^1 case folded; 0 cannot be read; the read models are what the log gives$/m);
  });

  it('is proved by a bundle, with nothing but Node', () => {
    const told = outputOf(outputs, 'verify.mjs');
    expect(told).toMatch(/#0 {2}ApplicationSubmitted, recorded /);
    expect(told).toMatch(/^case-\S+ #0 \/applicant = .*Testov Daniyar/m);
    expect(told).toContain('\nPROVED\n');
    expect(told).toContain('The key of the log is the one that you gave.\n');
  });

  it('is told of to the body that monitors quality: figures, paragraphs and a dataset', () => {
    const told = outputOf(outputs, 'MONITOR=');
    expect(told).toMatch(/^\/api\/v1\/monitoring\/figures\?\S*position=\d+/m);
    expect(told).toMatch(/^6 {2}open \d+ {2}overdue 0$/m);
    expect(told).toMatch(/^position,.*rule/m);
  });

  it('answers dates without a case', () => {
    expect(outputOf(outputs, 'calendar accept')).toMatch(/^2025-03-11\n[\s\S]*^2025-04-03\n/m);
  });
});

describe('the README', () => {
  it('names only flags of the launcher that there are', () => {
    const flags = [...readme.matchAll(/npm start -- (--[a-z-]+)/g)].map((match) => match[1] ?? '');
    const usage = readFileSync('apps/launcher/src/options.ts', 'utf8');
    expect(flags.length).toBeGreaterThan(0);
    expect(flags.filter((flag) => !usage.includes(`  ${flag} `))).toEqual([]);
  });

  it('lists every variable that the configuration reads', () => {
    const sources = [
      'libs/platform/src/config/config.ts',
      'libs/platform/src/config/projector-settings.ts',
      'apps/launcher/src/options.ts',
    ]
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const read = [...sources.matchAll(/\b[a-zA-Z]+\((?:env, )?'([A-Z]+(?:_[A-Z]+)*)'/g)].map((match) => match[1] ?? '');
    expect(read.length).toBeGreaterThan(10);
    // Set by the launcher for its processes, by nobody else.
    const internal = new Set(['SHANYRAQ_EMBEDDED']);
    expect([...new Set(read)].filter((name) => !readme.includes(`\`${name}\``) && !internal.has(name))).toEqual([]);
  });
});
