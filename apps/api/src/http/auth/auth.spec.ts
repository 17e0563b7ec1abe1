import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { inProcessApi, type InProcessApi } from '../../testing/in-process-api.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

const caseId = '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11';
const ask = (method: string, path: string, authorization?: string, body: object = {}) =>
  api.send(path.replace(':caseId', caseId).replace(':rule', 'R-27').replace(':year', '2025'), {
    method,
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
describe('a route that asks by party', () => {
  const path = `/api/v1/cases/:caseId/agreement/signatures`;
  const sign = async (role: 'portal' | 'provider-head' | 'auditor', party: unknown) =>
    ask('POST', path, `Bearer ${await api.token({ role })}`, { party });

  it('lets the head sign for the provider and the portal for the recipient only', async () => {
    expect(await sign('portal', 'PROVIDER')).toMatchObject({
      status: 403,
      body: { permission: 'agreement:sign-as-provider' },
    });
    expect(await sign('portal', 'RECIPIENT')).toMatchObject({ status: 404 });
    expect(await sign('provider-head', 'PROVIDER')).toMatchObject({ status: 404 });
  });

  it('tells who may sign at all that the party is none, and nobody else', async () => {
    expect(await sign('portal', 'TENANT')).toMatchObject({ status: 422 });
    expect(await sign('portal', 'constructor')).toMatchObject({ status: 422 });
    expect(await sign('auditor', 'TENANT')).toMatchObject({ status: 403 });
  });
});

describe('a token', () => {
  const authorizations = async () => {
    const claims = { role: 'auditor', sub: 'x' };
    return {
      'is expired': `Bearer ${await api.token({ role: 'auditor', minutes: -1 })}`,
      'is signed by nobody': `Bearer ${new UnsecuredJWT(claims).setExpirationTime('5m').encode()}`,
      'is signed with a secret': `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('5m').sign(new Uint8Array(32))}`,
      'is none': 'Bearer nonsense',
      'is missing behind Bearer': 'Bearer ',
      'is of another scheme': 'Basic YTpi',
    };
  };

  it('that cannot be accepted is 401', async () => {
    for (const [what, authorization] of Object.entries(await authorizations())) {
      const answer = await ask('GET', '/api/v1/admin/calendar/2025', authorization);
      expect([what, answer.status, answer.body.code]).toEqual([what, 401, 'token-invalid']);
    }
  });

  it('that can is let in, whichever way Bearer is written', async () => {
    expect(await ask('GET', '/api/v1/admin/calendar/2025', `bearer ${await api.token()}`)).toMatchObject({
      status: 200,
    });
  });
});
