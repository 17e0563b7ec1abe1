import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDevIssuer } from '@app/platform';
import { temporaryFolder } from '../support/process.js';
import { ops, opsJson } from './ops-command.js';

/** The claims of a token, unverified. */
const claimsOf = (token: string): unknown => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('the command line', () => {
  let env: NodeJS.ProcessEnv;
  let path: string;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const folder = await temporaryFolder();
    ({ path, remove } = folder);
    await openDevIssuer({ mode: 'development', dataFolder: path, oidc: null });
    env = { SHANYRAQ_DATA: folder.path, NODE_ENV: 'test', EVENTSTORE_URL: '', MONGODB_URL: '', PORT: '' };
  });

  afterAll(() => remove());

  it('prints a token of the development issuer for a role and its office', async () => {
    const { code, stdout } = await ops(
      ['token', '--role', 'caseworker', '--office', 'almaty-medeu', '--sub', 'aliya', '--minutes', '5'],
      { env },
    );
    expect(code).toBe(0);
    expect(claimsOf(stdout)).toMatchObject({ role: 'caseworker', office: 'almaty-medeu', sub: 'aliya' });
    const { iat, exp } = claimsOf(stdout) as { iat: number; exp: number };
    expect(exp - iat).toBe(300);
  });

  it('answers with one JSON document where asked', async () => {
    expect(await opsJson(['token', '--role', 'auditor'], env)).toEqual({
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      role: 'auditor',
      minutes: 480,
    });
  });

  it('ends quietly where whoever reads its output has read enough, and never as if all were well', async () => {
    const command = '"$0" dist/apps/ops/src/main.js calendar accept --lines | head -n 1; echo "${PIPESTATUS[0]}"';
    const child = spawn('bash', ['-c', command, process.execPath], { env: { ...process.env, ...env } });
    child.stdin.on('error', () => undefined);
    child.stdin.end('{"at":"2025-03-07T18:31"}\n'.repeat(50_000));
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect([stdout.split('\n'), stderr]).toEqual([['{"acceptedOn":"2025-03-11"}', '141', ''], '']);
  });

  it.each([
    ['a role that there is not', ['token', '--role', 'minister'], 'arguments-invalid'],
    ['an office-bound role without its office', ['token', '--role', 'caseworker'], 'office-missing'],
    ['no role', ['token'], 'arguments-invalid'],
    ['an option that there is not', ['token', '--role', 'auditor', '--forever'], 'arguments-invalid'],
    ['minutes that are no number', ['token', '--role', 'auditor', '--minutes', 'many'], 'arguments-invalid'],
    [
      'an office that there is not',
      ['calendar', 'accept', '--at', '2025-03-07T10:00', '--office', 'moon'],
      'office-unknown',
    ],
    ['an office of a token that there is not', ['token', '--role', 'caseworker', '--office', 'mars'], 'office-unknown'],
    ['a person with blanks', ['token', '--role', 'auditor', '--sub', 'two words'], 'value-invalid'],
    ['a rulebook that there is not', ['replay', '--all', '--rulebook', 'moon-law'], 'rulebook-unknown'],
    ['an api that does not answer', ['seed', '--api', 'http://127.0.0.1:1'], 'api-unreachable'],
  ])('names the problem with %s', async (_, args, problem) => {
    const { code, stdout, stderr } = await ops(args, { env });
    expect({ code, stdout, problem: stderr.slice(0, stderr.indexOf(':')) }).toEqual({ code: 1, stdout: '', problem });
  });

  it.each([
    ['a role', ['token', '--role', 'minister'], /must be one of front-desk, portal, .*, administrator\n$/],
    [
      'an office',
      ['token', '--role', 'caseworker', '--office', 'mars'],
      /no office mars; there are .*almaty-bostandyk/,
    ],
    ['a format', ['export', 'events', '--format', 'xml'], /must be one of ndjson, csv\n$/],
    ['a rulebook', ['replay', '--all', '--rulebook', 'moon-law'], /there is KZ-437\/2021-08-12\n$/],
    [
      'an option',
      ['token', '--rolle', 'auditor'],
      /no option --rolle: did you mean --role\?; there are --role, --office/,
    ],
    ['an option far from all', ['token', '--xyzzy'], /no option --xyzzy; there are --role, --office, --sub/],
    [
      'a command',
      ['veryfi'],
      /no command veryfi: did you mean verify\?; there are token, calendar add, calendar accept/,
    ],
    ['a command of a group', ['calendar', 'duo'], /no command calendar duo: did you mean calendar due\?/],
  ])('says what there is where %s is not known', async (_, args, words) => {
    expect(await ops(args, { env })).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(words) });
  });

  it.each([
    ['token', ['token', '--role', 'auditor']],
    ['seed', ['seed']],
    ['verify', ['verify']],
    ['rebuild', ['rebuild', 'worklist']],
    ['export', ['export', 'events']],
    ['replay', ['replay', '9d3c5e0e-0000-4000-8000-000000000000']],
  ])('makes no keys for %s on a folder where no system has run, and says what to do', async (_, args) => {
    const nowhere = join(path, 'nowhere');
    const { code, stdout, stderr } = await ops(args, { env: { ...env, SHANYRAQ_DATA: nowhere } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(
        `^no-system: no system has run on ${nowhere}, so .*: start one with \`npm start\`, or name the folder`,
      ),
    );
    expect(existsSync(nowhere)).toBe(false);
  });

  it('makes the keys where both stores have addresses, as the api may not have started yet', async () => {
    const servers = { EVENTSTORE_URL: 'esdb://127.0.0.1:2113', MONGODB_URL: 'mongodb://127.0.0.1:27017/shanyraq' };
    const beside = { ...env, ...servers, SHANYRAQ_DATA: join(path, 'beside') };
    expect(await ops(['token', '--role', 'auditor'], { env: beside })).toMatchObject({ code: 0, stderr: '' });
  });

  it('makes no token in production', async () => {
    const production = {
      ...env,
      NODE_ENV: 'production',
      EVENTSTORE_URL: 'esdb://127.0.0.1:2113',
      MONGODB_URL: 'mongodb://127.0.0.1:27017/shanyraq',
      OIDC_ISSUER: 'https://issuer.example',
      OIDC_AUDIENCE: 'shanyraq',
      MASTER_KEY_FILE: '/nowhere/key',
      PROOF_LOG_ORIGIN: 'log.example/shanyraq',
    };
    expect(await opsJson(['token', '--role', 'auditor'], production)).toMatchObject({ code: 'no-development-issuer' });
  });

  it('shows the configuration without its secrets', async () => {
    const secretive = { ...env, EVENTSTORE_URL: 'esdb://admin:changeit@127.0.0.1:2113?tls=false', PORT: '3131' };
    const { stdout } = await ops(['config', '--json'], { env: secretive });
    expect(JSON.parse(stdout)).toMatchObject({
      PORT: 3131,
      EVENTSTORE_URL: 'esdb://***@127.0.0.1:2113?tls=false',
      NODE_ENV: 'development',
    });
    expect(stdout).not.toContain('changeit');
  });

  it('names all that is wrong with the configuration', async () => {
    expect(await opsJson(['config'], { ...env, PORT: 'door', EVENTSTORE_URL: 'http://x' })).toMatchObject({
      code: 'config-invalid',
      detail: expect.stringMatching(/PORT[\s\S]*EVENTSTORE_URL/),
    });
  });

  it('says what there is when it is asked, and when it is asked for what there is not', async () => {
    const help = await ops(['help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/^ {2}calendar accept +Tells on which day/m);
    expect(await ops(['--help'])).toEqual(help);
    expect(await ops([])).toEqual(help);
    expect(await ops(['abolish'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('command-unknown: '),
    });
  });

  it('tells of every command how it is called, its options and an example', async () => {
    const { stdout } = await ops(['help']);
    const names = [...stdout.matchAll(/^ {2}([a-z-]+(?: [a-z-]+)?)(?: [A-Z]+)? {2,}/gm)].map((match) => match[1] ?? '');
    expect(names).toHaveLength(15);
    for (const name of names) {
      const help = await ops([...name.split(' '), '--help'], { env });
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toMatch(new RegExp(`^npm run -s ops -- ${name}( [A-Z]+)? \\[options\\]\n`));
      expect(help.stdout).toMatch(/^ {2}--json +\S/m);
      expect(help.stdout).toMatch(new RegExp(`^For example:\n {2}npm run -s ops -- ${name}\\b`, 'm'));
      expect(await ops(['help', ...name.split(' ')], { env })).toEqual(help);
    }
  }, 60_000);
});
