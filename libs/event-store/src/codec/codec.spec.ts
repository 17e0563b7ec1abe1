import { createHash } from 'node:crypto';
import { genesis } from '@app/proof';
import { chainHash, verifyChain } from '@app/proof/node';
import { describe, expect, it } from '@jest/globals';
import { MemoryVault } from '../../../vault/src/testing/memory-vault.js';
import { UndecodableEvent, UnencodableEvent } from '../errors.js';
import { eventIdOf } from '../event-id.js';
import type { DomainEvent, EncodedEvent, StoredEvent } from '../event-store.js';
import { aliya, bolat, contextOf, tillSchemas, type TillEvent } from '../testing/till.js';
import { createCodec } from './codec.js';
import { isErased } from './sealing.js';

const opened: TillEvent = { type: 'TillOpened', data: { owner: aliya, witnesses: [bolat, aliya], note: 'by hand' } };
const added: TillEvent = { type: 'CoinsAdded', data: { amount: 500, unit: 'tiyn' } };

const erase = async (vault: MemoryVault, iin: string, streams: readonly string[] = []): Promise<void> =>
  vault.erase({ keyIds: (await vault.keysOf(iin)).keyIds, withheld: [], streams });

describe('encoding', () => {
  it('seals every personal value in place, each for its own person, with one call to the vault', async () => {
    const { codec, vault } = setUp();
    const [event] = await encode(codec, [opened, added]);

    expect(event!.data).toEqual({
      owner: { $sealed: expect.any(String) },
      witnesses: [{ $sealed: expect.any(String) }, { $sealed: expect.any(String) }],
      note: { $sealed: expect.any(String) },
    });
    expect(vault.calls).toBe(1);
    expect(JSON.stringify(event)).not.toMatch(/790101300123|800202300456|Әлия|Болат|by hand/);
    const { owner, witnesses, note } = event!.data as { owner: unknown; witnesses: unknown[]; note: unknown };
    const keys = [owner, ...witnesses, note].map(keyIn);
    expect([keys[0] === keys[1], keys[0] === keys[2], keys[0] === keys[3]]).toEqual([false, true, true]);
  });

  it('does not ask the vault where nothing is personal, nor seals what is not there', async () => {
    const { codec, vault } = setUp();
    const bare = { type: 'TillOpened', data: { owner: null, witnesses: [], note: null } };

    expect((await encode(codec, [added, bare])).map(({ data }) => data)).toEqual([added.data, bare.data]);
    expect(vault.calls).toBe(0);
  });

  it('writes all metadata, with ids made of key, stream and index, and chains the events', async () => {
    const { codec, vault } = setUp();
    const [first, second] = await encode(codec, [added, added]);

    expect(first!.metadata).toEqual({
      eventId: eventIdOf('key-1', 0, 'till-1'),
      actor: 'clerk-1',
      onBehalfOf: null,
      office: 'office-1',
      correlationId: 'c-1',
      causationId: null,
      recordedAt: '2025-03-07T10:00:00Z',
      effectiveAt: '2025-03-07T10:00:00Z',
      schema: 2,
      rulebook: '2021-08-12',
      requestDigest: vault.digest('request key-1'),
      prevHash: genesis.hash,
      hash: chainHash({ stream: 'till-1', revision: 0, ...first! }),
    });
    expect([second!.id, second!.metadata.eventId]).toEqual(Array(2).fill(eventIdOf('key-1', 1, 'till-1')));
    expect(second!.metadata.prevHash).toBe(first!.metadata.hash);
    expect(verifyChain(stored([first!, second!]))).toEqual({
      intact: true,
      head: { revision: 1, hash: second!.metadata.hash },
    });
  });

  it('counts the bytes of the data as they are written', async () => {
    const { codec } = setUp();
    const [first, second] = await encode(codec, [opened, added]);

    for (const event of [first, second]) expect(event!.dataBytes).toBe(Buffer.byteLength(JSON.stringify(event!.data)));
  });

  it.each<[string, DomainEvent, string]>([
    ['a type in no table', { type: 'TillStolen', data: {} }, 'TillStolen is in no table of event types'],
    [
      'a type named like a member of every object',
      { type: 'toString', data: {} },
      'toString is in no table of event types',
    ],
    ['what JSON cannot say', { type: 'CoinsAdded', data: { amount: NaN } }, 'no canonical JSON for NaN at /amount'],
    [
      'personal data of nobody',
      { type: 'TillOpened', data: { owner: { name: 'x' }, witnesses: [], note: null } },
      'TillOpened: personal data at /owner names no person to seal it for',
    ],
    [
      'a value that passes for a sealed one',
      { type: 'CoinsAdded', data: { amount: 1, deep: [{ $sealed: '1.a.b' }] } },
      'CoinsAdded: $sealed is a name that only the vault may use',
    ],
  ])('refuses %s', async (_, event, message) => {
    await expect(encode(setUp().codec, [event])).rejects.toMatchObject({ name: UnencodableEvent.name, message });
  });

  it('refuses a table with one personal path inside another', () => {
    const personal = [
      { at: 'owner', subject: 'owner.iin' },
      { at: 'owner.name', subject: 'owner.iin' },
    ];

    expect(() => createCodec({ schemas: { A: { version: 1, personal } }, vault: new MemoryVault() })).toThrow(
      'A: owner.name lies inside owner, which is sealed as a whole',
    );
  });
});

describe('decoding', () => {
  it('gives back what was decided, with its place and metadata, with one call to the vault for all events', async () => {
    const { codec, vault } = setUp();
    const events = stored(await encode(codec, [opened, added, opened]));
    vault.calls = 0;

    expect(await codec.decode(events)).toEqual([
      { ...events[0], data: opened.data },
      { ...events[1], data: added.data },
      { ...events[2], data: opened.data },
    ]);
    expect(vault.calls).toBe(1);
  });

  it('shows an erased value as erased, and the rest as it was', async () => {
    const { codec, vault } = setUp();
    const events = stored(await encode(codec, [opened]));
    await erase(vault, aliya.iin);

    expect((await codec.decode(events))[0]!.data).toEqual({
      owner: { erased: true },
      witnesses: [bolat, { erased: true }],
      note: { erased: true },
    });
    expect(verifyChain(events).intact).toBe(true);
  });

  it('shows a text that the key of its stream sealed as a text that was erased, once its owner is erased', async () => {
    const { codec, vault } = setUp();
    const said = { ...opened, data: { ...opened.data, remarks: ['Bolat came', 'Aliya did not'] } };
    const events = stored(await encode(codec, [said]));
    expect(JSON.stringify(events)).not.toContain('came');
    expect((await codec.decode(events))[0]!.data).toEqual(said.data);
    await erase(vault, aliya.iin);

    expect((await codec.decode(events))[0]!.data).toMatchObject({ remarks: ['--erased--', '--erased--'] });
    expect(isErased('--erased--')).toBe(true);
  });

  it('masks words from before they were sealed where their stream was erased, and counts them', async () => {
    const { codec, vault } = setUp();
    const [event] = stored(await encode(codec, [{ ...opened, data: { ...opened.data, remarks: ['Bolat came'] } }]));
    const old = { ...event!, data: { ...event!.data, remarks: ['Aliya came', 'Bolat did not'] } };
    expect((await codec.decode([old]))[0]!.data).toMatchObject({ remarks: ['Aliya came', 'Bolat did not'] });
    await erase(vault, aliya.iin, [old.stream]);

    expect((await codec.decode([old]))[0]!.data).toMatchObject({ remarks: ['--erased--', '--erased--'] });
    const gone = { iin: aliya.iin, keyIds: [] };
    expect(await Promise.all([[old], [event!]].map((events) => codec.countKept(events, gone)))).toEqual([2, 0]);
  });

  it('yields what discloses each sealed value, and nothing of those whose key was destroyed', async () => {
    const { codec, vault } = setUp();
    const events = stored(await encode(codec, [opened]));
    const disclosed = async () => (await codec.disclosures(events))[0]!;
    const [owner, , , note] = await disclosed();

    expect((await disclosed()).map(({ at }) => at)).toEqual(['/owner', '/witnesses/0', '/witnesses/1', '/note']);
    expect(JSON.stringify(events[0]!.data)).toContain(`.${owner!.digest}.`);
    expect(JSON.parse(Buffer.from(note!.disclosure!, 'base64url').toString())).toEqual([
      expect.any(String),
      '/note',
      'by hand',
    ]);
    expect(createHash('sha256').update(note!.disclosure!).digest('base64url')).toBe(note!.digest);
    await erase(vault, aliya.iin);
    expect((await disclosed()).map(({ disclosure }) => disclosure === null)).toEqual([true, false, true, true]);
  });

  it('brings an old shape up to the one written now', async () => {
    const { codec } = setUp();
    const [event] = stored(await encode(codec, [added]));
    const old = { ...event!, data: { tenge: 7 }, metadata: { ...event!.metadata, schema: 1 } };

    expect((await codec.decode([old]))[0]!.data).toEqual({ amount: 700, unit: 'tiyn' });
  });

  it.each<[string, (event: StoredEvent) => StoredEvent, string]>([
    ['a type that it does not know', (event) => ({ ...event, type: 'TillStolen' }), 'its type is unknown'],
    [
      'a newer shape',
      (event) => ({ ...event, metadata: { ...event.metadata, schema: 3 } }),
      'its shape is version 3, and this program knows 1',
    ],
    [
      'a shape before the first upcast',
      (event) => ({ ...event, metadata: { ...event.metadata, schema: 0 } }),
      'there is no upcast from version 0',
    ],
    [
      'foreign metadata',
      (event) => ({ ...event, metadata: {} as StoredEvent['metadata'] }),
      'its metadata is not of this system',
    ],
    ['a seal that was moved to another stream', (event) => ({ ...event, stream: 'till-2' }), 'its seal does not open'],
    [
      'a seal that was moved to another event',
      (event) => ({ ...event, id: eventIdOf('k', 0, 's') }),
      'its seal does not open',
    ],
    [
      'seals that changed places',
      (event) => {
        const { owner, note } = event.data as { owner: string; note: string };
        return { ...event, data: { ...event.data, owner: note, note: owner } };
      },
      'its seal does not open',
    ],
  ])('refuses %s by name, and reads its neighbours', async (_, alter, reason) => {
    const { codec } = setUp();
    const [first, second, third] = stored(await encode(codec, [opened, opened, added]));
    const bad = alter(second!);
    const message = `event 1 of ${bad.stream} (${bad.type}) cannot be read: ${reason}`;
    const [before, refusal, after] = await codec.decodeEach([first!, bad, third!]);

    expect([before, after]).toEqual([
      { ...first, data: opened.data },
      { ...third, data: added.data },
    ]);
    expect(refusal).toBeInstanceOf(UndecodableEvent);
    const { id, stream, revision, position, type } = bad;
    expect(refusal).toMatchObject({ message, reason, place: { id, stream, revision, position, type } });
    await expect(codec.decode([first!, bad, third!])).rejects.toThrow(message);
  });
});

const setUp = () => {
  const vault = new MemoryVault();
  return { vault, codec: createCodec({ schemas: tillSchemas, vault }) };
};

const encode = (codec: ReturnType<typeof createCodec>, events: readonly DomainEvent[]) => {
  const context = contextOf('key-1');
  const requestDigest = codec.digest(context.request);
  const idOf = (index: number) => eventIdOf('key-1', index, 'till-1');
  return codec.encode({
    stream: 'till-1',
    after: genesis,
    events,
    idOf,
    context,
    requestDigest,
    rulebook: '2021-08-12',
  });
};

const stored = (events: readonly EncodedEvent[]): StoredEvent[] =>
  events.map(({ id, type, data, metadata }, revision) => ({
    id,
    type,
    data,
    metadata,
    stream: 'till-1',
    revision,
    position: 100 + revision,
  }));

const keyIn = (value: unknown): string => (value as { $sealed: string }).$sealed.split('.')[1]!;
