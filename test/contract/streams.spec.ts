import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventSchemas } from '@app/domain';
import { aliya, bolat, contextOf, forTill, tillSchemas } from '../../libs/event-store/src/testing/till.js';
import { temporaryFolder } from '../support/process.js';
import { recordStreams, replayStreams, sampleNames } from './golden-streams.js';

const folder = fileURLToPath(new URL('streams', import.meta.url));

/** The domain's events, and those that were invented for `till-1`, whose coins have had two shapes. */
const schemas = { ...eventSchemas, ...tillSchemas };

describe('recorded streams', () => {
  it.each(sampleNames(folder))('%s is intact, and reads today as it should', async (name) => {
    const { intact, decoded, expected } = await replayStreams(folder, name, schemas);

    expect(intact).toBe(true);
    expect(decoded).toEqual(expected);
  });

  it('with an old shape say the same as the new one', async () => {
    const { decoded } = await replayStreams(folder, 'till-1', schemas);

    expect(decoded.filter(({ type }) => type === 'CoinsAdded')).toEqual([
      { stream: 'till-1', type: 'CoinsAdded', data: { amount: 700, unit: 'tiyn' } },
      { stream: 'till-1', type: 'CoinsAdded', data: { amount: 1_200, unit: 'tiyn' } },
    ]);
  });
});

describe('recording', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeEach(async () => {
    temporary = await temporaryFolder();
  });

  afterEach(() => temporary.remove());

  const record = (): Promise<void> =>
    recordStreams({ folder: temporary.path, name: 'till', schemas }, async (pipeline) => {
      await pipeline.handle(forTill('till-9', { type: 'OpenTill', owner: aliya, witnesses: [bolat] }, contextOf('k1')));
      await pipeline.handle(forTill('till-9', { type: 'AddCoins', amount: 5 }, contextOf('k2')));
    });

  it('writes what can be replayed', async () => {
    await record();

    expect(sampleNames(temporary.path)).toEqual(['till']);
    const data = [
      { owner: aliya, witnesses: [bolat], note: null },
      { amount: 5, unit: 'tiyn' },
    ];
    const decoded = ['TillOpened', 'CoinsAdded'].map((type, nth) => ({ stream: 'till-9', type, data: data[nth] }));
    expect(await replayStreams(temporary.path, 'till', schemas)).toEqual({ intact: true, decoded, expected: decoded });
  });

  it('never writes over a sample', async () => {
    await record();

    await expect(record()).rejects.toThrow('EEXIST');
  });
});
