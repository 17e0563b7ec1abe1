import { cutTile, inclusionProof, tlogProofText, toBase64, treeRoot, vkeyText, widthOf, type Tile } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import type { Head, HeadCosignature } from './heads/head.js';
import type { ProofStores } from './proof-stores.js';
import type { ProofLogState } from './standing.js';
import { TileMissing } from './tree/tile-store.js';
import { keyOf } from './witnesses/ask-all.js';
import type { Witness } from './witnesses/ask-witness.js';
import type { WitnessStanding } from './witnesses/witness-store.js';

/** How the proof log stands; `size` of the tree, `head` as it was signed last. */
export type ProofLogStanding = Readonly<{
  state: ProofLogState | null;
  size: number;
  head: Head | null;
  witnesses: readonly (WitnessStanding & Readonly<{ name: string }>)[];
}>;

/** The proof of one event: its index and the text of its tlog-proof; both null where no head holds it yet. */
export type EventProof = Readonly<{ index: number | null; proof: string | null }>;

/** A head with what has been cosigned of it. */
export type CosignedHead = Head & Readonly<{ cosignatures: readonly HeadCosignature[] }>;

/** The proof log as it is served. Every question may throw the driver's errors where MongoDB is away. */
export class ProofLogReader {
  constructor(
    private readonly stores: ProofStores,
    private readonly witnesses: readonly Witness[],
    /** Why the log cannot be that of the read models; null where it may be. Nothing is signed meanwhile. */
    private readonly notThisLog: () => string | null = () => null,
  ) {}

  /** The newest checkpoint with its cosignatures; null before the first. */
  async checkpoint(): Promise<string | null> {
    const head = await this.stores.heads.newest();
    return head && this.stores.heads.noteOf(head);
  }

  /** The bytes of a tile or bundle of the newest signed tree; null where it has none of that width. */
  async tile(tile: Tile): Promise<Uint8Array | null> {
    const head = await this.stores.heads.newest();
    if (head === null || widthOf(tile.level, tile.index, head.size) < tile.width) return null;
    try {
      const [data = new Uint8Array()] = await this.stores.tiles.read([tile]);
      return cutTile(tile, data);
    } catch (error) {
      if (error instanceof TileMissing) return null;
      throw error;
    }
  }

  /**
   * The heads that proofs are made against, the best first: the newest that a witness has cosigned, and the newest. Only heads that the log
   * itself holds, of its name by now: what was signed over events that a restored log has lost proves nothing of this one.
   */
  async provenHeads(): Promise<readonly Head[]> {
    const { heads, standing, tiles } = this.stores;
    const state = await standing.read();
    const tree = await tiles.state();
    if (state === null || tree === null) return [];
    const last = tree.headRevision + state.lost;
    const found = [await heads.newestCosigned(last), await heads.at(last)];
    const held: Head[] = [];
    for (const head of found) if (head?.origin === state.origin && (await this.#isOfThisTree(head))) held.push(head);
    return held;
  }

  /** The verifier keys of the witnesses that are asked. */
  get witnessKeys(): readonly string[] {
    return this.witnesses.map(({ vkey }) => vkeyText(vkey));
  }

  noteOf(head: Head): Promise<string> {
    return this.stores.heads.noteOf(head);
  }

  /** Proofs that the events at some log positions are in the tree of a head, in their order. */
  async proofsOf(positions: readonly number[], head: Head): Promise<readonly EventProof[]> {
    const checkpoint = await this.noteOf(head);
    const { size } = head;
    const proofs: EventProof[] = [];
    for (const position of positions) {
      const index = await this.stores.tiles.indexAt(position);
      const isIn = index !== null && index < size;
      const proof = isIn ? await inclusionProof({ index, size }, this.stores.tiles.read, nodeCrypto.sha256) : null;
      proofs.push({ index, proof: proof && index !== null ? tlogProofText({ index, proof, checkpoint }) : null });
    }
    return proofs;
  }

  /** Heads before a revision, newest first. */
  async heads(before: number, limit: number): Promise<readonly CosignedHead[]> {
    const heads = await this.stores.heads.before(before, limit);
    const found = await this.stores.heads.cosignaturesOf(heads.map(({ revision }) => revision));
    return heads.map((head) => ({
      ...head,
      cosignatures: found.filter(({ revision }) => revision === head.revision),
    }));
  }

  async standing(): Promise<ProofLogStanding> {
    const { tiles, heads, standing, witnesses } = this.stores;
    const state = await standing.read();
    const keys = this.witnesses.map(({ vkey }) => keyOf(vkey));
    const asked = await witnesses.of(keys, state?.origin ?? '');
    return {
      state: state && { ...state, trouble: state.trouble ?? this.notThisLog() },
      size: (await tiles.state())?.size ?? 0,
      head: await heads.newest(),
      witnesses: asked.map((one, at) => ({ ...one, name: this.witnesses[at]?.vkey.name ?? one.key })),
    };
  }

  /** Whether the tiles make the root that was signed. */
  async #isOfThisTree({ size, root }: Head): Promise<boolean> {
    try {
      return toBase64(await treeRoot(size, this.stores.tiles.read, nodeCrypto.sha256)) === root;
    } catch (error) {
      if (error instanceof TileMissing) return false;
      throw error;
    }
  }
}
