import { readFileSync } from 'node:fs';
import {
  appendEntries,
  type Edge,
  edgeTiles,
  emptyEdge,
  entryOf,
  fromBase64,
  type ReadTiles,
  tilePath,
} from '@app/proof';
import { sha256, sha256OfText } from '@app/proof/node';

/** A key of the golden files; its seed is one byte repeated, known to all. */
export type GoldenKey = Readonly<{ skey: string; vkey: string }>;

type TreeFile = Readonly<{
  hashes: readonly string[];
  /** Size, and the place of the root in `hashes`. */
  roots: readonly (readonly [number, number])[];
  /** Size, index, and the places of the proof's hashes. */
  inclusion: readonly (readonly number[])[];
  /** Old size, size, and the places of the proof's hashes. */
  consistency: readonly (readonly number[])[];
  /** By path, the SHA-256 of the tile's bytes in hex. */
  tiles: Readonly<Record<string, string>>;
}>;

type NotesFile = readonly Readonly<{ text: string; keys: readonly GoldenKey[]; note: string }>[];

type CosignedFile = readonly Readonly<{
  size: number;
  log: GoldenKey;
  witnesses: readonly GoldenKey[];
  note: string;
  seconds: readonly number[];
}>[];

/** A golden file as text. */
export const goldenText = (name: string): string => readFileSync(`test/proof/golden/${name}`, 'utf8');

// The shapes that test/proof/go writes.
const treeFile = JSON.parse(goldenText('tree.json')) as TreeFile;
export const goldenNotes = JSON.parse(goldenText('notes.json')) as NotesFile;
export const goldenCosigned = JSON.parse(goldenText('cosigned.json')) as CosignedFile;

const hashes = treeFile.hashes.map(fromBase64);

const hashAt = (place: number): Uint8Array => hashes[place] ?? new Uint8Array(0);

/** Root hashes by size. */
export const goldenRoots = new Map(treeFile.roots.map(([size, place]) => [size, hashAt(place)]));

export const goldenInclusion = treeFile.inclusion.map(([size = 0, index = 0, ...proof]) => ({
  size,
  index,
  proof: proof.map(hashAt),
}));

export const goldenConsistency = treeFile.consistency.map(([oldSize = 0, size = 0, ...proof]) => ({
  oldSize,
  size,
  proof: proof.map(hashAt),
}));

export const goldenTiles = treeFile.tiles;

/** The entry of the golden log at an index. */
export const goldenEntry = (index: number): Uint8Array => entryOf(sha256OfText(`entry ${index}`));

/** The golden log as ours builds it, a batch for each golden size: all tiles by path, and the root of each size. */
export const buildGoldenLog = (): Readonly<{
  read: ReadTiles;
  tiles: ReadonlyMap<string, Uint8Array>;
  edges: ReadonlyMap<number, Edge>;
}> => {
  const tiles = new Map<string, Uint8Array>();
  const edges = new Map<number, Edge>();
  let edge = emptyEdge;
  for (const size of [...goldenRoots.keys()].toSorted((one, other) => one - other)) {
    const entries = Array.from({ length: size - edge.size }, (_, at) => goldenEntry(edge.size + at));
    const grown = appendEntries(edge, entries, sha256);
    edge = grown.edge;
    edges.set(size, edge);
    for (const { tile, data } of [...grown.full, ...edgeTiles(edge)]) tiles.set(tilePath(tile), data);
  }
  // A path that is not there answers with nothing, which is too short for any tile.
  const read: ReadTiles = (wanted) =>
    Promise.resolve(wanted.map((tile) => tiles.get(tilePath(tile)) ?? new Uint8Array(0)));
  return { read, tiles, edges };
};
