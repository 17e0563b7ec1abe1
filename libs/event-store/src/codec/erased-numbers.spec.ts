import { genesis } from '@app/proof';
import { expect, it } from '@jest/globals';
import { MemoryVault } from '../../../vault/src/testing/memory-vault.js';
import type { StoredEvent } from '../event-store.js';
import { aliya, bolat, contextOf, tillSchemas } from '../testing/till.js';
import { createCodec } from './codec.js';

const stream = 'till-1';

it('shows no number of an erased person that another key seals, where the stream was erased, and counts it', async () => {
  const vault = new MemoryVault();
  const codec = createCodec({ schemas: tillSchemas, vault });
  const witness = { ...bolat, name: `Bolat, for ${aliya.iin} (7901 0130 0123), not for ${bolat.iin}` };
  const encoded = await codec.encode({
    stream,
    after: genesis,
    events: [{ type: 'TillOpened', data: { owner: aliya, witnesses: [witness], note: null } }],
    idOf: String,
    context: contextOf('key-1'),
    requestDigest: '',
    rulebook: null,
  });
  const events = encoded.map((event): StoredEvent => ({ ...event, stream, revision: 0, position: 0 }));
  const { keyIds } = await vault.keysOf(aliya.iin);
  expect(await codec.countKept(events, { iin: aliya.iin, keyIds })).toBe(1);
  expect(await codec.countKept(events, { iin: bolat.iin, keyIds: (await vault.keysOf(bolat.iin)).keyIds })).toBe(0);
  await vault.erase({ keyIds, withheld: [], streams: ['another'] });
  expect((await codec.decode(events))[0]!.data).toMatchObject({ witnesses: [witness] });
  await vault.erase({ keyIds, withheld: [], streams: [stream] });

  const shown = { ...bolat, name: `Bolat, for --erased-- (--erased--), not for ${bolat.iin}` };
  expect((await codec.decode(events))[0]!.data).toEqual({ owner: { erased: true }, witnesses: [shown], note: null });
  expect((await codec.disclosures(events))[0]!.map(({ disclosure }) => disclosure)).toEqual([null, null]);
});
