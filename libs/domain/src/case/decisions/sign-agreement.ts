import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import { assertSignedBy, assertSignedFrom, edsNoticeOf } from '../act-moment.js';
import { assertStandsAt } from '../case-gates.js';
import type { SignAgreement } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import type { LocalDate } from '../case.types.js';
import { latest } from '../folds/fold.js';
import { assertConcludable } from '../instalments.js';
import { parties } from '../case.words.js';
import { type Step, taken } from '../step.js';

/**
 * A party signs, once; with the second signature the agreement is concluded (R-48, para 9(1); R-59a, para 9(3); R-39,
 * para 8), no earlier than its instalments allow. A gratuitous one leaves nothing to pay and ends the case (R-38, para 8).
 */
export const signAgreement: Step<'SignAgreement'> = {
  gate: (state) =>
    assertStandsAt(state, 'AGREEMENT_OFFERED', {
      before: 'agreement-not-offered',
      after: 'agreement-already-concluded',
    }),
  takes: {
    party: taken(parties, (party, { agreement }) =>
      agreement?.signedOn[party] === undefined ? null : refuse('party-already-signed', { party }),
    ),
  },
  decide: (command, state, settings) => {
    const { agreement, application, payment } = state;
    const { at, party, eds } = command;
    const signedOn = localDateOf(at, application.zone);
    const other = party === 'PROVIDER' ? 'RECIPIENT' : 'PROVIDER';
    const concludesAgreement = agreement?.signedOn[other] !== undefined;
    together(
      () => assertSignature(command, state),
      () =>
        concludesAgreement && assertDays(agreement, application, latest([signedOn, agreement.signedOn[other] ?? ''])),
    );
    const edsNotice = edsNoticeOf(command, state, settings);
    const data = { at, party, eds, edsNotice, signedOn, concludesAgreement };
    const signed: CaseEvent = { type: 'AgreementSigned', data };
    const outcome = application.form === 'GRATUITOUS' ? 'CONCLUDED' : paidBefore(payment);
    return concludesAgreement && outcome !== null ? [signed, { type: 'CaseClosed', data: { at, outcome } }] : [signed];
  },
};

/** The whole price may have been paid before the case was decided anew. */
const paidBefore = (payment: SubmittedCase['payment']): 'PAID' | null => (payment?.outstanding === 0 ? 'PAID' : null);

/** The days of instalments are counted from the conclusion; what was offered before that was so keeps its days. */
const assertDays = (
  { schedule, years }: NonNullable<SubmittedCase['agreement']>,
  { decreeParameters: decree }: SubmittedCase['application'],
  concludedOn: LocalDate,
): void => {
  if (schedule !== null && years !== null && decree !== null)
    assertConcludable({ schedule, years, decree }, concludedOn);
};

/** By EDS where the agreement is electronic. */
const assertSignature = (command: SignAgreement, { agreement, reachedAt }: SubmittedCase): void => {
  const { party, eds } = command;
  if (eds === null && agreement?.medium === 'ELECTRONIC') throw refuse('eds-missing', { party });
  if (eds === null) return;
  together(
    () => assertSignedBy(eds, command),
    () => assertSignedFrom(eds, reachedAt),
  );
};
