import { appendEntries, edgeRoot, emptyEdge, sameBytes, toBase64, type Edge } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import type { LogFault } from './log-verification.js';

/** A root that somebody has signed, cosigned or kept for the first `size` entries; `who` in words. */
export type Claim = Readonly<{ size: number; root: Uint8Array; who: string }>;

const { sha256 } = nodeCrypto;

/** So many entries are hashed at a time. */
const together = 1_024;

/** Makes the tree of a log anew, entry by entry, and compares it at each size of which somebody has said what its root is. */
export class TreeCheck {
  #edge: Edge;
  #pending: Uint8Array[] = [];
  readonly #claims: Claim[];
  readonly #found: LogFault[] = [];
  #compared = 0;

  /** `edge`: of the entries that were looked at before. Claims below its size were compared then (`wasCompared`). */
  constructor(claims: readonly Claim[], edge: Edge = emptyEdge) {
    this.#edge = edge;
    this.#claims = claims.filter(({ size }) => size >= edge.size).toSorted((one, other) => one.size - other.size);
    this.#compare();
  }

  take(entry: Uint8Array): void {
    this.#pending.push(entry);
    const size = this.#edge.size + this.#pending.length;
    if (this.#pending.length === together || this.#claims[0]?.size === size) this.#flush();
  }

  /** The tree at the end of the log, how many claims were compared with it, and what does not fit. */
  end(): Readonly<{ edge: Edge; root: Uint8Array; compared: number; found: readonly LogFault[] }> {
    this.#flush();
    const { size } = this.#edge;
    const beyond = this.#claims.map((claim) => ({
      fault: 'TRUNCATED' as const,
      ...nowhere,
      detail: `the log has ${size} entries, and ${claim.who} has ${claim.size}: the end of the log was cut off, or this is another log`,
    }));
    const compared = this.#compared + beyond.length;
    return { edge: this.#edge, root: edgeRoot(this.#edge, sha256), compared, found: [...this.#found, ...beyond] };
  }

  #flush(): void {
    if (this.#pending.length > 0) this.#edge = appendEntries(this.#edge, this.#pending, sha256).edge;
    this.#pending = [];
    this.#compare();
  }

  #compare(): void {
    const { size } = this.#edge;
    while (this.#claims[0]?.size === size) {
      const claim = this.#claims.shift();
      if (claim) this.#check(claim);
    }
  }

  #check({ size, root, who }: Claim): void {
    this.#compared += 1;
    const own = edgeRoot(this.#edge, sha256);
    if (sameBytes(own, root)) return;
    this.#found.push({
      fault: 'FORKED',
      ...nowhere,
      detail: `the first ${size} entries of the log have the root ${toBase64(own)}, and ${who} has ${toBase64(root)}: history is not what it was then`,
    });
  }
}

/**
 * Whether what somebody tells now could be left out where the first `sound` entries were found sound before: it is about entries behind them,
 * or says what a head of the log said then. Anything else is new, as of a witness that was away: all has to be looked at again.
 */
export const wasCompared = (claim: Claim, sound: number, heads: readonly Claim[]): boolean =>
  claim.size >= sound || heads.some(({ size, root }) => size === claim.size && sameBytes(root, claim.root));

const nowhere = { stream: null, revision: null } as const;
