import { amountShown } from '../../money/money.js';
import { refuse } from '../../refusals/refuse.js';
import { assertConcludable, assertShare } from '../instalments.js';
import type { Check } from './check.js';
import { refusalOf } from './refusal-of.js';

type Finds = Check['finds'];

/** The initial contribution is a part of the price, as large as the parameters of the case ask (R-98, Appendix 2). */
const initialIsAPart: Finds = ({ state: { agreement, application } }) => {
  const [initial] = agreement?.schedule ?? [];
  if (agreement === null || initial === undefined) return null;
  // A case of before may have been accepted without parameters: then a part is all that is asked.
  const share = application.decreeParameters ?? { minInitialContributionPct: 0 };
  return refusalOf(() => assertShare(agreement.price, { initialContribution: initial.amount }, share));
};

/** Something is paid with each instalment. */
const eachPaysSomething: Finds = ({ state: { agreement } }) => {
  const [initial, ...instalments] = agreement?.schedule ?? [];
  if (agreement === null || initial === undefined || instalments.every(({ amount }) => amount > 0)) return null;
  const rest = Math.max(agreement.price - initial.amount, 0);
  return refuse('instalments-too-small', { rest: amountShown(rest), instalments: instalments.length });
};

/** The years are counted from the conclusion of the agreement (R-98, Appendix 2; A18). */
const withinTheYears: Finds = ({ state: { agreement, application, dates } }) => {
  const { decreeParameters: decree } = application;
  const concludedOn = dates.AgreementSigned;
  if (!agreement?.schedule || agreement.years === null || decree === null || concludedOn === undefined) return null;
  const { schedule, years } = agreement;
  return refusalOf(() => assertConcludable({ schedule, years, decree }, concludedOn));
};

/** What the Order says of instalments, as far as corrections of the price and of days can touch them. */
export const instalmentsOfLaw: readonly Check[] = [
  { fact: 'AgreementOffered', by: 'ApplicationSubmitted', finds: initialIsAPart },
  { fact: 'AgreementOffered', by: null, finds: eachPaysSomething },
  { fact: 'AgreementSigned', by: 'AgreementOffered', finds: withinTheYears },
];
