import type { NewLogDto } from '@app/contracts';
import type { KnownNewLog } from '@app/domain';
import type { StoredEvent } from '@app/event-store';
import { canonicalJson, parseCheckpoint, toBase64 } from '@app/proof';
import type { ProofLogReader } from '@app/proof-log';
import { shownValue } from '../http/masking.js';

export type Telling = Readonly<{
  events: readonly StoredEvent[];
  proofLog: Pick<ProofLogReader, 'provenHeads' | 'proofsOf' | 'standing'>;
  seesReason: boolean;
}>;

/** A new log as it is shown, with the event that began it and its proof; `events` are those of the stream of new logs, as stored. */
export const newLogAnswer = async (
  { newLogId, reason, requestedBy, requestedAt, begun }: KnownNewLog,
  { events, proofLog, seesReason }: Telling,
): Promise<NewLogDto> => {
  const asked = { newLogId, reason: shownValue(reason, seesReason), requestedBy, requestedAt };
  if (begun === null) return { ...asked, ...notBegun };
  const event = events.find(({ type, data }) => type === 'NewLogBegun' && data['newLogId'] === newLogId);
  const proof = event ? await proofOf(event, proofLog) : null;
  const { state } = await proofLog.standing();
  return {
    ...asked,
    status: proof === null ? 'BEGUN' : 'SIGNED',
    confirmedBy: begun.confirmedBy,
    begunAt: begun.at,
    origin: begun.origin,
    vkey: proof !== null && state?.origin === begun.origin ? state.vkey : null,
    after: lastHead(begun.after),
    event: event ? storedText(event) : null,
    proof,
  };
};

const notBegun = {
  status: 'REQUESTED',
  confirmedBy: null,
  begunAt: null,
  origin: null,
  vkey: null,
  after: null,
  event: null,
  proof: null,
} as const;

const lastHead = ({ checkpoint, vkey, lost }: NonNullable<KnownNewLog['begun']>['after']) => {
  const { origin, size, root } = parseCheckpoint(checkpoint);
  return { origin, size, root: toBase64(root), checkpoint, vkey, lost };
};

/** As a line of an evidence bundle has it. */
const storedText = ({ stream, revision, type, data, metadata }: StoredEvent): string =>
  canonicalJson({ stream, revision, type, data, metadata });

const proofOf = async ({ position }: StoredEvent, proofLog: Telling['proofLog']): Promise<string | null> => {
  for (const head of await proofLog.provenHeads()) {
    const [found] = await proofLog.proofsOf([position], head);
    if (found?.proof) return found.proof;
  }
  return null;
};
