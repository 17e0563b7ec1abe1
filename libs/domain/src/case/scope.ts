import { amountShown, isAmount } from '../money/money.js';
import { refuse } from '../refusals/refuse.js';
import { together, throwTogether } from '../refusals/together.js';
import { type DecreeParameters, mostYears } from '../rulebook/decree-parameters.js';
import { saysSomething } from './stated.js';
import type { SubmitApplication } from './case.commands.js';
import type { Payment } from './case.types.js';
import { channels, forms, routes } from './case.words.js';
import { claimProofs, isClaim } from './documents-due.js';

/**
 * Refuses what the service does not know, a payment that is not of the form, and
 * an application without its consents and confirmations (R-26b, R-101).
 */
export const assertInScope = (command: SubmitApplication): void => {
  const { channel, form, route } = command;
  if (!channels.includes(channel)) throw refuse('channel-not-provided', { channel });
  if (!forms.includes(form)) throw refuse('form-not-provided', { form });
  if (!routes.includes(route)) throw refuse('route-not-provided', { route });
  together(
    () => (form === 'GRATUITOUS' ? assertFreeOfCharge(command) : assertPaidFor(command)),
    () => assertContent(command),
  );
};

/**
 * Instalments as far as they can be judged before there is a price (R-98, Appendix 2): no more years than are
 * granted to anybody, and some initial contribution.
 */
export const assertInstalments = (payment: Payment, decree: DecreeParameters): void => {
  if (payment.mode !== 'INSTALMENTS') return;
  const { years, initialContribution } = payment;
  const most = mostYears(decree);
  if (!Number.isInteger(years) || years < 1 || years > most) {
    throw refuse('instalment-years-not-allowed', { years, most });
  }
  if (!isAmount(initialContribution) || initialContribution === 0) {
    throw refuse('initial-contribution-not-positive', { initialContribution: amountShown(initialContribution) });
  }
};

const assertFreeOfCharge = ({ payment, freeCategory }: SubmitApplication): void => {
  if (payment.mode !== 'NONE') throw refuse('gratuitous-not-paid', { mode: payment.mode });
  if (!saysSomething(freeCategory)) throw refuse('free-category-missing');
};

const assertPaidFor = ({ payment, freeCategory }: SubmitApplication): void => {
  if (payment.mode === 'NONE') throw refuse('payment-mode-not-provided', { mode: payment.mode });
  if (freeCategory !== null) throw refuse('free-category-on-redemption');
};

const assertContent = ({ claims: claimed, consents, confirmations }: SubmitApplication): void => {
  const unknown = claimed.findIndex((claim) => !isClaim(claim));
  throwTogether([
    ...(unknown >= 0 ? [refuse('claim-unknown', { field: `claims.${unknown}`, known: Object.keys(claimProofs) })] : []),
    ...(consents.useOfSecrets ? [] : [refuse('secrets-consent-missing')]),
    ...(consents.personalData ? [] : [refuse('personal-data-consent-missing')]),
    ...(confirmations?.accuracy === true ? [] : [refuse('accuracy-not-confirmed')]),
    ...(confirmations?.liability === true ? [] : [refuse('liability-not-acknowledged')]),
  ]);
};
