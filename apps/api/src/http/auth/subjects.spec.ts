import { expect, it } from '@jest/globals';
import { applicationBody } from '../../../../../libs/contracts/src/testing/bodies.js';
import { idempotencyKeyIn, namesPerson } from '../headers.js';
import { inProcessApi } from '../../testing/in-process-api.js';

it('a subject that is an IIN is written as a keyed hash of it, the same for all that the person does', async () => {
  const api = await inProcessApi();
  const authorization = `Bearer ${await api.token({ role: 'portal', sub: 'iin:010115100004' })}`;
  const file = (dwellingId: string) =>
    api.send('/api/v1/cases', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(applicationBody({ dwelling: { dwellingId, address: 'A' } })),
    });
  try {
    expect((await file('of-a-subject-1')).status).toBe(201);
    const first = api.store.log.at(-1)?.metadata.actor;
    expect((await file('of-a-subject-2')).status).toBe(201);
    expect(first).toMatch(/^person-[0-9a-f]{32}$/);
    expect(api.store.log.at(-1)?.metadata.actor).toBe(first);
    expect(JSON.stringify([api.store.log, api.logged])).not.toContain('010115100004');
  } finally {
    await api.close();
  }
});

it('a key or an id that a caller gives holds no IIN: the one is refused, the other replaced', () => {
  expect(() => idempotencyKeyIn('application-of-010115100004')).toThrow('must not hold the IIN');
  expect(idempotencyKeyIn('application-of-010115100005')).toBe('application-of-010115100005');
  expect(namesPerson('call-010115100004')).toBe(true);
  expect(namesPerson('1b671a64-40d5-491e-99b0-010115100004')).toBe(false);
});
