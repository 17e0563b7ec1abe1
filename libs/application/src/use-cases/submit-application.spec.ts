import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '@app/event-store';
import { caseIdFor } from './submit-application.js';
import { sampleContext, walkToPayment } from '../testing/sample-application.js';
import { openUseCases, type UseCaseWorld } from '../testing/use-case-world.js';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await openUseCases();
});

const onDwelling = () => world.typesIn('dwelling-DWELLING-1');
const refusal = (code: string) => ({ name: 'Refusal', code });

describe('a submission', () => {
  it('claims the dwelling and then begins the case', async () => {
    const { stream, revision, events } = await world.submit('key-1');
    const caseId = caseIdFor(sampleContext('key-1'));
    expect({ stream, revision, types: events.map(({ type }) => type) }).toEqual({
      stream: `case-${caseId}`,
      revision: 0,
      types: ['ApplicationSubmitted'],
    });
    expect(world.store.log.map((event) => event.stream)).toEqual(['dwelling-DWELLING-1', `case-${caseId}`]);
  });

  it('is the same case when it is repeated, and claims nothing anew', async () => {
    const first = await world.submit('key-1');
    expect(await world.submit('key-1')).toEqual({ ...first, repeated: true });
    expect(world.store.log).toHaveLength(2);
  });

  it('is one case where two send it at once', async () => {
    const [one, other] = await Promise.all([world.submit('key-1'), world.submit('key-1')]);
    expect(one.events).toEqual(other.events);
    expect(world.store.log).toHaveLength(2);
  });

  it('is refused where another application holds the dwelling, and leaves its claim alone', async () => {
    await world.submit('key-1');
    await expect(world.submit('key-2')).rejects.toMatchObject(refusal('dwelling-claimed'));
    expect(onDwelling()).toEqual(['DwellingClaimed']);
  });

  it('lets one of two applications for a dwelling through where they come at once', async () => {
    const outcomes = await Promise.allSettled([world.submit('key-1'), world.submit('key-2')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(world.store.log.filter(({ type }) => type === 'ApplicationSubmitted')).toHaveLength(1);
  });

  it.each(['dwelling-1', 'Dwelling-1', 'DWELLING-1'])(
    'finds a claim of before under the id as it was written, and takes it over where its case has ended: %s',
    async (dwellingId) => {
      const first = caseIdFor(sampleContext('key-1'));
      const held = { dwellingId, address: 'x' };
      await world.claimAsWritten(dwellingId, first);
      await expect(world.submit('key-2', { dwelling: held })).rejects.toMatchObject(refusal('dwelling-claimed'));
      await world.submit('key-1', { dwelling: held });
      for (const command of walkToPayment(first)) await world.bus.execute(command);
      await world.submit('key-2', { dwelling: held });
      expect(world.typesIn('dwelling-DWELLING-1').at(-1)).toBe('DwellingClaimed');
    },
  );

  it('never touches the dwelling where a rule refuses it', async () => {
    await expect(world.submit('key-1', { form: 'GRATUITOUS' })).rejects.toMatchObject(refusal('gratuitous-not-paid'));
    expect(world.store.log).toEqual([]);
  });

  it('takes over the claim of a case that has ended', async () => {
    const first = caseIdFor(sampleContext('key-1'));
    await world.submit('key-1');
    for (const command of walkToPayment(first)) await world.bus.execute(command);
    await world.submit('key-2');
    expect(onDwelling()).toEqual(['DwellingClaimed', 'DwellingReleased', 'DwellingClaimed']);
  });

  it('claims nothing where its key was used for another application before', async () => {
    await world.submit('key-1', { dwelling: { dwellingId: 'dwelling-2', address: 'x' } });
    const other = world.submit('key-1', {}, { request: 'another body' });
    await expect(other).rejects.toMatchObject({ name: 'IdempotencyKeyReused' });
    expect(onDwelling()).toEqual([]);
  });

  it('releases what it claimed where the same key began another case meanwhile', async () => {
    const elsewhere = { dwelling: { dwellingId: 'dwelling-2', address: 'x' } };
    const outcomes = await Promise.allSettled([
      world.submit('key-1'),
      world.submit('key-1', elsewhere, { request: 'another body' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(onDwelling()).toEqual(['DwellingClaimed']);
    expect(world.typesIn('dwelling-DWELLING-2')).toEqual(['DwellingClaimed', 'DwellingReleased']);
  });

  it('keeps its claim where the log gave no answer to the case: the repeat goes on from there', async () => {
    world.store.willMeet({}).willMeet({ before: () => world.store.disconnect() });
    await expect(world.submit('key-1')).rejects.toThrow(StoreUnavailable);
    world.store.connect();
    expect(onDwelling()).toEqual(['DwellingClaimed']);
    await world.submit('key-1');
    expect(onDwelling()).toEqual(['DwellingClaimed']);
  });

  it('names an office that there is', async () => {
    const nowhere = world.submit('key-1', { officeId: 'nowhere' }, { office: null });
    await expect(nowhere).rejects.toMatchObject({ name: 'OfficeUnknown', officeId: 'nowhere' });
  });

  it('is for the office of who files it', async () => {
    await expect(world.submit('key-1', { officeId: 'aktobe' })).rejects.toMatchObject({ name: 'OfficeNotYours' });
    await expect(world.submit('key-1', { officeId: 'aktobe' }, { office: null })).resolves.toMatchObject({
      revision: 0,
    });
  });
});
