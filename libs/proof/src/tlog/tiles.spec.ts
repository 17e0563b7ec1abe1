import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { utf8 } from './bytes.js';
import { cutTile, entriesOf, entryBundle, parseTilePath, partialTiles, type Tile, tilePath, widthOf } from './tiles.js';

const tiles: fc.Arbitrary<Tile> = fc.record({
  level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
  index: fc.maxSafeNat(),
  width: fc.integer({ min: 1, max: 256 }),
});

describe('the path of a tile', () => {
  it.each([
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/0/999.p/1', { level: 0, index: 999, width: 1 }],
    ['tile/63/x001/000.p/255', { level: 63, index: 1000, width: 255 }],
    ['tile/entries/x001/x234/067', { level: 'entries', index: 1_234_067, width: 256 }],
  ] as const)('%s', (path, tile) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it('says each tile, and is read back', () =>
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    ));

  it.each([
    'tile/64/000',
    'tile/00/000',
    'tile/-1/000',
    'tile/data/000',
    'tile/0/0',
    'tile/0/1000',
    'tile/0/x000/000',
    'tile/0/001/000',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/300',
    'tile/0/000.p/',
    'tile/0/000\n',
    '/tile/0/000',
    'tile/0/x009/x007/x199/x254/x740/993',
  ])('is not %s', (path) => {
    expect(() => parseTilePath(path)).toThrow(expect.objectContaining({ name: 'Malformed' }));
  });
});

describe('a partial tile', () => {
  it('is named at each level where the size leaves hashes over, for every size', () =>
    fc.assert(
      fc.property(fc.maxSafeNat(), (size) => {
        for (const { level, index, width } of partialTiles(size)) {
          expect(widthOf(level, index, size)).toBe(width);
          expect(widthOf(level, index + 1, size)).toBe(0);
          expect(index === 0 ? 256 : widthOf(level, index - 1, size)).toBe(256);
        }
      }),
    ));

  it('is cut out of a wider one, and is not made of a shorter one', () => {
    const bundle = entryBundle([utf8('one'), utf8(''), utf8('three')]);
    const hashes = new Uint8Array(96).map((_, at) => at);

    expect(cutTile({ level: 0, index: 0, width: 2 }, hashes)).toEqual(hashes.slice(0, 64));
    expect(entriesOf(cutTile({ level: 'entries', index: 0, width: 2 }, bundle))).toEqual([utf8('one'), utf8('')]);
    expect(() => cutTile({ level: 0, index: 0, width: 4 }, hashes)).toThrow('at least 128 bytes, not 96');
    expect(() => cutTile({ level: 'entries', index: 0, width: 4 }, bundle)).toThrow('ends within a length');
  });
});

describe('an entry bundle', () => {
  it('is each entry behind its big-endian uint16 length', () => {
    expect(entryBundle([utf8('ab'), new Uint8Array(258).fill(7)])).toEqual(
      Uint8Array.of(0, 2, 97, 98, 1, 2, ...new Uint8Array(258).fill(7)),
    );
  });

  it('is read back, up to entries of 65535 bytes', () => {
    const entries = [utf8(''), new Uint8Array(0xffff), utf8('end')];

    expect(entriesOf(entryBundle(entries))).toEqual(entries);
    expect(() => entryBundle([new Uint8Array(0x10000)])).toThrow('at most 65535 bytes, not 65536');
  });

  it('is refused where it ends within an entry', () => {
    const bundle = entryBundle([utf8('one'), utf8('two')]);

    for (const end of [1, 3, 6, 8, 9]) expect(() => entriesOf(bundle.subarray(0, end))).toThrow('an entry bundle ends');
  });
});
