import { PositionNotInLog, type EventStore, type StoredEvent } from '@app/event-store';
import {
  appendEntries,
  chainHashOfEntry,
  edgeRoot,
  edgeTiles,
  emptyEdge,
  entriesOf,
  entryOf,
  Malformed,
  readEdge,
  tileWidth,
  treeRoot,
  widthOf,
  type Edge,
} from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import { chainHashOf } from './chain-hash-of.js';
import { eventsAfter, isEntry, isHead } from './log-events.js';
import { TileMissing, type Positions, type TileStore, type TreeState } from './tile-store.js';

const { sha256 } = nodeCrypto;

/** So many entries are written at a time. */
const batchSize = 1024;

/** Heads that were met in the log with a batch, in their order. */
export type OnHeads = (heads: readonly StoredEvent[]) => Promise<void>;

/** Another process builds the tree: this one has to take it over anew before it goes on. */
export class TreeTakenOver extends Error {
  override readonly name = 'TreeTakenOver';
}

type Loaded = Readonly<{ state: TreeState; edge: Edge; positions: Positions }>;

/** Folds `$all` into the tree: one entry an event, in the order of the log, heads and system streams left out. */
export class TreeBuilder {
  #loaded: Loaded | null = null;

  constructor(
    private readonly log: Pick<EventStore, 'follow' | 'lastPosition'>,
    private readonly tiles: TileStore,
    private readonly onRebuilt: (why: string) => void,
  ) {}

  /** The size of the tree as it was built here; null before it was. */
  get size(): number | null {
    return this.#loaded?.edge.size ?? null;
  }

  /** Revision of the last head that was met in the log; -1 before the first. */
  get headRevision(): number {
    return this.#loaded?.state.headRevision ?? -1;
  }

  /** The root of the tree as it is. */
  root(): Uint8Array {
    return edgeRoot(this.#loaded?.edge ?? emptyEdge, sha256);
  }

  /** The root of its first `size` entries, out of the tiles. Throws `TileMissing`. */
  rootAt(size: number): Promise<Uint8Array> {
    return treeRoot(size, this.tiles.read, sha256);
  }

  /** Begins from what is written, at the next look. */
  reload(): void {
    this.#loaded = null;
  }

  /**
   * Takes in what the log has more, to its end. Builds anew where the tiles are not of this log, or damaged. Throws `TreeTakenOver`,
   * what the stores throw, and where aborted.
   */
  async catchUp(signal: AbortSignal, onHeads: OnHeads): Promise<void> {
    try {
      this.#loaded ??= await this.#load(signal);
      await this.#fold(this.#loaded, signal, onHeads);
    } catch (error) {
      this.#loaded = null;
      if (!(error instanceof PositionNotInLog)) throw error;
      await this.#anew('the log has no event at the place that the tiles had come to');
      await this.catchUp(signal, onHeads);
    }
  }

  async #load(signal: AbortSignal): Promise<Loaded> {
    const state = await this.tiles.takeOver();
    if (state === null) return this.#nothing();
    try {
      const edge = await readEdge(state.size, this.tiles.read);
      const index = Math.floor(state.size / tileWidth);
      const positions = (await this.tiles.positionsOf(index)).slice(0, state.size % tileWidth);
      if (positions.length < state.size % tileWidth) throw new TileMissing('positions are not there');
      await this.tiles.cutTo(state.size, edgeTiles(edge), { index, positions });
      if (await this.#isOfThisLog(state, signal)) return { state, edge, positions: { index, positions } };
      return await this.#anew('the log has other events where the tiles had come to');
    } catch (error) {
      if (!(error instanceof TileMissing || error instanceof Malformed)) throw error;
      return this.#anew(`the tiles are damaged (${error.message})`);
    }
  }

  async #anew(why: string): Promise<Loaded> {
    this.onRebuilt(why);
    return this.#nothing();
  }

  async #nothing(): Promise<Loaded> {
    return { state: await this.tiles.begin(), edge: emptyEdge, positions: { index: 0, positions: [] } };
  }

  /** Whether the log still says what the last batch was made of. */
  async #isOfThisLog({ before, size }: TreeState, signal: AbortSignal): Promise<boolean> {
    if (size === before.size) return true;
    const known = await this.#entries(before.size, size);
    let at = 0;
    for await (const event of eventsAfter(this.log, before.position, signal)) {
      if (at === known.length) break;
      if (!isEntry(event)) continue;
      if (known[at] !== chainHashOf(event)) return false;
      at += 1;
    }
    return at === known.length;
  }

  /** The chain hashes of the entries from one index to before another. */
  async #entries(from: number, to: number): Promise<readonly string[]> {
    const first = Math.floor(from / tileWidth);
    const bundles = Array.from({ length: Math.ceil(to / tileWidth) - first }, (_, at) => ({
      level: 'entries' as const,
      index: first + at,
      width: widthOf('entries', first + at, to),
    }));
    const found = await this.tiles.read(bundles);
    const hashes = found.flatMap((bundle) => entriesOf(bundle).map(chainHashOfEntry));
    return hashes.slice(from - first * tileWidth, to - first * tileWidth);
  }

  async #fold(loaded: Loaded, signal: AbortSignal, onHeads: OnHeads): Promise<void> {
    let events: StoredEvent[] = [];
    let now = loaded;
    const take = async (): Promise<void> => {
      now = await this.#append(now, events);
      this.#loaded = now;
      await onHeads(events.filter(isHead));
      events = [];
    };
    for await (const event of eventsAfter(this.log, loaded.state.position, signal)) {
      if (!isEntry(event) && !isHead(event)) continue;
      events.push(event);
      if (events.length === batchSize) await take();
    }
    if (events.length > 0) await take();
  }

  /** Tiles first, the state last: a process that is stopped between them writes the same again. */
  async #append({ state, edge, positions }: Loaded, events: readonly StoredEvent[]): Promise<Loaded> {
    const entries = events.filter(isEntry);
    const hashes = entries.map((event) => entryOf(chainHashOf(event)));
    const grown = appendEntries(edge, hashes, sha256);
    const bundles = positionsIn(
      positions,
      entries.map(({ position }) => position),
    );
    await this.tiles.write([...grown.full, ...edgeTiles(grown.edge)], bundles);
    const next = {
      size: grown.edge.size,
      position: events.at(-1)?.position ?? state.position,
      before: entries.length === 0 ? state.before : { size: state.size, position: state.position },
      headRevision: events.findLast(isHead)?.revision ?? state.headRevision,
    };
    if (!(await this.tiles.move(state, next))) throw new TreeTakenOver('another process has taken the tree over');
    const index = Math.floor(next.size / tileWidth);
    const last = bundles.find((bundle) => bundle.index === index) ?? { index, positions: [] };
    return { state: { ...next, epoch: state.epoch }, edge: grown.edge, positions: last };
  }
}

/** Positions put behind those of a partial bundle, cut into bundles. */
const positionsIn = ({ index, positions }: Positions, more: readonly number[]): readonly Positions[] => {
  const all = [...positions, ...more];
  return Array.from({ length: Math.ceil(all.length / tileWidth) }, (_, at) => ({
    index: index + at,
    positions: all.slice(at * tileWidth, (at + 1) * tileWidth),
  }));
};
