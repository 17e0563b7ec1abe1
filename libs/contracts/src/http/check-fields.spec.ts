import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { DecideCommissionDto } from '../casework/commission.dto.js';
import { RecordPaymentDto, SignAgreementDto } from '../casework/agreement.dto.js';
import { ConfirmCompletenessDto, ReviewComplianceDto } from '../casework/acceptance.dto.js';
import { SubmitApplicationDto } from '../casework/submit-application.dto.js';
import { checkFields } from './check-fields.js';
import { CasesQuery } from '../casework/queries.js';
import { applicationBody } from '../testing/bodies.js';

const errorsOf = (shape: new () => object, body: unknown) => checkFields(shape, body).errors;
const pathsOf = (shape: new () => object, body: unknown) => errorsOf(shape, body).map(({ path }) => path);
const payment = { amount: '1250000.00', paidOn: '2025-04-10', reference: 'PAY-1' };

describe('a whole number in an address', () => {
  it.each(['0x10', '1e2', '', ' 5', '+5', '5.0', '05', '-1', ['1', '2']])('is not %s', (limit) => {
    expect(pathsOf(CasesQuery, { limit })).toContain('limit');
  });

  it('is a text of digits', () => {
    expect(checkFields(CasesQuery, { limit: '10' })).toMatchObject({ errors: [], value: { limit: 10 } });
  });
});

describe('an application', () => {
  it('is accepted as Appendix 2 has it', () => {
    expect(errorsOf(SubmitApplicationDto, applicationBody())).toEqual([]);
  });

  it('may leave out or null what is optional', () => {
    const body = applicationBody({ freeCategory: null, representative: null, claims: null, effectiveAt: null });
    expect(errorsOf(SubmitApplicationDto, body)).toEqual([]);
  });

  it('is told every field that is missing, by its path', () => {
    expect(new Set(pathsOf(SubmitApplicationDto, {}))).toEqual(
      new Set([
        'channel',
        'medium',
        'form',
        'route',
        'officeId',
        'applicant',
        'familyMembers',
        'tenancy',
        'dwelling',
        'payment',
        'documents',
        'consents',
      ]),
    );
  });

  it('is told the path inside objects and lists', () => {
    const { applicant, familyMembers } = applicationBody() as { applicant: object; familyMembers: object[] };
    const body = applicationBody({
      applicant: { ...applicant, iin: '12', identityDocument: { number: '1', issuedOn: '2019-02-30', issuedBy: 'x' } },
      familyMembers: [familyMembers[0], { ...familyMembers[0], consent: { signedAt: '2025-03-07' } }],
    });
    expect(errorsOf(SubmitApplicationDto, body)).toEqual([
      { path: 'applicant.iin', message: 'must be an IIN: twelve digits' },
      { path: 'applicant.identityDocument.issuedOn', message: 'must be a date, YYYY-MM-DD' },
      {
        path: 'familyMembers.1.consent.signedAt',
        message: 'must be an instant with seconds and offset, such as "2025-03-07T11:30:00+05:00"',
      },
    ]);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, 'colour', 'is not a field that is known here'],
    ['an unknown word', { channel: 'POST' }, 'channel', 'must be one of STATE_CORPORATION, PORTAL'],
    ['a list for an object', { applicant: [] }, 'applicant', 'must be an object'],
    ['a text for an object', { tenancy: 'T-17' }, 'tenancy', 'must be an object'],
    ['an object for a list', { documents: {} }, 'documents', 'must be a list'],
    ['a list in a list', { familyMembers: [[]] }, 'familyMembers', 'each must be an object'],
    ['a text in a list of objects', { documents: ['D3'] }, 'documents', 'each must be an object'],
    ['a blank text', { freeCategory: ' ' }, 'freeCategory', 'must not be blank or hold control characters'],
    ['half a letter', { freeCategory: '\ud83d' }, 'freeCategory', 'must not be blank or hold control characters'],
    [
      'another kind of payment',
      { payment: { mode: 'BARTER' } },
      'payment.mode',
      'must be one of SINGLE, INSTALMENTS, NONE',
    ],
    [
      'a field of another kind of payment',
      { payment: { mode: 'SINGLE', years: 3 } },
      'payment.years',
      'is not a field that is known here',
    ],
    [
      'no amount',
      { payment: { mode: 'INSTALMENTS', years: 3 } },
      'payment.initialContribution',
      'must be an amount of tenge with two decimals, such as "1250000.00"',
    ],
    [
      'a name that is no key',
      { officeId: '../x' },
      'officeId',
      'must be 1 to 100 letters, digits, dots, hyphens or underscores',
    ],
    [
      'a number for a flag',
      { consents: { useOfSecrets: 1, personalData: true } },
      'consents.useOfSecrets',
      'must be true or false',
    ],
  ])('is refused with %s', (_, overrides, path, message) => {
    expect(errorsOf(SubmitApplicationDto, applicationBody(overrides))).toContainEqual({ path, message });
  });

  it('is bounded in every list', () => {
    const { familyMembers, documents } = applicationBody() as { familyMembers: object[]; documents: object[] };
    const body = applicationBody({
      familyMembers: Array(51).fill(familyMembers[0]),
      documents: Array(101).fill(documents[0]),
      claims: Array(21).fill('x'),
    });
    expect(pathsOf(SubmitApplicationDto, body)).toEqual(['familyMembers', 'claims', 'documents']);
  });

  it('is told a hundred errors at most', () => {
    const body = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 1]));
    expect(errorsOf(SubmitApplicationDto, body)).toHaveLength(100);
  });
});

describe('an amount', () => {
  it.each(['0.00', '0.01', '1250000.00', '9999999999999.99'])('may be %s', (amount) => {
    expect(pathsOf(RecordPaymentDto, { ...payment, amount })).toEqual([]);
  });

  it.each([
    1250000,
    '1250000',
    '1.5',
    '01.00',
    '-1.00',
    '1,00',
    '1.000',
    '99999999999999.00',
    ' 1.00',
    '1.00\n',
    'NaN',
    null,
  ])('may not be %j', (amount) => {
    expect(pathsOf(RecordPaymentDto, { ...payment, amount })).toEqual(['amount']);
  });
});

describe('a date', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2099-12-31', '2025-04-30'])('may be %s', (paidOn) => {
    expect(pathsOf(RecordPaymentDto, { ...payment, paidOn })).toEqual([]);
  });

  it.each(['2025-02-29', '2025-13-01', '2025-1-1', '2025-01-01T00:00:00Z', '12025-01-01', '2025-01-01\n', 20250101])(
    'may not be %j',
    (paidOn) => {
      expect(pathsOf(RecordPaymentDto, { ...payment, paidOn })).toEqual(['paidOn']);
    },
  );
});

describe('the moment when something happened', () => {
  it.each(['2025-04-10T10:00:00+05:00', '2025-04-10T05:00:00Z', '2025-04-10T05:00:00.123Z'])(
    'may be %s',
    (effectiveAt) => {
      expect(pathsOf(RecordPaymentDto, { ...payment, effectiveAt })).toEqual([]);
    },
  );

  it.each([
    '2025-04-10T10:00:00',
    '2025-04-10T10:00+05:00',
    '2025-04-10',
    '2025-02-30T10:00:00Z',
    '2025-04-10T24:00:00Z',
    '2025-04-10 10:00:00Z',
    1,
    '',
  ])('may not be %j', (effectiveAt) => {
    expect(pathsOf(RecordPaymentDto, { ...payment, effectiveAt })).toEqual(['effectiveAt']);
  });

  it('may not lie in the future', () => {
    const effectiveAt = new Date(Date.now() + 60_000).toISOString();
    expect(errorsOf(RecordPaymentDto, { ...payment, effectiveAt })).toEqual([
      { path: 'effectiveAt', message: 'must not lie in the future' },
    ]);
  });
});

describe('a body', () => {
  it.each([null, 'text', 1, true, []])('is an object, not %j', (body) => {
    expect(errorsOf(ConfirmCompletenessDto, body)).toEqual([{ path: '', message: 'must be a JSON object' }]);
  });

  it('may be empty where every field is optional', () => {
    expect(errorsOf(ConfirmCompletenessDto, {})).toEqual([]);
  });

  it.each(['constructor', 'toString', '__proto__'])('may not have a field %s, at any depth', (name) => {
    expect(pathsOf(ConfirmCompletenessDto, JSON.parse(`{"${name}": 1}`))).toEqual([name]);
    const eds = JSON.parse(`{"certificateSerial": "1", "signedAt": "2025-03-07T10:00:00Z", "${name}": {}}`);
    expect(pathsOf(SignAgreementDto, { party: 'RECIPIENT', eds })).toEqual([`eds.${name}`]);
  });

  it('holds texts in its lists of texts', () => {
    expect(pathsOf(ReviewComplianceDto, { findings: ['fine', 1] })).toContain('findings');
    expect(pathsOf(ReviewComplianceDto, { findings: 'fine' })).toContain('findings');
  });

  it('names the party of a signature in the words of the contract', () => {
    expect(errorsOf(SignAgreementDto, { party: 'TENANT' })).toEqual([
      { path: 'party', message: 'must be one of RECIPIENT, PROVIDER' },
    ]);
  });

  it('tells the path of a vote and of the price', () => {
    const body = {
      outcome: 'PRIVATIZE',
      votes: [{ memberId: 'm-1', vote: 'MAYBE' }],
      priceBasis: { residualValue: 1 },
    };
    expect(new Set(pathsOf(DecideCommissionDto, body))).toEqual(
      new Set([
        'votes.0.vote',
        'priceBasis.residualValue',
        'priceBasis.valuationDate',
        'priceBasis.valuationDocumentId',
        'priceBasis.determinedBy',
      ]),
    );
  });
});

describe('a question to the worklist', () => {
  it('gives its numbers as numbers', () => {
    const { value, errors } = checkFields(CasesQuery, { limit: '20', status: 'PAID' });
    expect(errors).toEqual([]);
    expect({ ...value }).toMatchObject({ limit: 20, status: 'PAID' });
  });

  it.each([
    ['limit', '0'],
    ['limit', '201'],
    ['limit', 'many'],
    ['limit', '1.5'],
    ['status', 'OPEN'],
    ['overdue', 'yes'],
    ['dueBefore', 'tomorrow'],
    ['sort', 'name'],
    ['status', ['PAID', 'PAID']],
    ['owner', 'x'],
  ])('is refused where %s is %j', (name, value) => {
    expect(pathsOf(CasesQuery, { [name]: value })).toContain(name);
  });
});
