import { describe, expect, it } from '@jest/globals';
import { RecordPaymentDto, SignAgreementDto } from '../casework/agreement.dto.js';
import { AddDocumentDto } from '../casework/added-to-case.dto.js';
import { DecideCommissionDto } from '../casework/commission.dto.js';
import { SubmitApplicationDto } from '../casework/submit-application.dto.js';
import { applicationBody } from '../testing/bodies.js';
import { commandFieldsOf } from './command-fields.js';

describe('the fields of a command', () => {
  it('are those of its body, with amounts in tiyn and without the moment', () => {
    const body = { amount: '1250000.00', paidOn: '2025-04-10', reference: 'P-1', effectiveAt: '2025-04-10T10:00:00Z' };
    expect(commandFieldsOf(RecordPaymentDto, body)).toEqual({
      amount: 125_000_000,
      paidOn: '2025-04-10',
      reference: 'P-1',
      overpayment: null,
      repeatedBecause: null,
    });
  });

  it.each([{ party: 'PROVIDER' }, { party: 'PROVIDER', eds: null }])('have null for what %j leaves out', (body) => {
    expect(commandFieldsOf(SignAgreementDto, body)).toEqual({ party: 'PROVIDER', eds: null });
  });

  it('are turned within objects, and within the items of lists', () => {
    const document = { type: 'D7', sha256: '0' };
    expect(commandFieldsOf(AddDocumentDto, { document, subjectIin: '1' })).toEqual({
      document: { type: 'D7', sha256: '0', number: null, issuedOn: null, expiresOn: null },
      subjectIin: '1',
      act: null,
    });
    const priceBasis = {
      residualValue: '0.01',
      valuationDate: '2025-02-10',
      valuationDocumentId: 'V',
      determinedBy: 'X',
    };
    const votes = [{ memberId: 'm-1', vote: 'FOR' }];
    expect(commandFieldsOf(DecideCommissionDto, { outcome: 'PRIVATIZE', votes, priceBasis })).toEqual({
      outcome: 'PRIVATIZE',
      votes,
      ground: null,
      facts: null,
      reasons: null,
      priceBasis: { ...priceBasis, residualValue: 1 },
    });
  });

  it('of an object whose shape is told by a word are those of that shape', () => {
    const payment = { mode: 'INSTALMENTS', years: 3, initialContribution: '375000.00' };
    expect(commandFieldsOf(SubmitApplicationDto, applicationBody({ payment }))).toMatchObject({
      payment: { mode: 'INSTALMENTS', years: 3, initialContribution: 37_500_000 },
    });
    expect(commandFieldsOf(SubmitApplicationDto, applicationBody()).payment).toEqual({ mode: 'SINGLE' });
  });

  it('have an empty list where a list is left out', () => {
    expect(commandFieldsOf(SubmitApplicationDto, applicationBody())).toMatchObject({
      claims: [],
      freeCategory: null,
      representative: null,
      documents: [{ type: 'D3', expiresOn: null }, { type: 'D8' }],
    });
  });
});
