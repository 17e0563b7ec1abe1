import { refuse } from '../refusals/refuse.js';
import type { SubmitApplication } from './case.commands.js';
import type { Channel } from './case.types.js';
import { claimProofs, isClaim } from './completeness.js';

const channels: ReadonlySet<Channel> = new Set<Channel>(['STATE_CORPORATION', 'PORTAL']);

/**
 * Refuses what the service, or this version of it, does not carry out, and an
 * application without its consents (R-26b, R-101).
 */
export const assertInScope = (command: SubmitApplication): void => {
  const { channel, form, route, payment } = command;
  if (!channels.has(channel)) throw refuse('channel-not-provided', { channel });
  if (form !== 'REDEMPTION') throw refuse('form-not-provided', { form });
  if (route !== 'COMMUNAL') throw refuse('route-not-provided', { route });
  if (payment.mode !== 'SINGLE') throw refuse('payment-mode-not-provided', { mode: payment.mode });
  assertContent(command);
};

const assertContent = ({ freeCategory, claims: claimed, consents }: SubmitApplication): void => {
  if (freeCategory !== null) throw refuse('free-category-on-redemption');
  const unknown = claimed.findIndex((claim) => !isClaim(claim));
  if (unknown >= 0) throw refuse('claim-unknown', { field: `claims.${unknown}`, known: Object.keys(claimProofs) });
  if (!consents.useOfSecrets) throw refuse('secrets-consent-missing');
  if (!consents.personalData) throw refuse('personal-data-consent-missing');
};
