import { localDateOf } from '../../calendar/zones.js';
import { amountShown } from '../../money/money.js';
import type { Refusal } from '../../refusal.js';
import { refuse } from '../../refusals/refuse.js';
import { entryAt } from '../../corrections/entries.js';
import type { DataOf } from '../folds/fold.js';
import type { SubmittedCase } from '../case.state.js';
import type { LocalDate, Tiyn } from '../case.types.js';
import { resultsOf } from '../decisions/issue-result.js';
import { saysSomething } from '../stated.js';
import { assertAdopted } from '../voting.js';
import { type Check, firstDay, type Ground } from './check.js';
import { refusalOf } from './refusal-of.js';

type Finds = Check['finds'];

/** A refusal rests on the ground of its notice, and nothing else has one. */
export const groundedAsNotified = (
  { state: { preliminaryRefusal } }: Pick<Ground, 'state'>,
  { outcome, ground }: Pick<DataOf<'CommissionDecided'>, 'outcome' | 'ground'>,
): Refusal | null => {
  if (outcome !== 'REFUSE') return ground === null ? null : refuse('ground-without-refusal', { ground });
  const notified = preliminaryRefusal?.ground ?? null;
  return notified === null || ground === notified ? null : refuse('ground-not-as-notified', { ground, notified });
};

const grounded: Finds = (ground) =>
  ground.state.decision === null ? null : groundedAsNotified(ground, ground.state.decision);

/** Chair and secretary are of the commission; in one person only where the installation does not refuse it (A27). */
const presided: Finds = ({ state: { commission }, settings }) => {
  if (commission === null) return null;
  const { memberIds, chairId, secretaryId } = commission;
  if (!memberIds.includes(chairId)) return refuse('chair-not-a-member', { field: 'chairId' });
  if (!memberIds.includes(secretaryId)) return refuse('secretary-not-a-member', { field: 'secretaryId' });
  return settings.refuseChairAsSecretary && chairId === secretaryId
    ? refuse('chair-is-secretary', { field: 'secretaryId' })
    : null;
};

/** The agreement is at the price that was decided, and free of charge at none. */
export const pricedAsDecided = ({ state }: Pick<Ground, 'state'>, price = state.agreement?.price): Refusal | null => {
  if (price === undefined) return null;
  if (state.application.form === 'GRATUITOUS') return pricedAtNothing(price);
  const decided = state.decision?.residualValue ?? null;
  return price === decided
    ? null
    : refuse('price-not-as-decided', { price: amountShown(price), decided: shown(decided) });
};

const pricedAtNothing = (price: Tiyn): Refusal | null =>
  price === 0 ? null : refuse('gratuitous-not-paid', { price: amountShown(price) });

const shown = (amount: Tiyn | null): string | null => (amount === null ? null : amountShown(amount));

/** The votes carry the decision. */
const adopted: Finds = ({ state }) => {
  const decided = dataOf('CommissionDecided', state).at(-1);
  const { commission } = state;
  return decided === undefined || commission === null
    ? null
    : refusalOf(() => assertAdopted(decided.votes, commission));
};

const valuedByThen: Finds = ({ state }) => {
  const decided = dataOf('CommissionDecided', state).at(-1);
  const valuationDate = decided?.priceBasis?.valuationDate;
  if (decided === undefined || valuationDate === undefined || valuationDate <= decided.decidedOn) return null;
  return refuse('valuation-in-future', { valuationDate, decidedOn: decided.decidedOn });
};

/** The first amount of a schedule is due after the offer. */
const scheduledAfterOffer: Finds = ({ state: { agreement, dates } }) => {
  const [first] = agreement?.schedule ?? [];
  const offeredOn = dates.AgreementOffered;
  if (first === undefined || offeredOn === undefined || first.dueOn >= offeredOn) return null;
  return refuse('instalment-days-out-of-term', { offeredOn, initialContributionDue: first.dueOn, end: first.dueOn });
};

/** Nothing is paid before the agreement is concluded (R-36, para 8). */
export const paidAfterAgreement = (
  { state }: Pick<Ground, 'state'>,
  paidOn: LocalDate | undefined = firstDay('PaymentReceived', state),
): Refusal | null => {
  const concludedOn = state.dates.AgreementSigned;
  if (paidOn === undefined || concludedOn === undefined || paidOn >= concludedOn) return null;
  return refuse('paid-before-agreement', { paidOn, concludedOn }, paymentRule(state));
};

/** More than is owed is taken only to be returned: by the payments in the order of their entry. */
export const paidAsOwed = ({ state }: Pick<Ground, 'state'>): Refusal | null => {
  const { payment, agreement } = state;
  if (payment === null || agreement === null) return null;
  let paid = 0;
  for (const { revision, amount } of payment.received.filter(({ reversed }) => !reversed)) {
    paid += amount;
    if (paid <= agreement.price || isToBeReturned(revision, state)) continue;
    const [price, overpaid] = [amountShown(agreement.price), amountShown(paid - agreement.price)];
    return refuse('more-than-owed', { amount: amountShown(amount), price, overpaid }, paymentRule(state));
  }
  return null;
};

/** The single sum is that of paragraph 8; instalments are those of Appendix 2. */
const paymentRule = ({ application }: SubmittedCase): string | undefined =>
  application.paymentMode === 'INSTALMENTS' ? 'R-98' : undefined;

const isToBeReturned = (revision: number, { history }: SubmittedCase): boolean => {
  const event = entryAt(revision, history);
  return event?.type === 'PaymentReceived' && event.data.overpayment !== null;
};

/** One payment is easily entered twice: the same reference on the same day is asked about. `of`: by its revision, one payment alone. */
export const paidOnce = ({ state: { history, payment } }: Pick<Ground, 'state'>, of?: number): Refusal | null => {
  const counted = (payment?.received ?? []).filter(({ reversed }) => !reversed);
  const said = counted.flatMap(({ revision }) => {
    const event = entryAt(revision, history);
    return event?.type === 'PaymentReceived' ? [{ revision, ...event.data }] : [];
  });
  for (const [index, { revision, paidOn, reference, repeatedBecause }] of said.entries()) {
    if (saysSomething(repeatedBecause) || (of !== undefined && of !== revision)) continue;
    const known = said.slice(0, index).find((one) => one.paidOn === paidOn && one.reference === reference);
    if (known === undefined) continue;
    const amount = amountShown(known.amount);
    return refuse('payment-reference-repeated', { paidOn, payment: known.revision, amount });
  }
  return null;
};

/** A result is issued, and signed, once it is there. */
const issuedOnceThere: Finds = ({ state }) => {
  const there = resultsOf(state);
  for (const issued of dataOf('ResultIssued', state)) {
    const from = there.find(({ kind }) => kind === issued.result)?.from;
    const found = from === undefined ? null : issuedBefore(from, issued, state);
    if (found !== null) return found;
  }
  return null;
};

const issuedBefore = (
  from: LocalDate,
  { issuedOn, eds }: DataOf<'ResultIssued'>,
  { application }: SubmittedCase,
): Refusal | null => {
  if (issuedOn !== null && issuedOn < from) {
    return refuse('before-what-it-follows', { fact: 'ResultIssued', at: issuedOn, notBefore: from });
  }
  const signedAt = eds?.signedAt;
  return signedAt !== undefined && localDateOf(signedAt, application.zone) < from
    ? refuse('signed-before-its-act', { signedAt, notBefore: from })
    : null;
};

const dataOf = <T extends 'CommissionDecided' | 'ResultIssued'>(type: T, { history }: SubmittedCase) =>
  // Found by the type of the event whose data it is.
  history.flatMap(({ event }) => (event.type === type ? [event.data as DataOf<T>] : []));

/** What the Order says of what an entry holds, as far as corrections can touch it. */
export const contentsOfLaw: readonly Check[] = [
  { fact: 'CommissionFormed', by: null, finds: presided },
  { fact: 'CommissionDecided', by: 'PreliminaryRefusalNotified', finds: grounded },
  { fact: 'CommissionDecided', by: null, finds: adopted },
  { fact: 'CommissionDecided', by: null, finds: valuedByThen },
  { fact: 'AgreementOffered', by: 'CommissionDecided', finds: pricedAsDecided },
  { fact: 'AgreementOffered', by: null, finds: scheduledAfterOffer },
  { fact: 'PaymentReceived', by: 'AgreementSigned', finds: paidAfterAgreement },
  { fact: 'PaymentReceived', by: 'AgreementOffered', finds: paidAsOwed },
  { fact: 'PaymentReceived', by: 'PaymentReceived', finds: (ground) => paidOnce(ground) },
  { fact: 'ResultIssued', by: null, finds: issuedOnceThere },
];
