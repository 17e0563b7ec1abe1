import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { keyCacheMinutes, MasterKeyRefused, VaultUnavailable } from './vault.js';
import { gathered } from './gather.js';
import type { KeyRow, KeyStore } from './key-store.js';
import type { MasterKey } from './master-key.js';
import { closeBox, openBox, type DataKey, type KnownKey } from './sealed-form.js';

/** Whose keys seal: each subject with the person who owns its key, null where nobody is known or it is a person. */
type Owners = ReadonlyMap<string, string | null>;

/** Data keys by subject and by id: from memory, else from the store, and made where a subject has none. */
export class KeyRing {
  readonly #store: Rows;
  readonly #master: MasterKey;
  readonly #subjectKey: Buffer;
  #current = cacheOf<DataKey>(20_000);
  #known = cacheOf<KnownKey>(50_000);
  /** The subjects whose keys are known to have an owner. */
  readonly #owned = new LRUCache<string, true>({ max: 20_000 });
  /** Of the subjects that are being loaded. */
  readonly #owners = new Map<string, string>();
  readonly #loadCurrent = gathered((subjects) => this.#findOrMake(subjects));
  readonly #loadKnown = gathered((ids) => this.#find(ids));
  readonly #look = gathered((ids) => this.#store.find(ids));
  #epoch = 0;

  constructor(store: Rows, master: MasterKey, subjectKey: Buffer) {
    this.#store = store;
    this.#master = master;
    this.#subjectKey = subjectKey;
  }

  /** Rises whenever what is held in memory is forgotten. */
  get epoch(): number {
    return this.#epoch;
  }

  /**
   * The keys that seal for these subjects now. Those in memory are looked at again: what is sealed with a key that somebody destroys is
   * lost. Where the store does not answer, what is in memory is used.
   */
  async forSubjects(owners: Owners): Promise<ReadonlyMap<string, DataKey>> {
    await this.#lookAgain([...owners.keys()]);
    const keys = await throughCache(this.#current, [...owners.keys()], (missing) => {
      for (const subject of missing) {
        const owner = owners.get(subject) ?? null;
        if (owner !== null) this.#owners.set(subject, this.hashOf(owner));
      }
      return this.#loadCurrent(missing);
    });
    for (const [subject, owner] of owners) if (owner !== null) await this.#own(subject, owner, keys);
    return keys;
  }

  /** The keys with these ids; one that the store does not have is not in the answer. At most one query. */
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, KnownKey>> {
    return throughCache(this.#known, ids, this.#loadKnown);
  }

  /** The ids of the keys that seal for these persons now; none is made. */
  async idsOf(subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const keys = await throughCache(this.#current, subjects, (missing) => this.#findActive(missing));
    return new Map([...keys].map(([subject, { id }]) => [subject, id]));
  }

  /** Ids of a subject's keys are its hash and a number that rises with each erasure. */
  keyId(subject: string, generation: number): string {
    return `${this.hashOf(subject)}-${generation}`;
  }

  /** What is stored of a subject. */
  hashOf(subject: string): string {
    return createHmac('sha256', this.#subjectKey).update(subject).digest('hex').slice(0, 32);
  }

  /** Forgets what is held in memory; what is being loaded is not kept either. */
  forget(): void {
    this.#epoch += 1;
    this.#current = cacheOf(20_000);
    this.#known = cacheOf(50_000);
    this.#owned.clear();
  }

  async #lookAgain(subjects: readonly string[]): Promise<void> {
    const ids = subjects.flatMap((subject) => this.#current.get(subject)?.id ?? []);
    if (ids.length === 0) return;
    const rows = await soon(this.#look(ids));
    if (rows && ids.some((id) => !seals(rows.get(id)))) this.forget();
  }

  async #find(ids: readonly string[]): Promise<ReadonlyMap<string, KnownKey>> {
    const rows = await this.#store.find(ids);
    return new Map([...rows].map(([id, row]) => [id, row.state === 'ACTIVE' ? this.#unwrap(row) : 'erased']));
  }

  async #findOrMake(subjects: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
    const keys = new Map<string, DataKey>();
    let wanted = subjects;
    for (let generation = 1; wanted.length > 0; generation += 1) {
      const ids = new Map(wanted.map((subject) => [subject, this.keyId(subject, generation)]));
      const rows = await this.#rowsOrNew(ids);
      for (const [subject, id] of ids) {
        const row = pick(rows, id);
        if (!seals(row)) continue;
        if (row.owner !== undefined) this.#owned.set(subject, true);
        keys.set(subject, this.#unwrap(row));
      }
      wanted = wanted.filter((subject) => !keys.has(subject));
    }
    for (const subject of subjects) this.#owners.delete(subject);
    return keys;
  }

  /** A key may be made before its owner is known: by the claim of a number, or of a stream of before. */
  async #own(subject: string, owner: string, keys: ReadonlyMap<string, DataKey>): Promise<void> {
    if (this.#owned.has(subject)) return;
    await this.#store.own(pick(keys, subject).id, this.hashOf(owner));
    this.#owned.set(subject, true);
  }

  async #findActive(subjects: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
    const keys = new Map<string, DataKey>();
    let wanted = subjects;
    for (let generation = 1; wanted.length > 0; generation += 1) {
      const ids = new Map(wanted.map((subject) => [subject, this.keyId(subject, generation)]));
      const rows = await this.#store.find([...ids.values()]);
      for (const [subject, id] of ids) {
        const row = rows.get(id);
        if (row?.state === 'ACTIVE') keys.set(subject, this.#unwrap(row));
      }
      wanted = wanted.filter((subject) => isFollowed(rows.get(ids.get(subject) ?? '')));
    }
    return keys;
  }

  /** Whoever comes second at a new row reads what the first one wrote: there is never more than one key of an id. */
  async #rowsOrNew(ids: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, KeyRow>> {
    const rows = await this.#store.find([...ids.values()]);
    const fresh = [...ids].filter(([, id]) => !rows.has(id)).map(([subject, id]) => this.#newRow(subject, id));
    if (fresh.length === 0) return rows;
    const written = await this.#store.add(fresh);
    return written === fresh.length
      ? new Map([...rows, ...fresh.map((row) => [row.id, row] as const)])
      : this.#store.find([...ids.values()]);
  }

  #newRow(subject: string, id: string): KeyRow {
    const owner = this.#owners.get(subject);
    return {
      id,
      state: 'ACTIVE',
      wrapped: closeBox(this.#master.bytes, randomBytes(32), id),
      master: this.#master.id,
      ...(owner !== undefined && { owner }),
    };
  }

  #unwrap(row: KeyRow): DataKey {
    const bytes = row.master === this.#master.id ? openBox(this.#master.bytes, row.wrapped, row.id) : null;
    if (bytes !== null) return { id: row.id, bytes };
    throw new MasterKeyRefused(
      `A data key is wrapped by master key ${row.master}, this process holds ${this.#master.id}: restart it with the master key file now in use.`,
    );
  }
}

type Rows = Pick<KeyStore, 'find' | 'add' | 'own'>;

/** Whether a key seals what comes now. */
const seals = (row: KeyRow | undefined): boolean => row?.state === 'ACTIVE' && row.closed === undefined;

/** Whether a subject may have a later key than this one. */
const isFollowed = (row: KeyRow | undefined): boolean => row !== undefined && !seals(row);

/** What the store answers within a second; null where it is away. */
const soon = async <T>(answer: Promise<T>): Promise<T | null> => {
  const ended = new AbortController();
  const late = after(soonMs, null, { signal: ended.signal }).catch(() => null);
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    if (error instanceof VaultUnavailable) return null;
    throw error;
  } finally {
    ended.abort();
  }
};

const soonMs = 1_000;

const cacheOf = <V extends KnownKey>(max: number): LRUCache<string, V> =>
  new LRUCache({ max, ttl: keyCacheMinutes * 60_000 });

/** What is in memory, and in one load whatever is not. */
const throughCache = async <V extends KnownKey>(
  cache: LRUCache<string, V>,
  names: readonly string[],
  load: (names: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): Promise<ReadonlyMap<string, V>> => {
  const found = new Map<string, V>();
  const missing: string[] = [];
  for (const name of names) {
    const key = cache.get(name);
    if (key === undefined) missing.push(name);
    else found.set(name, key);
  }
  if (missing.length === 0) return found;
  const loaded = await load(missing);
  for (const name of missing) {
    const key = loaded.get(name);
    if (key === undefined) continue;
    cache.set(name, key);
    found.set(name, key);
  }
  return found;
};

const pick = <V>(map: ReadonlyMap<string, V>, name: string): V => {
  const value = map.get(name);
  if (value === undefined) throw new Error(`no row for ${name} after it was written`);
  return value;
};
