import { dwellingDecider, stageOf, type DwellingCommand, type DwellingEvent } from '@app/domain';
import { eventIdOf, type Codec, type DomainEvent, type EncodedEvent } from '@app/event-store';
import { genesis } from '@app/proof';
import { caseHistory, type CaseHistory, type Deed } from './case-history.js';
import type { CaseNumber } from './case-plan.js';
import { complaintHistory } from './complaint-history.js';

type AnyDeed = Deed<Readonly<{ by?: string; at: string }>, DomainEvent>;

/** A stream as it is to be written: what was done in it, by which office and under which edition. */
export type PlannedStream = Readonly<{
  stream: string;
  office: string | null;
  rulebook: string | null;
  deeds: readonly AnyDeed[];
}>;

/** The streams of one case, in the order in which they are written: its claim on the dwelling, itself, and a complaint where there is one. */
export const streamsOfCase = (number: CaseNumber, until: string): readonly PlannedStream[] => {
  const history = caseHistory(number, until);
  const { application } = history.state;
  if (application === null) return [];
  const complaint = complaintHistory(number, history.state, until);
  const { officeId: office, rulebook } = application;
  return [
    { stream: `dwelling-${application.dwellingId}`, office, rulebook: null, deeds: claimOf(number.caseId, history) },
    { stream: `case-${number.caseId}`, office, rulebook, deeds: history.deeds },
    ...(complaint && complaint.deeds.length > 0
      ? [{ stream: `complaint-${number.complaintId}`, office, rulebook, deeds: complaint.deeds }]
      : []),
  ];
};

/** The dwelling is claimed when the case is filed, and free again when it is closed. */
const claimOf = (caseId: string, { state, deeds }: CaseHistory): readonly Deed<DwellingCommand, DwellingEvent>[] => {
  const dwellingId = state.application?.dwellingId ?? '';
  const at = (deed: CaseHistory['deeds'][number] | undefined): string => deed?.recordedAt ?? '';
  const closing = deeds.find(({ events }) => events.some(({ type }) => type === 'CaseClosed'));
  const commands: readonly DwellingCommand[] = [
    {
      type: 'ClaimDwelling',
      dwellingId,
      caseId,
      at: at(deeds[0]),
      otherHolders: [],
      endedCaseIds: [],
      isReopened: false,
    },
    ...(stageOf(state) === 'CLOSED'
      ? [{ type: 'ReleaseDwelling', dwellingId, caseId, reason: 'CASE_CLOSED', at: at(closing) } as const]
      : []),
  ];
  let holding = dwellingDecider.initial;
  return commands.map((command) => {
    const events = dwellingDecider.decide(command, holding);
    holding = events.reduce(dwellingDecider.evolve, holding);
    return { command, events, recordedAt: command.at };
  });
};

/** A planned stream as the log holds it, deed by deed: sealed, and chained from its first event on. */
export const encodeStream = async (
  codec: Codec,
  { stream, office, rulebook, deeds }: PlannedStream,
): Promise<readonly (readonly EncodedEvent[])[]> => {
  const encoded: (readonly EncodedEvent[])[] = [];
  let after = genesis;
  for (const [index, { command, events, recordedAt }] of deeds.entries()) {
    const request = `${stream} ${index}`;
    const written = await codec.encode({
      stream,
      after,
      events,
      idOf: (nth) => eventIdOf(request, nth, stream),
      context: {
        actor: command.by ?? 'reconciler',
        onBehalfOf: null,
        office,
        correlationId: request,
        causationId: null,
        idempotencyKey: request,
        expectedRevision: null,
        request,
        recordedAt,
        effectiveAt: command.at,
      },
      requestDigest: codec.digest(request),
      rulebook,
    });
    const hash = written.at(-1)?.metadata.hash ?? after.hash;
    after = { revision: after.revision + written.length, hash };
    encoded.push(written);
  }
  return encoded;
};
