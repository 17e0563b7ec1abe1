import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { decreeParametersFor } from '../../rulebook/decree-parameters.js';
import type { OfferAgreement } from '../case.commands.js';
import type { SubmittedCase } from '../case.state.js';
import type { Instalment, LocalDate } from '../case.types.js';
import { assertStandsAt } from '../case-gates.js';
import { assertWithinDecree, instalmentSchedule } from '../instalments.js';
import { assertLawful } from '../lawful/assert-lawful.js';
import { pricedAsDecided } from '../lawful/contents-of-law.js';
import { rightsKnown } from '../lawful/days-of-law.js';
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
  decide: (command, state) => {
    const { at, agreementNumber, price, medium } = command;
    assertLawful(pricedAsDecided({ state }, price));
    const offeredOn = localDateOf(at, state.application.zone);
    const schedule = scheduleOf(command, state, offeredOn);
    const notices = { paperNotice: medium === 'PAPER' ? onPaper : null, decreeNotice: decreeNoticeOf(state) };
    return [
      { type: 'AgreementOffered', data: { at, agreementNumber, price, medium, offeredOn, schedule, ...notices } },
    ];
  },
};

const assertCommunalReady = (state: SubmittedCase): void => {
  assertStandsAt(state, 'DECISION_SIGNED', { before: 'decision-not-signed', after: 'agreement-already-offered' });
  if (state.dates.RightsInformationReceived === undefined) throw refuse('rights-information-missing');
};

const assertTransferReady = (state: SubmittedCase): void => {
  assertStandsAt(state, 'TITLE_REGISTERED', { before: 'title-not-registered', after: 'agreement-already-offered' });
  assertLawful(rightsKnown({ state }));
};

/** Null but where the application asks for instalments, and then never. */
const scheduleOf = (
  { price, instalments: terms }: OfferAgreement,
  { application: { instalments: asked, paymentMode, acceptedOn } }: SubmittedCase,
  offeredOn: LocalDate,
): readonly Instalment[] | null => {
  if (asked === null) {
    if (terms !== null) throw refuse('instalments-not-asked-for', { paymentMode });
    return null;
  }
  if (terms === null) throw refuse('instalment-terms-missing');
  assertWithinDecree(price, asked, acceptedOn);
  return instalmentSchedule({ price, asked, terms, offeredOn });
};

/** Of the parameters by which instalments were granted, where they are not known to be the law's own. */
const decreeNoticeOf = ({ application: { instalments, acceptedOn } }: SubmittedCase): string | null =>
  instalments === null ? null : decreeParametersFor(acceptedOn).notice;

/** R-39 warns and does not block: item 4 allows the service on paper. */
const onPaper = 'Paragraph 8 speaks of an electronic agreement; this one is on paper (R-39).';
