import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../case/case.commands.js';
import { initialCase } from '../case/case.state.js';
import {
  caseAfter,
  communalEntityPath,
  deliverDocuments,
  eventsOf,
  gratuitousPath,
  issueReceipt,
  makeStatePropertyDecision,
  offerAgreement,
  pathTo,
  recordRightsInformation,
  registerApplication,
  republicanPath,
  signAgreement,
  signDecision,
  submitApplication,
} from '../testing/index.js';
import { type Attribution, attributionOf } from './attribution.js';

const on = (day: string) => `${day}T12:00:00+05:00`;
const attributed = (path: readonly CaseCommand[], day: string): Attribution =>
  attributionOf(caseAfter(eventsOf(path)), on(day));
const brief = ({ holdings }: Attribution) =>
  holdings.map(
    ({ holder, from, until, calendarDays, workingDays }) => `${holder} ${from} ${until} ${calendarDays}/${workingDays}`,
  );

describe('who held a case', () => {
  it('is told from the day of acceptance to its end, a day going to who had it when it began', () =>
    expect(brief(attributed(pathTo('PAID'), '2025-12-01'))).toEqual([
      'PROVIDER 2025-03-03 2025-03-11 9/6',
      'COMMISSION 2025-03-12 2025-03-18 7/5',
      'PROVIDER 2025-03-19 2025-03-20 2/2',
      'RECIPIENT 2025-03-21 2025-04-10 21/12',
    ]));

  it('is told until today where the case is open', () => {
    expect(brief(attributed(pathTo('COMMISSION_FORMED'), '2025-03-13'))).toEqual([
      'PROVIDER 2025-03-03 2025-03-11 9/6',
      'COMMISSION 2025-03-12 2025-03-13 2/2',
    ]);
    expect(brief(attributed(pathTo('COMMISSION_FORMED'), '2025-03-10'))).toEqual([
      'PROVIDER 2025-03-03 2025-03-10 8/5',
    ]);
  });

  it('is the State Corporation until it has delivered (R-18)', () => {
    const path = [
      submitApplication({ channel: 'STATE_CORPORATION' }),
      issueReceipt(),
      deliverDocuments({ at: '2025-03-05T09:00:00+05:00' }),
      registerApplication({ at: '2025-03-05T10:00:00+05:00' }),
    ];
    expect(brief(attributed(path, '2025-03-06'))).toEqual([
      'STATE_CORPORATION 2025-03-03 2025-03-05 3/3',
      'PROVIDER 2025-03-06 2025-03-06 1/1',
    ]);
    const delivered = path.slice(0, 3);
    expect(brief(attributed(delivered, '2025-03-06'))).toEqual(brief(attributed(path, '2025-03-06')));
  });

  it('are the parties to the transfer of a communal entity until the title is registered', () =>
    expect(brief(attributed(communalEntityPath, '2025-12-01')).slice(2)).toEqual([
      'PROVIDER 2025-03-19 2025-03-19 1/1',
      'TRANSFER_PARTIES 2025-03-20 2025-03-31 12/5',
      'PROVIDER 2025-04-01 2025-04-01 1/1',
      'PROVIDER_AND_RECIPIENT 2025-04-02 2025-04-02 1/1',
      'RECIPIENT 2025-04-03 2025-04-10 8/6',
    ]));

  it('is the provider again once the title is registered (para 6(3))', () =>
    expect(brief(attributed(republicanPath, '2025-12-01')).map((span) => span.split(' ')[0])).toEqual([
      'PROVIDER',
      'COMMISSION',
      'PROVIDER',
      'AKIM',
      'TRANSFER_PARTIES',
      'PROVIDER',
      'PROVIDER_AND_RECIPIENT',
      'RECIPIENT',
    ]));

  it('is the akim until the petition, the state property body from there to its decision, and the parties from there', () => {
    const decision = makeStatePropertyDecision({ at: '2025-03-27T10:00:00+05:00' });
    const path = [...pathTo('INDUSTRY_AGREED', republicanPath), decision];
    expect(brief(attributed(path, '2025-03-29')).slice(2)).toEqual([
      'PROVIDER 2025-03-19 2025-03-19 1/1',
      'AKIM 2025-03-20 2025-03-20 1/1',
      'STATE_PROPERTY_BODY 2025-03-21 2025-03-27 7/2',
      'TRANSFER_PARTIES 2025-03-28 2025-03-29 2/1',
    ]);
  });

  it.each([
    ['RECIPIENT', 'PROVIDER'],
    ['PROVIDER', 'RECIPIENT'],
  ] as const)('of an offered agreement are both, and once the %s has signed the %s (A17)', (party, other) => {
    const path = [...pathTo('AGREEMENT_OFFERED'), signAgreement({ party, at: '2025-03-26T10:00:00+05:00' })];
    expect(brief(attributed(path, '2025-03-28')).slice(2)).toEqual([
      'PROVIDER 2025-03-19 2025-03-20 2/2',
      'PROVIDER_AND_RECIPIENT 2025-03-21 2025-03-26 6/1',
      `${other} 2025-03-27 2025-03-28 2/2`,
    ]);
  });

  it.each([
    ['RECIPIENT', 'PROVIDER'],
    ['PROVIDER', 'RECIPIENT'],
  ] as const)('of an agreement that the %s signed first was the %s until the other signature (A17)', (first, other) => {
    const path = [
      ...pathTo('AGREEMENT_OFFERED'),
      signAgreement({ party: first, at: '2025-03-25T10:00:00+05:00' }),
      signAgreement({ party: other, at: '2025-03-27T10:00:00+05:00' }),
    ];
    const [both, last, payer] = brief(attributed(path, '2025-03-28')).slice(3);
    expect(both).toBe('PROVIDER_AND_RECIPIENT 2025-03-21 2025-03-25 5/0');
    expect([last, payer]).toEqual(
      other === 'PROVIDER'
        ? ['PROVIDER 2025-03-26 2025-03-27 2/2', 'RECIPIENT 2025-03-28 2025-03-28 1/1']
        : ['RECIPIENT 2025-03-26 2025-03-28 3/3', undefined],
    );
  });

  it('is told as of a day before the end of the case too', () =>
    expect(brief(attributed(pathTo('PAID'), '2025-03-25')).at(-1)).toBe('RECIPIENT 2025-03-21 2025-03-25 5/0'));

  it('is nobody after an agreement free of charge (R-38)', () =>
    expect(brief(attributed(gratuitousPath, '2025-12-01')).at(-1)).toBe('PROVIDER 2025-03-19 2025-03-20 2/2'));

  it('is nobody yet before the day of acceptance, nor of a case that was not filed', () => {
    expect(attributed([submitApplication({ at: '2025-03-07T18:31:00+05:00' })], '2025-03-08').holdings).toEqual([]);
    expect(attributionOf(initialCase, on('2025-03-08'))).toEqual({ holdings: [], byHolder: [], late: [] });
  });

  it('adds up by holder', () =>
    expect(attributed(pathTo('PAID'), '2025-12-01').byHolder).toEqual([
      { holder: 'PROVIDER', calendarDays: 11, workingDays: 8 },
      { holder: 'COMMISSION', calendarDays: 7, workingDays: 5 },
      { holder: 'RECIPIENT', calendarDays: 21, workingDays: 12 },
    ]));
});

describe('the days by which a duty is late', () => {
  it('are those after its day until today, and whose hands the case was in', () => {
    const [late] = attributed(pathTo('COMMISSION_FORMED'), '2025-04-07').late;
    expect(late).toEqual({
      rule: 'R-27',
      instance: null,
      paragraph: '6(1)',
      duty: 'decide on the privatization, register and sign the decision',
      debtor: 'PROVIDER',
      due: '2025-04-02',
      until: '2025-04-07',
      calendarDays: 5,
      workingDays: 3,
      byHolder: [{ holder: 'COMMISSION', calendarDays: 5, workingDays: 3 }],
    });
  });

  it('are one on the day after it', () =>
    expect(attributed(pathTo('COMMISSION_FORMED'), '2025-04-03').late[0]?.byHolder).toEqual([
      { holder: 'COMMISSION', calendarDays: 1, workingDays: 1 },
    ]));

  it('end with its discharge, and are told by each holder', () => {
    const decided = [...pathTo('DECIDED'), signDecision({ at: '2025-04-07T10:00:00+05:00' })];
    const path = [
      ...decided,
      recordRightsInformation({ at: '2025-04-07T11:00:00+05:00', receivedOn: '2025-04-07' }),
      offerAgreement({ at: '2025-04-07T12:00:00+05:00' }),
      signAgreement({ party: 'PROVIDER', at: '2025-04-07T13:00:00+05:00' }),
      signAgreement({ party: 'RECIPIENT', at: '2025-04-09T10:00:00+05:00' }),
    ];
    expect(
      attributed(path, '2025-04-10').late.map(({ rule, due, until, byHolder }) => [rule, due, until, byHolder]),
    ).toEqual([
      ['R-27', '2025-04-02', '2025-04-07', [{ holder: 'PROVIDER', calendarDays: 5, workingDays: 3 }]],
      [
        'R-28',
        '2025-03-28',
        '2025-04-09',
        [
          { holder: 'PROVIDER', calendarDays: 10, workingDays: 6 },
          { holder: 'RECIPIENT', calendarDays: 2, workingDays: 2 },
        ],
      ],
    ]);
  });

  it('are none on the due day itself, and none of a power', () => {
    expect(attributed(pathTo('REGISTERED'), '2025-04-02').late).toEqual([]);
    expect(attributed(pathTo('REGISTERED'), '2025-04-03').late.map(({ rule }) => rule)).toEqual(['R-27']);
  });
});
