import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '../support/system.js';

let system: System;
beforeAll(async () => {
  system = await startSystem({ projector: false });
}, 60_000);
afterAll(() => system?.stop());

describe('the session', () => {
  it('tells who is signed in, for which office, what they may do and which day it is there', async () => {
    const { status, headers, body } = await system.get('/session?lang=kk', { role: 'caseworker', sub: 'aliya' });
    expect(status).toBe(200);
    expect(headers.get('content-language')).toBe('kk');
    expect(body).toMatchObject({
      name: 'aliya',
      role: 'caseworker',
      roles: ['caseworker'],
      office: { officeId: 'almaty-bostandyk', names: { ru: 'Город Алматы, Бостандыкский район' }, zone: 'Asia/Almaty' },
      officeBound: true,
      zone: 'Asia/Almaty',
      language: 'kk',
      languages: ['en', 'ru', 'kk'],
    });
    expect(body.permissions).toContain('application:register');
    expect(body.permissions).not.toContain('decision:sign');
    expect(body.today).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty' }).format(new Date()));
  });

  it('has no office where the token names none, and names an unknown one by its id', async () => {
    expect((await system.get('/session', { role: 'auditor', office: null })).body).toMatchObject({
      office: null,
      officeBound: false,
    });
    expect((await system.get('/session', { office: 'gone' })).body.office).toEqual({
      officeId: 'gone',
      names: null,
      zone: 'Asia/Almaty',
    });
  });

  it('is for whoever is signed in, and so are the offices', async () => {
    for (const path of ['/session', '/offices']) {
      expect((await system.get(path, { token: null })).status).toBe(401);
      expect((await system.get(path, { role: 'administrator', office: null })).status).toBe(200);
    }
    const { body } = await system.get('/offices');
    expect(body.items.map(({ officeId }: { officeId: string }) => officeId)).toEqual([
      'almaty-bostandyk',
      'almaty-medeu',
      'astana-esil',
      'aktobe',
      'kyzylorda',
    ]);
    expect(Object.keys(body.items[0])).toEqual(['officeId', 'names', 'zone']);
  });
});

describe('the development sign-in', () => {
  const signIn = (body: unknown, base?: string) =>
    system.send('POST', '/dev/token', { token: null, ...(base && { base }) }, body);

  it('gives a token for the role and the office that are chosen', async () => {
    const { body: choices } = await system.send('GET', '/dev/sign-in', { token: null });
    expect(choices.roles).toContainEqual({ role: 'caseworker', officeBound: true });
    expect(choices.offices).toHaveLength(5);

    const { status, body } = await signIn({ role: 'provider-head', office: 'aktobe', name: 'aigerim' });
    expect(status).toBe(200);
    expect(Date.parse(body.endsAt)).toBeGreaterThan(Date.now() + 7 * 3_600_000);
    const session = await system.get('/session', { token: body.token });
    expect(session.body).toMatchObject({ name: 'aigerim', role: 'provider-head', office: { officeId: 'aktobe' } });
  });

  it('names the person after role and office, and passes over an office that the role has no use for', async () => {
    const { body } = await signIn({ role: 'auditor', office: 'aktobe' });
    expect((await system.get('/session', { token: body.token })).body).toMatchObject({ name: 'auditor', office: null });
  });

  it.each([
    [{ role: 'boss' }, 'role'],
    [{ role: 'caseworker' }, 'office'],
    [{ role: 'caseworker', office: 'nowhere' }, 'office'],
    [{ role: 'auditor', name: 'a b' }, 'name'],
    [{ role: 'auditor', more: 1 }, 'more'],
  ])('refuses %j, and says which field is wrong', async (body, path) => {
    const answer = await signIn(body);
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, path]);
  });

  it('is told to the console', async () => {
    expect((await system.get('/console/config', { token: null })).body).toEqual({
      issuer: null,
      clientId: null,
      developmentSignIn: true,
    });
  });

  const oidc = { OIDC_ISSUER: 'https://login.example/realm', OIDC_AUDIENCE: 'shanyraq' };

  it('is not there where another issuer is configured', async () => {
    const api = await system.startSecondApi(oidc);
    try {
      expect((await signIn({ role: 'auditor' }, api.url)).status).toBe(404);
      expect((await system.send('GET', '/dev/sign-in', { token: null, base: api.url })).status).toBe(404);
      expect((await system.get('/console/config', { token: null, base: api.url })).body).toEqual({
        issuer: 'https://login.example/realm',
        clientId: 'shanyraq-console',
        developmentSignIn: false,
      });
    } finally {
      await api.stop();
    }
  }, 60_000);

  it('is not there in production', async () => {
    const api = await system.startSecondApi({
      ...oidc,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      MASTER_KEY_FILE: join(system.dataFolder, 'master.key'),
      PROOF_LOG_ORIGIN: 'log.example/shanyraq',
    });
    try {
      expect((await signIn({ role: 'auditor' }, api.url)).status).toBe(404);
    } finally {
      await api.stop();
    }
  }, 60_000);
});
