import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { filesOf } from '../page/chosen-files.js';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** What a page makes of a ZIP; names may be changed in it to others of their length. */
const filesOfZip = (files: Readonly<Record<string, string>>, renamed: readonly [string, string] = ['', '']) => {
  const entries = Object.entries(files).map(([name, words]) => [name, text(words)] as const);
  const zip = Buffer.from(zipSync(Object.fromEntries(entries), { level: 0 })).toString('latin1');
  const bytes = Buffer.from(renamed[0] === '' ? zip : zip.replaceAll(...renamed), 'latin1');
  return filesOf([{ name: 'bundle.zip', file: new Blob([bytes]) }]);
};

describe('the files of a ZIP', () => {
  it('are those of the bundle, also where they were packed again with their folder', async () => {
    const files = await filesOfZip({ 'case/SHA256SUMS': 's', 'case/proofs/1.tlog-proof': 'p' });
    expect([...files.keys()]).toEqual(['SHA256SUMS', 'proofs/1.tlog-proof']);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly [string, string]]>([
    [
      'twice in it',
      { SHA256SUMS: 's', 'events.ndjson': 'a', 'events.ndjsoX': 'b' },
      ['events.ndjsoX', 'events.ndjson'],
    ],
    [
      'in its folder and beside it',
      { 'case/SHA256SUMS': 's', 'case/events.ndjson': 'a', 'events.ndjson': 'b' },
      ['', ''],
    ],
    ['a word of the language', { SHA256SUMS: 's', __prXto__: 'a' }, ['__prXto__', '__proto__']],
  ])('are none where a name is %s', async (_, files, renamed) => {
    await expect(filesOfZip(files, renamed)).rejects.toThrow('holds a name twice');
  });

  it('are none where it would fill the memory of the page', async () => {
    const bomb = Buffer.from(zipSync({ SHA256SUMS: text('s'), 'case.html': text('page') }));
    // the size that the central directory tells of the last file
    const at = bomb.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    bomb.writeUInt32LE(0x7000_0000, at + 24);
    await expect(filesOf([{ name: 'bundle.zip', file: new Blob([bomb]) }])).rejects.toThrow('too large for this page');
  });
});
