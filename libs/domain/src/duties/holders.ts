import type { CaseState, SubmittedCase } from '../case/case.state.js';
import type { LocalDate, Party } from '../case/case.types.js';
import type { Obliged } from '../rulebook/rulebook.js';

/** In whose hands a case may lie. */
export const holders = [
  'STATE_CORPORATION',
  'PROVIDER',
  'COMMISSION',
  'TRANSFER_PARTIES',
  'STATE_PROPERTY_BODY',
  'PROVIDER_AND_RECIPIENT',
  'RECIPIENT',
] as const satisfies readonly (Obliged | 'COMMISSION')[];
export type Holder = (typeof holders)[number];

/** That a case came into somebody's hands, and on which day. */
export type Handover = Readonly<{ on: LocalDate; to: Holder }>;

/**
 * Every time that a case changed hands, in the order of the steps. While objections are awaited and a hearing is held it
 * stays with who decides: the recipient uses a right there and keeps nobody waiting.
 */
export const handoversOf = (state: SubmittedCase): readonly Handover[] => [
  { on: state.application.acceptedOn, to: firstHolder(state) },
  ...[...examination(state), ...transfer(state), ...agreement(state)].flatMap(([on, to]) =>
    on === undefined ? [] : [{ on, to }],
  ),
];

type Step = readonly [on: LocalDate | undefined, to: Holder];

const firstHolder = ({ application }: SubmittedCase): Holder =>
  application.channel === 'STATE_CORPORATION' ? 'STATE_CORPORATION' : 'PROVIDER';

const examination = ({ dates }: CaseState): readonly Step[] => [
  [dates.DocumentsDelivered, 'PROVIDER'],
  [dates.ApplicationRegistered, 'PROVIDER'],
  [dates.CommissionFormed, 'COMMISSION'],
  // To register and sign the decision.
  [dates.CommissionDecided, 'PROVIDER'],
];

const transfer = ({ application, decision, dates }: SubmittedCase): readonly Step[] => {
  if (decision?.outcome !== 'PRIVATIZE') return [];
  if (application.route === 'COMMUNAL_ENTITY') {
    return [
      [dates.DecisionSigned, 'TRANSFER_PARTIES'],
      [dates.TitleRegistered, 'PROVIDER'],
    ];
  }
  return [
    // The petition is the akim's, whose office the provider is of.
    [dates.PetitionSent, 'STATE_PROPERTY_BODY'],
    [dates.StatePropertyDecisionMade, 'TRANSFER_PARTIES'],
    [dates.TitleRegistered, 'PROVIDER'],
  ];
};

/** An agreement that is offered waits for both until one has signed, and then for the other (A17). */
const agreement = ({ agreement: agreed, application, dates }: SubmittedCase): readonly Step[] => [
  [dates.AgreementOffered, 'PROVIDER_AND_RECIPIENT'],
  ...(agreed === null ? [] : firstSignature(agreed.signedOn)),
  ...(application.paymentMode === 'NONE' ? [] : [[dates.AgreementSigned, 'RECIPIENT'] as const]),
];

const firstSignature = ({
  PROVIDER: provider,
  RECIPIENT: recipient,
}: Readonly<Partial<Record<Party, LocalDate>>>): readonly Step[] => {
  if (recipient !== undefined && (provider === undefined || recipient < provider)) return [[recipient, 'PROVIDER']];
  return provider === recipient ? [] : [[provider, 'RECIPIENT']];
};
