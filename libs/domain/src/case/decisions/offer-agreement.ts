import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { knownDutiesOf } from '../../duties/known-duties.js';
import type { DecreeParameters } from '../../rulebook/decree-parameters.js';
import type { OfferAgreement } from '../case.commands.js';
import type { AgreementOffered } from '../case.events.js';
import type { CaseSettings } from '../case.settings.js';
import type { SubmittedCase } from '../case.state.js';
import type { LocalDate } from '../case.types.js';
import { assertStandsAt } from '../case-gates.js';
import { assertShare, instalmentSchedule, yearsGranted } from '../instalments.js';
import { assertLawful } from '../lawful/assert-lawful.js';
import { pricedAsDecided } from '../lawful/contents-of-law.js';
import { rightsKnown } from '../lawful/days-of-law.js';
import { noticeOf } from '../notices.js';
import type { Step } from '../step.js';

/**
 * The provider offers the agreement at the price that was decided, nothing where it is gratuitous (R-46 to,
 * R-59, R-59a, R-98; paras 8, 9): on the communal route once the decision is signed and the rights are known, on the
 * others once the title is registered and the rights are known from that day or later.
 */
export const offerAgreement: Step<'OfferAgreement'> = {
  gate: (state) => {
    if (state.application.route === 'COMMUNAL') assertCommunalReady(state);
    else assertTransferReady(state);
  },
  decide: (command, state, settings) => {
    const { at, agreementNumber, price, medium } = command;
    const offeredOn = localDateOf(at, state.application.zone);
    const [, instalments] = together(
      () => assertLawful(pricedAsDecided({ state }, price)),
      () => instalmentsOf(command, state, { offeredOn, calendars: settings.calendars }),
    );
    // R-39 warns and does not block: item 4 allows the service on paper.
    const paperNotice = medium === 'PAPER' ? noticeOf('onPaper') : null;
    return [
      {
        type: 'AgreementOffered',
        data: { at, agreementNumber, price, medium, offeredOn, ...instalments, paperNotice },
      },
    ];
  },
};

const assertCommunalReady = (state: SubmittedCase): void => {
  assertStandsAt(state, 'DECISION_SIGNED', { before: 'decision-not-signed', after: 'agreement-already-offered' });
  if (state.dates.RightsInformationReceived === undefined) throw refuse('rights-information-missing');
};

const assertTransferReady = (state: SubmittedCase): void => {
  const codes = {
    before: 'title-not-registered',
    after: 'agreement-already-offered',
    republicanRule: 'R-32b',
  } as const;
  assertStandsAt(state, 'TITLE_REGISTERED', codes);
  assertLawful(rightsKnown({ state }));
};

type Offered = Readonly<{ offeredOn: LocalDate }> & Pick<CaseSettings, 'calendars'>;

/** Null but where the application asks for instalments, and then never; by the parameters that the application was accepted under. */
const instalmentsOf = (
  { price, instalments: terms }: OfferAgreement,
  state: SubmittedCase,
  { offeredOn, calendars }: Offered,
): Pick<AgreementOffered['data'], 'schedule' | 'years' | 'decreeNotice'> => {
  const { instalments: asked, paymentMode, decreeParameters: decree } = state.application;
  if (asked === null || decree === null) {
    if (terms !== null) throw refuse('instalments-not-asked-for', { paymentMode });
    return { schedule: null, years: null, decreeNotice: null };
  }
  if (terms === null) throw refuse('instalment-terms-missing');
  assertShare(price, asked, decree);
  const years = yearsGranted(price, asked, decree);
  const { initialContribution } = asked;
  const concludedOn = latestConclusion(state, offeredOn, calendars);
  const schedule = instalmentSchedule({ price, initialContribution, years, terms, offeredOn, concludedOn, decree });
  return { schedule, years, decreeNotice: decreeNoticeOf(asked.years, years, decree) };
};

/** The last day on which the agreement is concluded in time (R-28, R-30, R-32b); the day of the offer where that is over. While it is pending, as far as is known. */
const latestConclusion = (
  state: SubmittedCase,
  offeredOn: LocalDate,
  calendars: CaseSettings['calendars'],
): LocalDate =>
  knownDutiesOf(state, calendars)
    .filter(({ rule }) => ['R-28', 'R-30', 'R-32b'].includes(rule))
    .map(({ due, pending }) => due ?? pending?.notBefore ?? offeredOn)
    .reduce((latest, day) => (day > latest ? day : latest), offeredOn);

/** Of fewer years than were asked for, and of parameters that are not known to be the law's own. */
const decreeNoticeOf = (asked: number, granted: number, { notice }: DecreeParameters): string | null => {
  return (
    [
      ...(granted < asked ? [noticeOf('fewerYears', { asked, granted })] : []),
      ...(notice === null ? [] : [notice]),
    ].join(' ') || null
  );
};
