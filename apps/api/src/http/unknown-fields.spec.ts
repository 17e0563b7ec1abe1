import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rolesWith, type Permission } from '@app/platform';
import type { Access } from './auth/allow.decorator.js';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

const bearerFor = async (access: Access): Promise<Readonly<Record<string, string>>> => {
  if (access === 'everybody' || (typeof access === 'object' && 'unlessClosed' in access)) return {};
  const [permission] = typeof access === 'string' ? [access] : Object.values(access.permissions);
  return { authorization: `Bearer ${await api.token({ role: rolesWith(permission as Permission)[0]! })}` };
};

const someId = '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11';

describe('a query parameter that is not known', () => {
  it('is 422 and named, on every route, also where a route has no parameters at all', async () => {
    for (const { method, path, access } of api.routes) {
      const address = `${path.replaceAll(/:\w+/g, someId)}?colour=red`;
      const answer = await api.send(address, { method, headers: await bearerFor(access) });
      expect([method, path, answer.status]).toEqual([method, path, 422]);
      expect(answer.body.errors).toContainEqual({ path: 'colour', message: 'is not a field that is known here' });
    }
  });
});

describe('a field of a body that is not known', () => {
  it('is 422 and named, on every route that takes one, also where a route takes no body at all', async () => {
    for (const { method, path, access } of api.routes.filter((route) => route.method === 'POST')) {
      const headers = { 'content-type': 'application/json', ...(await bearerFor(access)) };
      const address = path.replaceAll(/:\w+/g, someId);
      const answer = await api.send(address, { method, headers, body: JSON.stringify({ colour: 'red' }) });
      expect([method, path, answer.status]).toEqual([method, path, 422]);
      expect(answer.body.errors).toContainEqual({ path: 'colour', message: 'is not a field that is known here' });
    }
  });
});
