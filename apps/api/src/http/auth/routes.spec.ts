import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayDo, roles, rolesWith, type Permission } from '@app/platform';
import { inProcessApi, type InProcessApi } from '../../testing/in-process-api.js';
import { knownRoutes } from '../../testing/known-routes.js';
import type { Access } from './allow.decorator.js';

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
const said = (access: Access): string => {
  if (typeof access === 'string') return access;
  return 'field' in access ? `by ${access.field}` : `everybody, or ${access.unlessClosed}`;
};
const guarded = () =>
  api.routes.filter(
    ({ access }) => access !== 'everybody' && !(typeof access === 'object' && 'unlessClosed' in access),
  );

describe('every route', () => {
  it('is known, with what it asks of its caller', () => {
    expect(api.routes.map(({ method, path, access }) => `${method} ${path} ${said(access)}`)).toEqual(knownRoutes);
  });

  it('asks for a token where it is not open to everybody', async () => {
    for (const { method, path } of guarded()) {
      const answer = await ask(method, path);
      expect([path, answer.status, answer.body.code, answer.headers['www-authenticate']]).toEqual([
        path,
        401,
        'token-missing',
        'Bearer',
      ]);
    }
  });

  it('turns away every role that lacks its permission, naming the permission', async () => {
    for (const role of roles) {
      const bearer = `Bearer ${await api.token({ role })}`;
      const closed = guarded().filter(({ access }) => typeof access === 'string' && !mayDo(role, access as Permission));
      for (const { method, path, access } of closed) {
        const answer = await ask(method, path, bearer);
        expect([role, path, answer.status, answer.body.code, answer.body.permission, answer.body.roles]).toEqual([
          role,
          path,
          403,
          'permission-missing',
          access,
          rolesWith(access as Permission),
        ]);
      }
    }
  });
});
