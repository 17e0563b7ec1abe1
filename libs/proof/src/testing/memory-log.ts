import { sha256 } from '../node.js';
import { appendEntries, type Edge, edgeTiles, emptyEdge } from '../tlog/edge.js';
import { utf8 } from '../tlog/bytes.js';
import { type ReadTiles, type Tile, tilePath, tileWidth } from '../tlog/tiles.js';

/** A log in memory for tests. Of each tile it keeps the widest, which begins with all narrower ones. */
export class MemoryLog {
  readonly tiles = new Map<string, Uint8Array>();
  edge: Edge = emptyEdge;

  append(entries: readonly Uint8Array[]): void {
    const { edge, full } = appendEntries(this.edge, entries, sha256);
    this.edge = edge;
    for (const { tile, data } of [...full, ...edgeTiles(edge)]) this.tiles.set(placeOf(tile), data);
  }

  readonly read: ReadTiles = (tiles) => Promise.resolve(tiles.map((tile) => this.widest(placeOf(tile))));

  private widest(place: string): Uint8Array {
    const found = this.tiles.get(place);
    if (found === undefined) throw new Error(`no tile at ${place}`);
    return found;
  }
}

const placeOf = (tile: Tile): string => tilePath({ ...tile, width: tileWidth });

/** The entries "entry 0", "entry 1", … from `start` to before `end`. */
export const entriesTo = (end: number, start = 0): Uint8Array[] =>
  Array.from({ length: end - start }, (_, at) => utf8(`entry ${start + at}`));
