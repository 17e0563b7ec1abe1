import { createHash, createHmac, randomBytes } from 'node:crypto';
import { erasedStreams, type Erasure, type KeysOf } from '../erasure.js';
import { keyIdOf, sealWith, unsealWith, type KnownKey } from '../sealed-form.js';
import type { Sealed, SealRequest, Unsealed, UnsealRequest, Vault } from '../vault.js';

/** A vault in memory for specs: the real seals, on keys that can be taken out and put in (key id to base64). */
export class MemoryVault implements Vault {
  readonly #keys = new Map<string, KnownKey>();
  /** By the owner's key id, the ids of the keys that go with it. */
  readonly #owned = new Map<string, Set<string>>();
  readonly #erasures: Omit<Erasure, 'id'>[] = [];
  /** How many seal and unseal calls came in, to hold that they are batched. */
  calls = 0;
  epoch = 0;

  constructor(keys: Readonly<Record<string, string>> = {}) {
    for (const [id, bytes] of Object.entries(keys)) this.#keys.set(id, { id, bytes: Buffer.from(bytes, 'base64') });
  }

  async seal(requests: readonly SealRequest[]): Promise<readonly Sealed[]> {
    this.calls += 1;
    return requests.map((request) => sealWith(this.#keyFor(request.subject, request.owner ?? null), request));
  }

  async unseal(requests: readonly UnsealRequest[]): Promise<readonly Unsealed[]> {
    this.calls += 1;
    return requests.map((request) => unsealWith(this.#keys.get(keyIdOf(request.sealed)), request));
  }

  async keyIds(subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const held = subjects.filter((subject) => (this.#keys.get(idOf(subject)) ?? 'erased') !== 'erased');
    return new Map(held.map((subject) => [subject, idOf(subject)]));
  }

  async allKeyIds(subject: string): Promise<readonly string[]> {
    return this.#keys.has(idOf(subject)) ? [idOf(subject)] : [];
  }

  /** How many keys there are. */
  keyCount(): number {
    return this.#keys.size;
  }

  digest(text: string): string {
    return createHmac('sha256', 'digest').update(text).digest('hex');
  }

  mac(text: string): string {
    return createHmac('sha256', 'mac').update(text).digest('base64url');
  }

  async keysOf(subject: string): Promise<KeysOf> {
    const own = idOf(subject);
    const held = [own, ...(this.#owned.get(own) ?? [])].filter((id) => this.#isActive(id));
    return { subject: own.slice(0, 32), keyIds: held };
  }

  async activeKeys(subjects: readonly string[]): Promise<readonly string[]> {
    return subjects.map(idOf).filter((id) => this.#isActive(id));
  }

  async closeKeys(): Promise<number> {
    return 0;
  }

  async erase(erasure: Omit<Erasure, 'id'>): Promise<void> {
    for (const id of [...erasure.keyIds, ...erasure.withheld]) this.#keys.set(id, 'erased');
    this.#erasures.push(erasure);
  }

  isErased(stream: string): boolean {
    return erasedStreams(this.#erasures).has(stream);
  }

  isErasedIn(stream: string, subject: string): boolean {
    return erasedStreams(this.#erasures).get(stream)?.has(idOf(subject).slice(0, 32)) ?? false;
  }

  async learnErasures(): Promise<void> {}

  async unshownErasures(): Promise<readonly Erasure[]> {
    return [];
  }

  async noteShown(): Promise<void> {}

  async close(): Promise<void> {}

  #isActive(id: string): boolean {
    const key = this.#keys.get(id);
    return key !== undefined && key !== 'erased';
  }

  keys(): Record<string, string> {
    const held = [...this.#keys].flatMap(([id, key]) => (key === 'erased' ? [] : [[id, key.bytes.toString('base64')]]));
    return Object.fromEntries(held) as Record<string, string>;
  }

  #keyFor(subject: string, owner: string | null): { id: string; bytes: Buffer } {
    const id = idOf(subject);
    if (owner !== null) this.#owned.set(idOf(owner), (this.#owned.get(idOf(owner)) ?? new Set()).add(id));
    const known = this.#keys.get(id);
    if (known && known !== 'erased') return known;
    const key = { id, bytes: randomBytes(32) };
    this.#keys.set(id, key);
    return key;
  }
}

const idOf = (subject: string): string => `${createHash('sha256').update(subject).digest('hex').slice(0, 32)}-1`;
