import { eventSchemas, type CaseEvent } from '@app/domain';
import { createCodec, OutcomeUnknown } from '@app/event-store';
import { verifyChain } from '@app/proof/node';
import { describe, expect, it } from '@jest/globals';
import { caseAfter } from '../../../libs/domain/src/testing/index.js';
import { MemoryEventStore } from '../../../libs/event-store/src/testing/memory-event-store.js';
import { MemoryVault } from '../../../libs/vault/src/testing/memory-vault.js';
import { writeCaseload, type Caseload } from './caseload.js';

const load: Caseload = { run: 'spec', cases: 60, from: '2022-01-05', until: '2026-11-20T06:00:00.000Z' };
const codec = createCodec({ schemas: eventSchemas, vault: new MemoryVault() });

const written = async (given: Partial<Parameters<typeof writeCaseload>[1]> = {}) => {
  const store = new MemoryEventStore();
  return { store, loaded: await writeCaseload(load, { store, codec, inFlight: 8, ...given }) };
};

const streamsIn = ({ log }: MemoryEventStore): readonly string[] => [...new Set(log.map(({ stream }) => stream))];

/** What was written, without what is new with each sealing. */
const told = ({ log }: MemoryEventStore): readonly string[] =>
  log.map(({ stream, revision, type, metadata }) => `${stream} ${revision} ${type} ${metadata.recordedAt}`).sort();

describe('a load of sample cases', () => {
  it('is chained and sealed as real ones are, and folds to the cases that the domain decided', async () => {
    const { store, loaded } = await written();
    expect([loaded.cases, loaded.existing, loaded.events]).toEqual([60, 0, store.log.length]);
    for (const stream of streamsIn(store)) {
      const events = await store.read(stream);
      expect([stream, verifyChain(events).intact]).toEqual([stream, true]);
      expect(JSON.stringify(events)).not.toContain('Sample street');
      if (!stream.startsWith('case-')) continue;
      // A case's stream holds a case's events.
      const decided = (await codec.decode(events)) as unknown as readonly CaseEvent[];
      expect(caseAfter(decided).application?.caseId).toBe(stream.slice('case-'.length));
    }
  });

  it('holds cases on their way, ended ones, late ones, and each dwelling once', async () => {
    const { store } = await written();
    const types = new Set(store.log.map(({ type }) => type));
    for (const type of ['CaseClosed', 'DutyMissed', 'TransferDeedSigned', 'CommissionDecided', 'DwellingReleased'])
      expect([type, types.has(type)]).toEqual([type, true]);
    const dwellings = store.log.filter(({ type }) => type === 'DwellingClaimed');
    expect(new Set(dwellings.map(({ stream }) => stream)).size).toBe(60);
  });

  it('is the same for the same name, deed by deed or a stream at a time', async () => {
    const [one, other] = [await written(), await written({ deedByDeed: true, inFlight: 3 })];
    expect(told(other.store)).toEqual(told(one.store));
  });

  it('that was interrupted is gone on with: what is there stays as it is', async () => {
    const store = new MemoryEventStore();
    const first = await writeCaseload(load, { store, codec, inFlight: 4, isEnough: ({ cases }) => cases >= 20 });
    const before = [...store.log];
    const rest = await writeCaseload(load, { store, codec, inFlight: 4 });
    expect(rest.existing).toBe(first.streams);
    expect(store.log.slice(0, before.length)).toEqual(before);
    expect(told(store)).toEqual(told((await written()).store));
  });

  it('meets a store that is away, or does not answer, by looking and asking again: nothing is written twice', async () => {
    const store = new MemoryEventStore();
    const silence = (): never => {
      throw new OutcomeUnknown('no answer');
    };
    store.willMeet({ before: silence }).willMeet({ after: silence }).willMeet({ before: silence });
    await writeCaseload(load, { store, codec, inFlight: 4 });
    expect(told(store)).toEqual(told((await written()).store));
  });

  it('fails as a whole where the store does', async () => {
    const store = new MemoryEventStore();
    store.willMeet({
      before: () => {
        throw new Error('no space left');
      },
    });
    await expect(writeCaseload(load, { store, codec, inFlight: 4 })).rejects.toThrow('no space left');
  });
});
