import { acceptance } from '../../calendar/acceptance.js';
import type { WorkingCalendar } from '../../calendar/working-calendar.js';
import { localDateOf } from '../../calendar/zones.js';
import type { Refusal } from '../../refusal.js';
import { refuse } from '../../refusals/refuse.js';
import { assertNotBeforeDay, assertSignedBy, edsNoticeOf } from '../act-moment.js';
import type { IssueResult } from '../case.commands.js';
import type { SubmittedCase } from '../case.state.js';
import { type Channel, channels, type LocalDate, type ResultKind, resultKinds } from '../case.types.js';
import { applicantIinOf } from '../people.js';
import { saysSomething } from '../stated.js';
import { type Step, taken } from '../step.js';

/**
 * A result goes to the recipient, each once and where the application came (R-34, R-35, para 7): at the counter on the
 * receipt and an identity document, to a representative on a notarized power of attorney (R-20, R-21, para 5); to the
 * personal account signed by the head of the provider (R-26, para 5). At the counter off-hours it counts on the next
 * working day (R-17, para 4; A24).
 */
export const issueResult: Step<'IssueResult'> = {
  whenClosed: true,
  anyTime: true,
  gate: (state) => {
    const open = resultsOf(state).filter(({ kind }) => !state.results.includes(kind));
    if (open.length === 0) throw refuse('no-result-to-issue', { issued: state.results });
  },
  takes: {
    result: taken(resultKinds, (result, state) => refusalOfResult(result, state)),
    channel: taken(channels, (channel, state) => refusalOfChannel(channel, state)),
  },
  decide: (command, state, settings) => {
    const from = assertThere(command, state);
    if (command.channel === 'PORTAL') assertSignedByHead(command, from, state);
    else assertIdentified(command, state);

    const { at, result, channel, issuedTo, identification, receiptNumber, powerOfAttorney, eds, by } = command;
    const applicantIin = powerOfAttorney === null ? null : applicantIinOf(state);
    const edsNotice = edsNoticeOf(command, state, settings);
    const how = { channel, issuedTo, identification, receiptNumber, powerOfAttorney, applicantIin, eds, edsNotice };
    return [
      {
        type: 'ResultIssued',
        data: {
          at,
          result,
          ...how,
          issuedOn: resultIssuedOn(command, state.application, settings.calendars.current),
          issuedBy: by,
        },
      },
    ];
  },
};

/**
 * What can be issued to the recipient as the case stands (R-34, R-35, para 7), with the day from which it is there. The
 * transfer deed is a result of the republican route only (A14); a rejection is told to the recipient too.
 */
export const resultsOf = ({ dates, decision, application }: SubmittedCase): readonly Result[] => {
  const decided: ResultKind = decision?.outcome === 'REFUSE' ? 'REFUSAL' : 'DECISION';
  const deedOn = application.route === 'REPUBLICAN_ENTITY' ? dates.TransferDeedApproved : undefined;
  return [
    ...resultFrom('REJECTION', dates.ApplicationRejected),
    ...resultFrom(decided, dates.DecisionSigned),
    ...resultFrom('TRANSFER_DEED', deedOn),
    ...resultFrom('AGREEMENT', dates.AgreementSigned),
  ];
};

type Result = Readonly<{ kind: ResultKind; from: string }>;

const resultFrom = (kind: ResultKind, from: string | undefined): readonly Result[] =>
  from === undefined ? [] : [{ kind, from }];

/** Gives the day from which the result is there. */
const assertThere = ({ at, result }: IssueResult, state: SubmittedCase): LocalDate => {
  const from = resultsOf(state).find(({ kind }) => kind === result)?.from;
  if (from === undefined) throw notThere(result, state);
  assertNotBeforeDay(at, state, from);
  return from;
};

const notThere = (result: ResultKind, state: SubmittedCase): Refusal =>
  refuse('result-not-there', { result, results: resultsOf(state).map(({ kind }) => kind) });

const refusalOfResult = (result: ResultKind, state: SubmittedCase): Refusal | null => {
  if (!resultsOf(state).some(({ kind }) => kind === result)) return notThere(result, state);
  if (!state.results.includes(result)) return null;
  return refuse('result-already-issued', { result });
};

const refusalOfChannel = (channel: Channel, { application: { channel: filedBy } }: SubmittedCase): Refusal | null =>
  channel === filedBy ? null : refuse('result-by-another-channel', { channel, filedBy });

const assertSignedByHead = (command: IssueResult, from: LocalDate, { application: { zone } }: SubmittedCase): void => {
  const { eds, result } = command;
  if (eds === null) throw refuse('result-not-signed', { result });
  assertSignedBy(eds, command);
  const { signedAt } = eds;
  if (localDateOf(signedAt, zone) < from) throw refuse('signed-before-its-act', { signedAt, notBefore: from });
};

const assertIdentified = (command: IssueResult, state: SubmittedCase): void => {
  const { result, receiptNumber, identification, issuedTo } = command;
  if (receiptNumber !== state.receiptNumber) throw refuse('result-without-receipt', { result });
  if (identification === null) throw refuse('result-without-identification', { result });
  if (issuedTo === 'REPRESENTATIVE') assertEmpowered(command, state);
};

const assertEmpowered = ({ at, result, powerOfAttorney }: IssueResult, { application: { zone } }: SubmittedCase) => {
  if (powerOfAttorney === null) throw refuse('power-of-attorney-missing', { result });
  const { number, notary, notarizedOn } = powerOfAttorney;
  if (!saysSomething(number) || !saysSomething(notary)) throw refuse('power-of-attorney-missing', { result });
  const on = localDateOf(at, zone);
  if (notarizedOn > on) throw refuse('power-of-attorney-later', { notarizedOn, on });
};

/** The portal is open round the clock; the counter closes when it did on the day of filing. Null where it needs a year without calendar. */
export const resultIssuedOn = (
  { at, channel }: Pick<IssueResult, 'at' | 'channel'>,
  { zone, acceptance: told }: Pick<SubmittedCase['application'], 'zone' | 'acceptance'>,
  calendar: WorkingCalendar,
): LocalDate | null =>
  channel === 'PORTAL'
    ? localDateOf(at, zone)
    : acceptance({ at, office: { zone, closesAt: told.closesAt }, calendar }).acceptedOn;
