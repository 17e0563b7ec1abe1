import { samples } from '@app/domain';
import type { CommandContext } from '@app/event-store';
import { ActOnCase, FormCommission, RegisterApplication } from '../index.js';
import type { Application } from '../use-cases/submit-application.js';

/** The application of the samples, which no rule refuses, to the office almaty-bostandyk. */
export const sampleApplication = (overrides: Partial<Application> = {}): Application => {
  const { type: _t, at: _at, enteredAt: _in, by: _by, caseId: _id, office: _o, ...said } = samples.submitApplication();
  return { ...said, officeId: 'almaty-bostandyk', ...overrides };
};

/** The rest of the samples' walk to payment, each by somebody who may do it, on its own day. */
export const walkToPayment = (caseId: string) =>
  samples.portalPath.flatMap(
    ({ at: effectiveAt, enteredAt: _in, by: actor, ...said }): (ActOnCase | FormCommission | RegisterApplication)[] => {
      const context = sampleContext(`key ${effectiveAt}`, { actor, effectiveAt });
      if (said.type === 'SubmitApplication') return [];
      if (said.type === 'RegisterApplication') return [new RegisterApplication(caseId, ofCase(said, caseId), context)];
      if (said.type !== 'FormCommission') return [new ActOnCase(caseId, said, context)];
      const { type: _t, rules: _rules, ...commission } = said;
      return [new FormCommission(caseId, commission, context)];
    },
  );

/** Each case is registered under a number of its own. */
const ofCase = <Said extends { registrationNumber: string }>(
  { registrationNumber, ...said }: Said,
  caseId: string,
) => ({
  ...said,
  registrationNumber: `${registrationNumber}-${caseId}`,
});

/** Somebody of the office almaty-bostandyk who acts on 3 March 2025 in the morning, entered in December. */
export const sampleContext = (idempotencyKey: string, overrides: Partial<CommandContext> = {}): CommandContext => ({
  actor: 'clerk',
  onBehalfOf: null,
  office: 'almaty-bostandyk',
  correlationId: 'c-1',
  causationId: null,
  idempotencyKey,
  expectedRevision: null,
  request: `request ${idempotencyKey}`,
  recordedAt: '2025-12-01T07:00:00.000Z',
  effectiveAt: '2025-03-03T10:00:00+05:00',
  ...overrides,
});
