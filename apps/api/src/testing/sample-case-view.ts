import type { CaseView, ReadModels } from '@app/read-models';

export const sampleCaseId = '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11';

/** A case as the read models have it, as far as an answer needs it. */
export const samplePerson = {
  iin: '010115100004',
  fullName: 'Testova Aigerim',
  address: 'Test street 1',
  identityDocument: { number: '04' },
};
export const caseView = (officeId = 'almaty-bostandyk', overrides = {}) =>
  ({
    caseId: sampleCaseId,
    officeId,
    status: 'PAID',
    stage: 'CLOSED',
    revision: 11,
    position: 900,
    updatedAt: '2025-04-10T05:00:00.000Z',
    closedPosition: 900,
    state: { secret: 'of the read model' },
    facts: {
      application: {
        caseId: sampleCaseId,
        officeId,
        applicant: samplePerson,
        familyMembers: [{ ...samplePerson, relationship: 'spouse', consent: null }],
        representative: null,
        tenancy: { number: 'T-17' },
        dwelling: { dwellingId: 'ALM-1', address: 'Test street 1' },
        documents: [{ type: 'D3', number: 'T-17' }],
        payment: { mode: 'SINGLE' },
      },
      decision: { outcome: 'PRIVATIZE', priceBasis: { residualValue: 125_000_000 } },
      agreement: { agreementNumber: 'A-1', price: 125_000_000, schedule: null },
      signatures: [],
      payments: [{ amount: 125_000_000, paidOn: '2025-04-10', outstanding: 0, overpaid: 5, allocations: [] }],
      addedDocuments: [],
      setAsideDocuments: [],
      familyActs: [],
      stateData: [],
      objections: [],
      missedDuties: [],
      preliminaryRefusal: null,
      hearing: null,
      results: [],
      corrections: [],
      closing: { outcome: 'PAID' },
    },
    noticeDays: null,
    duties: [
      { rule: 'R-36', kind: 'OBLIGATION', status: 'OPEN', dueAt: '2025-04-30T18:59:59.999Z' },
      { rule: 'R-33', kind: 'POWER', status: 'OPEN', dueAt: '2025-03-05T18:59:59.999Z' },
    ],
    ...overrides,
    // only the fields that the answer is made of
  }) as unknown as CaseView;
export const casesOf = (found: CaseView | null) =>
  ({ byId: async () => found, duties: async () => found }) as unknown as ReadModels['cases'];
