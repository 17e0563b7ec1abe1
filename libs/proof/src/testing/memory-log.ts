import { sha256 } from '../node.js';
import { appendEntries, type Edge, edgeTiles, emptyEdge } from '../tlog/edge.js';
import { utf8 } from '../tlog/bytes.js';
import { type ReadTiles, type TileData, tilePath } from '../tlog/tiles.js';

/** A log in memory for tests: its tiles by path, partial ones of every size that it had. */
export class MemoryLog {
  readonly tiles = new Map<string, Uint8Array>();
  edge: Edge = emptyEdge;

  append(entries: readonly Uint8Array[]): void {
    const { edge, full } = appendEntries(this.edge, entries, sha256);
    this.edge = edge;
    this.keep([...full, ...edgeTiles(edge)]);
  }

  readonly read: ReadTiles = (tiles) => Promise.resolve(tiles.map((tile) => this.tileAt(tilePath(tile))));

  private tileAt(path: string): Uint8Array {
    // A partial tile is served from the full one where it was never kept.
    const found = this.tiles.get(path) ?? this.tiles.get(path.replace(/\.p\/\d+$/, ''));
    if (found === undefined) throw new Error(`no tile at ${path}`);
    return found;
  }

  private keep(tiles: readonly TileData[]): void {
    for (const { tile, data } of tiles) this.tiles.set(tilePath(tile), data);
  }
}

/** The entries "entry 0", "entry 1", … from `start` to before `end`. */
export const entriesTo = (end: number, start = 0): Uint8Array[] =>
  Array.from({ length: end - start }, (_, at) => utf8(`entry ${start + at}`));
