import { beforeEach, describe, expect, it } from '@jest/globals';
import { samples } from '@app/domain';
import { StoreUnavailable } from '@app/event-store';
import * as application from '../index.js';
import { sampleContext } from '../testing/sample-application.js';
import { openUseCases, type UseCaseWorld } from '../testing/use-case-world.js';
import { streamOfNumber } from './number-streams.js';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await openUseCases();
});

const office = 'almaty-bostandyk';
const on = { effectiveAt: '2025-03-03T16:00:00+05:00' };
const { eds } = samples.registerApplication();
const given = { code: 'registration-number-given' };

/** A case of a dwelling of its own. */
const filed = async (key: string): Promise<string> => {
  await world.submit(key, { dwelling: { dwellingId: `of-${key}`, address: 'x' } });
  return application.caseIdFor(sampleContext(key));
};
const register = (caseId: string, registrationNumber: string, context: object = {}) =>
  world.bus.execute(
    new application.RegisterApplication(
      caseId,
      { registrationNumber, eds },
      sampleContext(`register ${caseId} ${registrationNumber}`, { ...on, ...context }),
    ),
  );
/** As the first versions did: nothing is claimed. */
const registerUnclaimed = (caseId: string, registrationNumber: string) =>
  world.bus.execute(
    new application.ActOnCase(
      caseId,
      { type: 'RegisterApplication', registrationNumber, eds },
      sampleContext(`as before ${caseId}`, on),
    ),
  );
const claimsOf = (number: string) => world.typesIn(streamOfNumber({ officeId: office, number }));
const numbers = () => world.index.repeated();

describe('a registration number (R-15, A29)', () => {
  it('is given once by an office, however it is spelled', async () => {
    const [one, other] = [await filed('one'), await filed('other')];
    await register(one, 'ЖК-7');
    await expect(register(other, 'жK-7')).rejects.toMatchObject(given);
    await register(other, 'ЖК-8');
    expect([claimsOf('ЖК-7'), claimsOf('ЖК-8')]).toEqual([
      ['RegistrationNumberClaimed'],
      ['RegistrationNumberClaimed'],
    ]);
  });

  it('goes to one of two applications where both ask at once', async () => {
    const [one, other] = [await filed('one'), await filed('other')];
    const outcomes = await Promise.allSettled([register(one, '7'), register(other, '7')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('of a repeated request is the same', async () => {
    const one = await filed('one');
    const [first, second] = [await register(one, '7'), await register(one, '7')];
    expect([second.events, second.repeated]).toEqual([first.events, true]);
    expect(claimsOf('7')).toEqual(['RegistrationNumberClaimed']);
  });

  it('is not claimed where a rule refuses the registration, nor for another office', async () => {
    const one = await filed('one');
    const early = { effectiveAt: '2025-03-03T09:00:00+05:00' };
    await expect(register(one, '7', early)).rejects.toMatchObject({ code: expect.any(String) });
    await expect(register(one, '7', { office: 'aktobe' })).rejects.toMatchObject({ name: 'CaseNotFound' });
    expect(claimsOf('7')).toEqual([]);
  });

  it('is given up where the registration comes too late for its revision', async () => {
    const [one, other] = [await filed('one'), await filed('other')];
    await expect(register(one, '7', { expectedRevision: 5 })).rejects.toMatchObject({ name: 'StaleRevision' });
    await register(other, '7');
    expect(claimsOf('7')).toEqual([
      'RegistrationNumberClaimed',
      'RegistrationNumberReleased',
      'RegistrationNumberClaimed',
    ]);
  });

  it('that a case claimed and was stopped is its own, and after ten minutes that of who needs it', async () => {
    const [one, other] = [await filed('one'), await filed('other')];
    world.store
      .willMeet({})
      .willMeet({})
      .willMeet({ before: () => world.store.disconnect() });
    await expect(register(one, '7')).rejects.toThrow(StoreUnavailable);
    world.store.connect();
    expect(claimsOf('7')).toEqual(['RegistrationNumberClaimed']);
    await expect(register(other, '7', { recordedAt: '2025-12-01T07:09:59.000Z' })).rejects.toMatchObject(given);
    await register(other, '7', { recordedAt: '2025-12-01T07:10:00.000Z' });
    await expect(register(one, '7')).rejects.toMatchObject(given);
    await register(one, '8');
  });

  it('of before is claimed for its case first, and one that two cases had is told and not refused', async () => {
    const [one, other, third] = [await filed('one'), await filed('other'), await filed('third')];
    await registerUnclaimed(one, '7');
    await registerUnclaimed(other, '7 ');
    await expect(register(third, '7')).rejects.toMatchObject(given);
    expect(await numbers()).toEqual([{ officeId: office, number: '7 ', caseIds: [one, other] }]);
    await register(third, '9');
    expect(claimsOf('7')).toEqual(['RegistrationNumberClaimed', 'RegistrationNumberRepeated']);
    expect(world.typesIn('registration-index')).toEqual(['RegistrationNumbersIndexed']);
  });
});
