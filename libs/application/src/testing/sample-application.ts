import type { CommandContext } from '@app/event-store';
import type { Application } from '../use-cases/submit-application.js';

const identityDocument = { number: '041234567', issuedOn: '2019-04-01', issuedBy: 'MIA RK' };
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** An application that no rule refuses. */
export const sampleApplication = (overrides: Partial<Application> = {}): Application => ({
  channel: 'PORTAL',
  medium: 'ELECTRONIC',
  form: 'REDEMPTION',
  route: 'COMMUNAL',
  officeId: 'almaty-bostandyk',
  applicant: { iin: '791028302728', fullName: 'Testova Aigerim', address: 'Almaty, Test street 1', identityDocument },
  familyMembers: [],
  tenancy: { kind: 'TENANCY_AGREEMENT', number: 'T-17', concludedOn: '2010-05-20' },
  dwelling: { dwellingId: 'dwelling-1', address: 'Almaty, Test street 1' },
  payment: { mode: 'SINGLE' },
  freeCategory: null,
  claims: [],
  representative: null,
  documents: [
    { type: 'D3', number: null, issuedOn: null, expiresOn: null, sha256 },
    { type: 'D8', number: null, issuedOn: null, expiresOn: null, sha256 },
  ],
  consents: { useOfSecrets: true, personalData: true },
  ...overrides,
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
