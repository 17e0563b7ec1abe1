import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@app/event-store';
import { markOfBegun } from './begun-mark.js';
import { currentName, namesIn } from './log-names.js';

const macBy = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('base64url');
const mac = macBy('the key of the vault');

const root = Buffer.alloc(32, 1).toString('base64');
const begun = {
  newLogId: 'n-1',
  confirmedBy: 'second',
  origin: 'log.example/new',
  after: { checkpoint: `log.example\n20\n${root}\n\n— log.example AAAAAAAAAAAA\n`, vkey: null, head: 7, lost: 3 },
};
const logWith = (...datas: readonly object[]) => ({
  // What is read of an event is its type, its data and its revision.
  read: async () => datas.map((data, revision) => ({ type: 'NewLogBegun', data, revision }) as unknown as StoredEvent),
});
const ours = { ...begun, mac: markOfBegun(mac, begun) };

describe('the names of a log', () => {
  it('are that of the configuration and those that were begun here', async () => {
    const { names, forged } = await namesIn(logWith(ours), 'log.example', mac);
    expect(forged).toEqual([]);
    expect(currentName(names)).toMatchObject({ origin: 'log.example/new', firstHead: 8, lost: 3 });
  });

  it('are not those that somebody wrote to the log without the key, whole or in part', async () => {
    const others = [
      begun,
      { ...begun, mac: markOfBegun(macBy('another key'), begun) },
      { ...ours, origin: 'log.example/other' },
      { ...ours, confirmedBy: 'third' },
      { ...ours, after: { ...begun.after, lost: 7 } },
      { ...ours, after: null },
      {},
    ];
    const { names, forged } = await namesIn(logWith(...others), 'log.example', mac);
    expect(forged).toEqual(others.map((_, revision) => revision));
    expect(names.map(({ origin }) => origin)).toEqual(['log.example']);
  });

  it('are believed of a copy, where the key is not at hand', async () => {
    const { names, forged } = await namesIn(logWith(begun), 'log.example', null);
    expect([names.length, forged]).toEqual([2, []]);
  });
});
