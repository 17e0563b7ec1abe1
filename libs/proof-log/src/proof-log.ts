import { RevisionConflict, StoresDiffer, type Codec, type EventStore, type StoredEvent } from '@app/event-store';
import {
  consistencyProof,
  fromBase64,
  genesis,
  NotSigned,
  openCheckpoint,
  toBase64,
  verifyConsistency,
  vkeyText,
  type ChainHead,
} from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import { headStream, type Head } from './heads/head.js';
import { readHeads } from './heads/head-of-event.js';
import type { LogIdentity } from './heads/proof-key.js';
import { signedHeadEvent } from './heads/sign-head.js';
import { CurrentName, NameUnreadable } from './names/current-name.js';
import type { ProofStores } from './proof-stores.js';
import { chainHashOf } from './tree/chain-hash-of.js';
import { TreeBuilder } from './tree/tree-builder.js';
import { troubles } from './trouble.js';
import { askWitnesses, keyOf } from './witnesses/ask-all.js';
import type { Witness } from './witnesses/ask-witness.js';

export type ProofLogParts = Readonly<{
  log: Pick<EventStore, 'follow' | 'lastPosition' | 'append' | 'read'>;
  codec: Pick<Codec, 'encode' | 'digest'>;
  stores: ProofStores;
  /** The key, and the first name of the log. */
  identity: LogIdentity;
  witnesses: readonly Witness[];
  /** A MAC under the key of the vault: it says which new logs were begun here. */
  mac: (text: string) => string;
  /** How old the last head is, at least, before another is signed. */
  headEveryMs: number;
  /** Now, ISO 8601. */
  now: () => string;
  /** Told why the tiles are built anew. */
  onRebuilt: (why: string) => void;
  /** Told of each head that was signed here. */
  onSigned: (head: Readonly<{ size: number; root: string }>) => void;
}>;

/** What one look does: `closing` signs however young the last head is. */
export type Look = Readonly<{ signal: AbortSignal; closing?: boolean }>;

/**
 * Keeps the proof log, in one process at a time: takes the log into the tree, signs heads, has them cosigned. A head that does not extend
 * what was signed before is never signed; `trouble` says why.
 */
export class ProofLog {
  readonly #tree: TreeBuilder;
  readonly #name: CurrentName;
  readonly #since: string;
  /** What was met in the log itself. */
  #fault: string | null = null;
  /** Whether nothing was looked at yet since this process keeps the log. */
  #isNew = true;
  #trouble: string | null = null;

  constructor(private readonly parts: ProofLogParts) {
    const { log, stores, identity, mac, now, onRebuilt } = parts;
    this.#since = now();
    this.#name = new CurrentName(identity, mac);
    this.#tree = new TreeBuilder(log, stores.tiles, (why) => {
      this.#fault = null;
      onRebuilt(why);
    });
  }

  /** Why no head is signed, as of the last look; null where nothing is wrong. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Another process kept the log meanwhile: begin from what is written. */
  reload(): void {
    this.#tree.reload();
    this.#isNew = true;
  }

  /** One look at the log. Throws what the stores throw; the next look goes on from there. */
  async look(look: Look): Promise<void> {
    try {
      await this.#look(look);
    } catch (error) {
      // The log is not that of the read models, or does not say under which name it goes on: nothing of it is signed.
      if (!(error instanceof StoresDiffer || error instanceof NameUnreadable)) throw error;
      this.#trouble = error.message;
      await this.#tell();
    }
  }

  async #look({ signal, closing = false }: Look): Promise<void> {
    // First: what is said of names by now is in the tree by then.
    await this.#learnName();
    await this.#begin(signal);
    const known = await this.parts.stores.heads.newest();
    this.#trouble = await this.#found(known);
    const own = this.#name.own(known);
    if (this.#trouble === null && this.#isDue(own, closing)) await this.#sign(own, signal);
    const newest = await this.parts.stores.heads.newest();
    await this.#ask(newest, closing);
    this.#trouble ??= await this.#found(newest);
    await this.#tell();
  }

  /** A new name is a new log: what stopped the one before is no trouble of it. */
  async #learnName(): Promise<void> {
    if (!(await this.#name.learn(this.parts.log))) return;
    this.#fault = null;
    this.#isNew = true;
  }

  /** Before the first head is signed here, witnesses are asked: they may know more than a log and a document store that were both set back. */
  async #begin(signal: AbortSignal): Promise<void> {
    const { heads, standing } = this.parts.stores;
    if (!this.#isNew) return this.#catchUp(signal);
    const before = await standing.read();
    this.#fault = before?.origin === this.#name.now.origin ? before.fault : null;
    await this.#catchUp(signal);
    await this.#ask(await heads.newest(), true);
    this.#isNew = false;
  }

  #catchUp(signal: AbortSignal): Promise<void> {
    return this.#tree.catchUp(signal, (events) => this.#meet(events));
  }

  /** Keeps heads as they are met in the log, and compares the last of them with the tree. Those of an earlier name stop nothing any more. */
  async #meet(events: readonly StoredEvent[]): Promise<void> {
    if (events.length === 0) return;
    // Another process may have signed under a newer name.
    await this.#learnName();
    const { heads, fault } = readHeads(events, this.#name.names);
    const other = await this.parts.stores.heads.keep(heads);
    const own = heads.flatMap((head) => this.#name.own(head) ?? []);
    const faults = [fault, ...(await Promise.all(own.map((head) => this.#wrongSignature(head))))];
    if (other && this.#name.own(other.kept)) faults.push(troubles.otherHead(other.kept, other.inLog));
    for (const last of own.slice(-1)) faults.push(await this.#notOfThisTree(last));
    this.#fault ??= faults.find((one) => one !== null) ?? null;
  }

  /** Heads of an earlier origin are checked by the key of their time, not here. */
  async #wrongSignature(head: Head): Promise<string | null> {
    if (head.origin !== this.#name.now.origin) return null;
    try {
      await openCheckpoint(head.checkpoint, { log: this.#name.known }, nodeCrypto);
      return null;
    } catch (error) {
      if (!(error instanceof NotSigned)) throw error;
      return troubles.otherKey(head, vkeyText(this.#name.identity.signer.vkey));
    }
  }

  async #notOfThisTree(head: Head): Promise<string | null> {
    const size = this.#tree.size ?? 0;
    if (head.size > size) return troubles.older(head, size);
    const root = toBase64(await this.#tree.rootAt(head.size));
    return root === head.root ? null : troubles.fork(head, root);
  }

  async #found(newest: Head | null): Promise<string | null> {
    if (this.#fault !== null) return this.#fault;
    const own = this.#name.own(newest);
    const wrong = own && (await this.#wrongWith(own));
    if (wrong !== null) return wrong;
    const keys = this.parts.witnesses.map(({ vkey }) => keyOf(vkey));
    const standings = await this.parts.stores.witnesses.of(keys, this.#name.now.origin);
    return standings.find(({ conflict }) => conflict)?.problem ?? null;
  }

  /** Why the last head of this name cannot be followed by another. */
  async #wrongWith(head: Head): Promise<string | null> {
    const { origin, lost } = this.#name.now;
    const last = this.#tree.headRevision + lost;
    if (head.revision > last) return troubles.headGone(head, last);
    const wrong = (await this.#notOfThisTree(head)) ?? (await this.#wrongSignature(head));
    return wrong ?? (head.origin === origin ? null : troubles.otherOrigin(head, origin));
  }

  #isDue(newest: Head | null, closing: boolean): boolean {
    const size = this.#tree.size ?? 0;
    if (newest === null) return size > 0 && (closing || this.#isFirstDue());
    return size > newest.size && (closing || this.#isPast(newest.signedAt));
  }

  /** The first head under a new name is due at once. */
  #isFirstDue(): boolean {
    return this.#name.now.after !== null || this.#isPast(this.#since);
  }

  #isPast(last: string): boolean {
    const { now, headEveryMs } = this.parts;
    return Date.parse(now()) - Date.parse(last) >= headEveryMs;
  }

  async #sign(extending: Head | null, signal: AbortSignal): Promise<void> {
    const { log, codec, now, onSigned } = this.parts;
    const size = this.#tree.size ?? 0;
    const root = this.#tree.root();
    this.#trouble = await this.#notExtending(extending, size, root);
    if (this.#trouble !== null) return;
    const after = await this.#lastEvent();
    const events = await signedHeadEvent({ size, root, after, now: now() }, this.#name.identity, codec);
    try {
      await log.append(headStream, after.revision < 0 ? 'none' : after.revision, events);
      onSigned({ size, root: toBase64(root) });
    } catch (error) {
      // Another process signed: its head is met in the log.
      if (!(error instanceof RevisionConflict)) throw error;
    }
    await this.#catchUp(signal);
  }

  /** The event behind which a head is written: the last that was met, of whatever name. */
  async #lastEvent(): Promise<ChainHead> {
    const revision = this.#tree.headRevision;
    if (revision < 0) return genesis;
    const [event] = await this.parts.log.read(headStream, revision);
    return event ? { revision, hash: chainHashOf(event) } : genesis;
  }

  /** Consistency with the last signed head, out of the tiles. */
  async #notExtending(after: Head | null, size: number, root: Uint8Array): Promise<string | null> {
    if (after === null) return null;
    const { sha256 } = nodeCrypto;
    const proof = await consistencyProof({ oldSize: after.size, size }, this.parts.stores.tiles.read, sha256);
    const claim = { oldSize: after.size, oldRoot: fromBase64(after.root), size, root, proof };
    if (verifyConsistency(claim, sha256)) return null;
    return troubles.fork(after, toBase64(await this.#tree.rootAt(after.size)));
  }

  async #ask(head: Head | null, all: boolean): Promise<void> {
    const { stores, witnesses, now } = this.parts;
    if (head === null || witnesses.length === 0 || head.origin !== this.#name.now.origin) return;
    if (head.size > (this.#tree.size ?? 0)) return;
    const { heads, tiles } = stores;
    const asking = { witnesses, log: this.#name.known, read: tiles.read, heads, standings: stores.witnesses, now };
    await askWitnesses(asking, head, all);
  }

  async #tell(): Promise<void> {
    const { origin, signer } = this.#name.identity;
    await this.parts.stores.standing.write({
      origin,
      vkey: vkeyText(signer.vkey),
      trouble: this.#trouble,
      fault: this.#fault,
      headRevision: this.#tree.headRevision,
      lost: this.#name.now.lost,
    });
  }
}
