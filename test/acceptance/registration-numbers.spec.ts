import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamOfNumber } from '../../libs/application/src/registration/number-streams.js';
import { filed, told, walkedCase } from '../support/case-walks.js';
import { recordAsBefore } from '../support/record-as-before.js';
import { type Answer, startSystem, type System } from '../support/system.js';
import { on } from '../support/walk.js';

let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const filedCase = async (application = {}): Promise<string> => (await walkedCase(system, [filed(application)])).caseId;
const register = (caseId: string, registrationNumber: string, office = 'almaty-bostandyk'): Promise<Answer> =>
  system.post(
    `/cases/${caseId}/registration`,
    {
      registrationNumber,
      eds: { certificateSerial: '7', signedAt: on('03-07', '16:00') },
      effectiveAt: on('03-07', '16:00'),
    },
    { role: 'caseworker', office },
  );

describe('the registration numbers of an office', () => {
  it('R-15 (para 4): are given once each, however they are spelled; another office gives its own', async () => {
    const [one, other, elsewhere] = [
      await filedCase(),
      await filedCase(),
      await filedCase({ officeId: 'astana-esil' }),
    ];
    expect(told(await register(one, 'ЖК-2025/7'))).toEqual(['ApplicationRegistered']);
    for (const number of ['ЖК-2025/7', 'жк-2025/7', 'ЖK-2025/7']) {
      const refused = await register(other, number);
      expect([refused.status, refused.body.code, refused.body.rule, refused.body.facts]).toEqual([
        409,
        'registration-number-given',
        null,
        {},
      ]);
    }
    expect(told(await register(elsewhere, 'ЖК-2025/7', 'astana-esil'))).toEqual(['ApplicationRegistered']);
    expect(told(await register(other, 'ЖК-2025/8'))).toEqual(['ApplicationRegistered']);
  });

  it('R-15 (para 4): one of two that ask at once has the number', async () => {
    const cases = await Promise.all([filedCase(), filedCase(), filedCase()]);
    const answers = await Promise.all(cases.map((caseId) => register(caseId, 'SAME')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('A29: a claim whose case was not registered is its own for ten minutes, and then that of one who needs it', async () => {
    const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
    const claimed = async (number: string, caseId: string, at: string): Promise<void> => {
      const [officeId, type] = ['almaty-bostandyk', 'RegistrationNumberClaimed'];
      const data = { officeId, number, caseId, at };
      await recordAsBefore(system, streamOfNumber({ officeId, number }), { type, data });
    };
    const [stopped, other] = [await filedCase(), await filedCase()];
    await claimed('CLAIMED-LATELY', stopped, minutesAgo(9));
    expect((await register(other, 'CLAIMED-LATELY')).body.code).toBe('registration-number-given');
    expect(told(await register(stopped, 'CLAIMED-LATELY'))).toEqual(['ApplicationRegistered']);

    const [gone, needy] = [await filedCase(), await filedCase()];
    await claimed('CLAIMED-LONG-AGO', gone, minutesAgo(11));
    const answers = await Promise.all([gone, needy].map((caseId) => register(caseId, 'CLAIMED-LONG-AGO')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const third = await filedCase();
    expect((await register(third, 'CLAIMED-LONG-AGO')).body.code).toBe('registration-number-given');

    const crashed = await filedCase();
    await claimed('CLAIMED-AND-LEFT', crashed, minutesAgo(11));
    expect(told(await register(third, 'CLAIMED-AND-LEFT'))).toEqual(['ApplicationRegistered']);
    expect((await register(crashed, 'CLAIMED-AND-LEFT')).body.code).toBe('registration-number-given');
  }, 60_000);

  it('A29: those of before that several cases have are told to an administrator alone', async () => {
    const asked = '/admin/registration-numbers/repeated';
    const shown = await system.get(asked, { role: 'administrator', office: null });
    expect([shown.status, shown.body]).toEqual([200, { total: 0, items: [] }]);
    expect((await system.get(asked, { role: 'caseworker' })).status).toBe(403);
  });
});
