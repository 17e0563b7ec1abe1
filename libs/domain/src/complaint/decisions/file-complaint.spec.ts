import { describe, expect, it } from '@jest/globals';
import {
  anAction,
  comesTo,
  complaintEventsOf,
  contestedCase,
  fileComplaint,
  sampleComplainant,
  silence,
} from '../../testing/index.js';

const noticeOf = (learnedOn: string, at: string): unknown => {
  const contested = { ...anAction, on: learnedOn };
  const [filed] = complaintEventsOf([fileComplaint({ contested, learnedOn, at })]);
  return filed?.type === 'ComplaintFiled' ? filed.data.filingTermNotice : undefined;
};

describe('a complaint (R-83, para 12)', () => {
  it('is filed with everything that it says, on its day of receipt', () =>
    expect(complaintEventsOf([fileComplaint({ at: '2025-04-03T20:00:00Z' })])).toEqual([
      {
        type: 'ComplaintFiled',
        data: {
          at: '2025-04-03T20:00:00Z',
          complaintId: 'complaint-1',
          caseId: 'case-of-complaint',
          officeId: 'almaty-housing',
          zone: 'Asia/Almaty',
          rulebook: 'KZ-437/2021-08-12',
          addressee: 'AUTHORIZED_BODY',
          lodgedWith: 'PROVIDER',
          medium: 'PAPER',
          complainant: sampleComplainant,
          contested: silence,
          demands: 'That the commission decide',
          learnedOn: '2025-04-03',
          receivedOn: '2025-04-04',
          filingTermNotice: null,
          contestedNotice: null,
          registrationOwed: true,
        },
      },
    ]));

  it('is filed once', () =>
    expect(comesTo([fileComplaint()], fileComplaint())).toMatchObject({ code: 'complaint-already-filed' }));

  it.each([
    ['PROVIDER_HEAD', 'PROVIDER'],
    ['AUTHORIZED_BODY', 'PROVIDER'],
    ['AUTHORIZED_BODY', 'AUTHORIZED_BODY'],
    ['QUALITY_BODY', 'PROVIDER'],
    ['QUALITY_BODY', 'QUALITY_BODY'],
  ] as const)('addressed to %s may be lodged with %s', (addressee, lodgedWith) =>
    expect(comesTo([], fileComplaint({ addressee, lodgedWith }))).toEqual(['ComplaintFiled']),
  );

  it.each([
    ['PROVIDER_HEAD', 'AUTHORIZED_BODY'],
    ['PROVIDER_HEAD', 'QUALITY_BODY'],
    ['AUTHORIZED_BODY', 'QUALITY_BODY'],
    ['QUALITY_BODY', 'AUTHORIZED_BODY'],
  ] as const)('addressed to %s is not lodged with %s', (addressee, lodgedWith) =>
    expect(comesTo([], fileComplaint({ addressee, lodgedWith }))).toEqual({
      code: 'lodged-elsewhere',
      rule: 'R-84',
      facts: { lodgedWith, addressee },
    }),
  );

  it('is entered after it was filed (R-10)', () =>
    expect(comesTo([], fileComplaint({ at: '2025-12-02T10:00:00+05:00' }))).toMatchObject({
      code: 'effective-in-future',
      facts: { at: '2025-12-02T10:00:00+05:00', enteredAt: '2025-12-01T10:00:00+05:00' },
    }));

  it.each([
    ['a legal entity', '000140000006', 'not-an-individual'],
    ['a number with a wrong check digit', '791028302729', 'iin-invalid'],
    ['a foreigner, where those are not accepted', '010115000000', 'iin-invalid'],
    ['a person who was not yet born', '991231500006', 'iin-invalid'],
  ])('is not one of %s (R-08, R-95)', (_, iin, code) =>
    expect(comesTo([], fileComplaint({ complainant: { ...sampleComplainant, iin } }))).toMatchObject({
      code,
      facts: { field: 'complainant.iin' },
    }),
  );

  it('is filed where no calendar says yet until when it is to be sent on', () => {
    const at = '2027-12-31T10:00:00+05:00';
    const contested = { ...anAction, on: '2027-12-30' };
    const filing = fileComplaint({ at, enteredAt: at, contested, learnedOn: '2027-12-30' });
    expect(comesTo([], filing)).toEqual(['ComplaintFiled']);
  });
});

describe('what a complaint is about (R-83, para 12)', () => {
  it.each([
    ['a decision without its day', { kind: 'DECISION', what: 'w', on: null, rule: null }],
    ['an action without its day', { kind: 'ACTION', what: 'w', on: null, rule: 'R-27' }],
    ['an inaction without the rule of the duty', { kind: 'INACTION', what: 'w', on: '2025-04-02', rule: null }],
  ] as const)('is not %s', (_, contested) =>
    expect(comesTo([], fileComplaint({ contested }))).toEqual({
      code: 'contested-moment-missing',
      rule: null,
      facts: { kind: contested.kind },
    }),
  );

  it('is not the inaction against a rule that there is not', () =>
    expect(comesTo([], fileComplaint({ contested: { kind: 'INACTION', what: 'w', on: null, rule: 'R-999' } }))).toEqual(
      {
        code: 'contested-rule-unknown',
        rule: null,
        facts: { field: 'contested.rule' },
      },
    ));

  it('is learned of by the day of the complaint, and happened by then', () => {
    expect(comesTo([], fileComplaint({ learnedOn: '2025-04-04' }))).toMatchObject({
      code: 'learned-in-future',
      facts: { field: 'learnedOn' },
    });
    expect(comesTo([], fileComplaint({ contested: anAction, learnedOn: '2025-04-01' }))).toMatchObject({
      code: 'learned-in-future',
      facts: { field: 'contested.on' },
    });
    expect(comesTo([], fileComplaint({ contested: anAction, learnedOn: '2025-04-02' }))).toEqual(['ComplaintFiled']);
  });

  it('may be silence from the end of the due day on, and not a moment before (R-27, A22, APPC 91(2))', () => {
    const lastMoment = fileComplaint({ at: '2025-04-02T23:59:59.999+05:00', learnedOn: '2025-04-02' });
    expect(comesTo([], lastMoment)).toEqual({
      code: 'inaction-not-overdue',
      rule: 'R-83',
      facts: { rule: 'R-27', due: '2025-04-02' },
    });
    expect(comesTo([], { ...lastMoment, at: '2025-04-03T00:00:00+05:00' })).toEqual(['ComplaintFiled']);
  });

  it('is no silence where the duty was kept in time', () =>
    expect(comesTo([], fileComplaint({ contested: { ...silence, rule: 'R-15' } }))).toMatchObject({
      code: 'inaction-not-overdue',
      facts: { rule: 'R-15' },
    }));

  it.each(['RECIPIENT', 'STATE_CORPORATION', 'STATE_PROPERTY_BODY', 'TRANSFER_PARTIES'])(
    'is no inaction of the provider where the duty is owed by %s (R-83, para 12)',
    (debtor) => {
      const owed = { rule: 'R-36', debtor, due: '2025-04-02', missedFrom: '2025-04-02T18:59:59.999Z', pending: null };
      const filing = fileComplaint({
        contestedCase: { ...fileComplaint().contestedCase, duties: [owed] },
        contested: { ...silence, rule: 'R-36' },
      });
      expect(comesTo([], filing)).toEqual({
        code: 'inaction-of-another',
        rule: 'R-83',
        facts: { rule: 'R-36', debtor },
      });
    },
  );

  it('may be an inaction against a rule that no term stands beside', () =>
    expect(comesTo([], fileComplaint({ contested: { ...silence, rule: 'R-70' } }))).toEqual(['ComplaintFiled']));

  it.each(['R-28', 'R-33', 'R-69', 'R-75'])('is no inaction while the case has no duty of %s (R-83, para 12)', (rule) =>
    expect(comesTo([], fileComplaint({ contested: { ...silence, rule } }))).toEqual({
      code: 'inaction-not-owed',
      rule: 'R-83',
      facts: { rule },
    }),
  );

  it.each([
    ['R-18', 'STATE_CORPORATION'],
    ['R-36', 'RECIPIENT'],
    ['R-78', 'RECIPIENT'],
    ['R-87', 'AUTHORIZED_BODY'],
    ['R-98', 'RECIPIENT'],
  ])('is no inaction of the provider by %s, which %s would owe (R-83, para 12)', (rule, debtor) =>
    expect(comesTo([], fileComplaint({ contested: { ...silence, rule } }))).toEqual({
      code: 'inaction-of-another',
      rule: 'R-83',
      facts: { rule, debtor },
    }),
  );

  it('may be an action of a duty that is not overdue', () =>
    expect(
      comesTo(
        [],
        fileComplaint({ contested: { ...anAction, rule: 'R-27' }, contestedCase: { ...contestedCase, duties: [] } }),
      ),
    ).toEqual(['ComplaintFiled']));
});

describe('the three months for a complaint (R-83, APPC 92)', () => {
  it.each([
    ['2025-01-03', '2025-04-03T10:00:00+05:00'],
    ['2024-11-30', '2025-02-28T10:00:00+05:00'],
  ])('learned of on %s, have not passed on their last day', (learnedOn, at) =>
    expect(noticeOf(learnedOn, at)).toBeNull(),
  );

  it.each([
    ['2025-01-03', '2025-04-04T10:00:00+05:00', '2025-04-03'],
    ['2024-11-30', '2025-03-01T10:00:00+05:00', '2025-02-28'],
  ])('learned of on %s, are noted where they have passed, and never stand in the way', (learnedOn, at, until) =>
    expect(noticeOf(learnedOn, at)).toBe(
      `The three months for a complaint (APPC 92) ended on ${until}; that is no ground to refuse it, and the term may be restored.`,
    ),
  );
});

describe('what the file of the case does not bear (R-83, A36)', () => {
  const noted = (contested: Partial<typeof anAction>, decidedOn: string | null) => {
    const about = { ...anAction, ...contested };
    const [filed] = complaintEventsOf([
      fileComplaint({ contested: about, contestedCase: { ...contestedCase, decidedOn } }),
    ]);
    return filed?.type === 'ComplaintFiled' ? filed.data.contestedNotice : undefined;
  };

  it('is told of a decision that was not made by that day, and of an action before the application, and never refused', () => {
    const decision = { kind: 'DECISION', on: '2025-04-02' } as const;
    const noDecision =
      'The case has no decision of that day or before; whoever considers the complaint asks which decision is meant.';
    expect(noted(decision, null)).toBe(noDecision);
    expect(noted(decision, '2025-04-03')).toBe(noDecision);
    expect(noted(decision, '2025-04-02')).toBeNull();
    expect(noted({ on: '2025-03-02' }, null)).toBe(
      'What is contested lies before the application; whoever considers the complaint asks whether this case is meant.',
    );
    expect(noted({ on: '2025-03-03' }, null)).toBeNull();
    expect(noted(silence, null)).toBeNull();
  });
});
