import { RevisionConflict, StoresDiffer, type Codec, type EventStore, type StoredEvent } from '@app/event-store';
import {
  consistencyProof,
  fromBase64,
  Malformed,
  NotSigned,
  openCheckpoint,
  toBase64,
  verifyConsistency,
  vkeyText,
  type KnownLog,
} from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import { headStream, type Head } from './heads/head.js';
import { headOfEvent } from './heads/head-of-event.js';
import type { LogIdentity } from './heads/proof-key.js';
import { signedHeadEvent } from './heads/sign-head.js';
import type { ProofStores } from './proof-stores.js';
import { TreeBuilder } from './tree/tree-builder.js';
import { troubles } from './trouble.js';
import { askWitnesses, keyOf } from './witnesses/ask-all.js';
import type { Witness } from './witnesses/ask-witness.js';

export type ProofLogParts = Readonly<{
  log: Pick<EventStore, 'follow' | 'lastPosition' | 'append'>;
  codec: Pick<Codec, 'encode' | 'digest'>;
  stores: ProofStores;
  identity: LogIdentity;
  witnesses: readonly Witness[];
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
  readonly #log: KnownLog;
  readonly #since: number;
  /** What was met in the log itself. */
  #fault: string | null = null;
  /** Whether nothing was looked at yet since this process keeps the log. */
  #isNew = true;
  #trouble: string | null = null;

  constructor(private readonly parts: ProofLogParts) {
    const { log, stores, identity, now, onRebuilt } = parts;
    this.#since = Date.parse(now());
    this.#log = { origin: identity.origin, vkeys: [identity.signer.vkey] };
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
      // The log is not that of the read models: it is not read, and nothing of it is signed.
      if (!(error instanceof StoresDiffer)) throw error;
      this.#trouble = error.message;
      await this.#tell();
    }
  }

  async #look({ signal, closing = false }: Look): Promise<void> {
    await this.#begin(signal);
    const known = await this.parts.stores.heads.newest();
    this.#trouble = await this.#found(known);
    if (this.#trouble === null && this.#isDue(known, closing)) await this.#sign(known, signal);
    const newest = await this.parts.stores.heads.newest();
    await this.#ask(newest, closing);
    this.#trouble ??= await this.#found(newest);
    await this.#tell();
  }

  /** Before the first head is signed here, witnesses are asked: they may know more than a log and a document store that were both set back. */
  async #begin(signal: AbortSignal): Promise<void> {
    const { heads, standing } = this.parts.stores;
    if (!this.#isNew) return this.#catchUp(signal);
    this.#fault = (await standing.read())?.fault ?? null;
    await this.#catchUp(signal);
    await this.#ask(await heads.newest(), true);
    this.#isNew = false;
  }

  #catchUp(signal: AbortSignal): Promise<void> {
    return this.#tree.catchUp(signal, (events) => this.#meet(events));
  }

  /** Keeps heads as they are met in the log, and compares the last of them with the tree. */
  async #meet(events: readonly StoredEvent[]): Promise<void> {
    const read = events.map(readHead);
    const heads = read.filter((head) => typeof head !== 'string');
    const faults = [read.find((head) => typeof head === 'string') ?? null];
    for (const head of heads) faults.push(await this.#wrongSignature(head));
    const other = await this.parts.stores.heads.keep(heads);
    if (other) faults.push(troubles.otherHead(other.kept, other.inLog));
    const last = heads.at(-1);
    if (last) faults.push(await this.#notOfThisTree(last));
    this.#fault ??= faults.find((fault) => fault !== null) ?? null;
  }

  /** Heads of an earlier origin are checked by the key of their time, not here. */
  async #wrongSignature(head: Head): Promise<string | null> {
    if (head.origin !== this.#log.origin) return null;
    try {
      await openCheckpoint(head.checkpoint, { log: this.#log }, nodeCrypto);
      return null;
    } catch (error) {
      if (!(error instanceof NotSigned)) throw error;
      return troubles.otherKey(head, vkeyText(this.parts.identity.signer.vkey));
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
    if (newest !== null) {
      if (newest.revision > this.#tree.headRevision) return troubles.headGone(newest, this.#tree.headRevision);
      const wrong = await this.#notOfThisTree(newest);
      if (wrong !== null) return wrong;
      if (newest.origin !== this.#log.origin) return troubles.otherOrigin(newest, this.#log.origin);
    }
    const keys = this.parts.witnesses.map(({ vkey }) => keyOf(vkey));
    const denying = (await this.parts.stores.witnesses.of(keys)).find(({ conflict }) => conflict);
    return denying?.problem ?? null;
  }

  #isDue(newest: Head | null, closing: boolean): boolean {
    const { now, headEveryMs } = this.parts;
    if ((this.#tree.size ?? 0) <= (newest?.size ?? 0)) return false;
    const last = newest === null ? this.#since : Date.parse(newest.signedAt);
    return closing || Date.parse(now()) - last >= headEveryMs;
  }

  async #sign(after: Head | null, signal: AbortSignal): Promise<void> {
    const { log, codec, identity, now, onSigned } = this.parts;
    const size = this.#tree.size ?? 0;
    const root = this.#tree.root();
    this.#trouble = await this.#notExtending(after, size, root);
    if (this.#trouble !== null) return;
    const events = await signedHeadEvent({ size, root, after, now: now() }, identity, codec);
    try {
      await log.append(headStream, after?.revision ?? 'none', events);
      onSigned({ size, root: toBase64(root) });
    } catch (error) {
      // Another process signed: its head is met in the log.
      if (!(error instanceof RevisionConflict)) throw error;
    }
    await this.#catchUp(signal);
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
    if (head === null || witnesses.length === 0 || head.origin !== this.#log.origin) return;
    if (head.size > (this.#tree.size ?? 0)) return;
    const { heads, tiles } = stores;
    const asking = { witnesses, log: this.#log, read: tiles.read, heads, standings: stores.witnesses, now };
    await askWitnesses(asking, head, all);
  }

  async #tell(): Promise<void> {
    const { identity, stores } = this.parts;
    const vkey = vkeyText(identity.signer.vkey);
    await stores.standing.write({ origin: identity.origin, vkey, trouble: this.#trouble, fault: this.#fault });
  }
}

/** A head, or what is wrong with it. */
const readHead = (event: StoredEvent): Head | string => {
  try {
    return headOfEvent(event);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return troubles.unreadable(event.revision, error.message);
  }
};
