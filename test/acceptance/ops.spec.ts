import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/process.js';
import { ops, opsJson } from './ops-command.js';

/** The claims of a token, unverified. */
const claimsOf = (token: string): unknown => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('the command line', () => {
  let env: NodeJS.ProcessEnv;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const folder = await temporaryFolder();
    remove = folder.remove;
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
    ['an api that does not answer', ['seed', '--api', 'http://127.0.0.1:1'], 'api-unreachable'],
  ])('names the problem with %s', async (_, args, problem) => {
    const { code, stdout, stderr } = await ops(args, { env });
    expect({ code, stdout, problem: stderr.slice(0, stderr.indexOf(':')) }).toEqual({ code: 1, stdout: '', problem });
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
    };
    expect(await opsJson(['token', '--role', 'auditor'], production)).toMatchObject({ code: 'no-development-issuer' });
  });

  it('shows the configuration without its secrets', async () => {
    const secretive = { ...env, EVENTSTORE_URL: 'esdb://admin:changeit@127.0.0.1:2113?tls=false', PORT: '3131' };
    const { stdout } = await ops(['config', '--json'], { env: secretive });
    expect(JSON.parse(stdout)).toMatchObject({
      port: 3131,
      eventStoreUrl: 'esdb://***@127.0.0.1:2113?tls=false',
      mode: 'development',
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
    expect(help.stdout).toContain('calendar accept --at');
    expect(await ops(['abolish'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('command-unknown: '),
    });
  });
});
