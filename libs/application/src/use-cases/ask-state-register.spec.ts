import { beforeEach, describe, expect, it } from '@jest/globals';
import { stateRegisters } from '@app/domain';
import * as application from '../index.js';
import { sampleContext } from '../testing/sample-application.js';
import { openUseCases, type UseCaseWorld } from '../testing/use-case-world.js';

/** Answers by register alone. */
let asked = 0;
const registers: application.StateRegisters = {
  ask: async (register) => {
    asked += 1;
    return register === 'BIRTH'
      ? { outcome: 'FOUND', summary: 'a child' }
      : { outcome: 'UNAVAILABLE', summary: 'away' };
  },
};

let world: UseCaseWorld;
beforeEach(async () => {
  world = await openUseCases({ registers });
});

describe('a question to a state register (R-69, item 8)', () => {
  const filed = async () => (await world.submit('key-1')).stream.slice('case-'.length);
  const ask = (caseId: string, register: 'BIRTH' | 'DEATH') =>
    world.bus.execute(
      new application.AskStateRegister(caseId, { register, subjectIin: '010115100004' }, sampleContext(register)),
    );
  const recorded = async (caseId: string) => (await world.store.read(`case-${caseId}`)).at(-1)?.data;

  it('is recorded with its answer', async () => {
    const caseId = await filed();
    await ask(caseId, 'BIRTH');
    expect(await recorded(caseId)).toMatchObject({ register: 'BIRTH', outcome: 'FOUND' });
  });

  it('is recorded as an outage where nobody answered (A12)', async () => {
    const caseId = await filed();
    await ask(caseId, 'DEATH');
    expect(await recorded(caseId)).toMatchObject({
      register: 'DEATH',
      outcome: 'UNAVAILABLE',
      summary: { $sealed: expect.any(String) },
    });
  });

  it('is not put about a stranger: no number leaves the house', async () => {
    const caseId = await filed();
    asked = 0;
    const question = new application.AskStateRegister(
      caseId,
      { register: 'BIRTH', subjectIin: '061211600012' },
      sampleContext('of a stranger'),
    );
    await expect(world.bus.execute(question)).rejects.toMatchObject({ code: 'not-a-person-of-the-case' });
    expect(asked).toBe(0);
  });

  it('is put to every register about every person at once, and recorded as one fact', async () => {
    const caseId = await filed();
    asked = 0;
    await world.bus.execute(new application.AskAboutFamily(caseId, {}, sampleContext('of all')));
    expect(asked).toBe(16);
    const { answers } = (await recorded(caseId)) as { answers: readonly Record<string, unknown>[] };
    expect(answers.map(({ register, person, outcome }) => `${register} ${person} ${outcome}`)).toEqual(
      [0, 1].flatMap((person) =>
        stateRegisters.map((register) => `${register} ${person} ${register === 'BIRTH' ? 'FOUND' : 'UNAVAILABLE'}`),
      ),
    );
  });

  it('is not put for another office: no number leaves the house', async () => {
    const caseId = await filed();
    asked = 0;
    const question = new application.AskStateRegister(
      caseId,
      { register: 'BIRTH', subjectIin: '010115100004' },
      sampleContext('of another', { office: 'astana-esil' }),
    );
    await expect(world.bus.execute(question)).rejects.toMatchObject({ name: 'CaseNotFound' });
    expect(asked).toBe(0);
  });
});
