import { withoutIins } from '@app/application';
import type { EventStore, StaleRevision, StoredEvent } from '@app/event-store';
import { ProblemError } from '@app/platform';

/** So many of the newest are told. */
const mostTold = 50;

/** Somebody wrote first: what there is now, and who recorded what since. For whoever may see the case or complaint. */
export const staleProblem = async (
  { stream, expected, actual }: StaleRevision,
  log: Pick<EventStore, 'read'>,
): Promise<ProblemError> => {
  const from = Math.max(expected + 1, actual + 1 - mostTold);
  const written = from > actual ? [] : await log.read(stream, from);
  const now = written.at(-1)?.revision ?? actual;
  const detail = `You saw revision ${expected}; ${now < 0 ? 'there is none yet' : `it is at ${now} now`}.`;
  return new ProblemError('revision-stale', detail, { revision: now, since: written.slice(-mostTold).map(toldOf) });
};

const toldOf = ({ revision, type, metadata: { recordedAt, actor } }: StoredEvent) => ({
  revision,
  type,
  recordedAt: String(recordedAt),
  actor: withoutIins(String(actor)),
});
