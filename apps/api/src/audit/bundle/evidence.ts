import type { Disclosure, StoredEvent } from '@app/event-store';
import { ProblemError } from '@app/platform';
import { parseTlogProof } from '@app/proof';
import type { ProofLogReader } from '@app/proof-log';

/** An event with its proof, the text of a tlog-proof, and with what shows its sealed values. */
export type Evidence = Readonly<{ event: StoredEvent; proof: string; disclosures: readonly Disclosure[] }>;

/** Proofs of all events against one head. */
export type Proofs = Readonly<{
  checkpoint: string;
  log: string;
  witnesses: readonly string[];
  proofs: readonly string[];
}>;

/**
 * The proofs of events against the newest head that a witness has cosigned; against the newest of all where that one does not hold
 * them yet. Throws a problem 503 where none does.
 */
export const proofsOf = async (proofLog: ProofLogReader, events: readonly StoredEvent[]): Promise<Proofs> => {
  const { state } = await proofLog.standing();
  if (state === null) throw headAwaited(null);
  for (const head of await proofLog.provenHeads()) {
    const proofs = await proofsIn(proofLog, head, events);
    if (proofs !== null) return { ...proofs, log: state.vkey, witnesses: proofLog.witnessKeys };
  }
  throw headAwaited(state.trouble);
};

/** Null where the head does not hold all of the events. */
const proofsIn = async (
  proofLog: ProofLogReader,
  head: Parameters<ProofLogReader['proofsOf']>[1],
  events: readonly StoredEvent[],
): Promise<Pick<Proofs, 'checkpoint' | 'proofs'> | null> => {
  const positions = events.map(({ position }) => position);
  const proofs = (await proofLog.proofsOf(positions, head)).flatMap(({ proof }) => (proof === null ? [] : [proof]));
  const [first] = proofs;
  if (first === undefined || proofs.length < events.length) return null;
  // That of the proofs: a cosignature may have come since.
  return { checkpoint: parseTlogProof(first).checkpoint, proofs };
};

/** No `Retry-After` where nothing is signed any more: asking again does not help, an operator does. */
export const headAwaited = (trouble: string | null): ProblemError =>
  new ProblemError(
    'head-awaited',
    trouble === null
      ? 'No signed head of the proof log holds all of these events yet. Ask again in a while, or for fewer events by until.'
      : `No signed head of the proof log holds all of these events, and none is signed any more: ${trouble}`,
    trouble === null ? { retryAfterSeconds: 10 } : {},
  );
