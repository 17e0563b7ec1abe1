import { describe, expect, it } from '@jest/globals';
import { type CalendarCorrection, calendarsOf } from '../calendar/calendars.js';
import {
  adoptFavourableAct,
  complaintThat,
  decideComplaint,
  extendComplaintTerm,
  fileComplaint,
  forwardComplaint,
  registerComplaint,
  sendExtensionNotice,
} from '../testing/index.js';
import { complaintDutyText, dutiesOfComplaint, knownDutiesOfComplaint } from './complaint-duties.js';
import type { ComplaintCommand } from './complaint.commands.js';
import { initialComplaint } from './complaint.state.js';

const registered = [fileComplaint(), forwardComplaint(), registerComplaint()];
const extended = [...registered, extendComplaintTerm()];

/** All but the registration, which has tests of its own. */
const ofTheOrder = (...path: readonly ComplaintCommand[]) =>
  dutiesOfComplaint(complaintThat(...path)).filter(({ rule }) => rule !== 'R-86a');

/** Each duty as `rule debtor due status`, with the day on which it ended and whether that was late. */
const dutiesAfter = (...path: readonly ComplaintCommand[]): readonly string[] =>
  ofTheOrder(...path).map(
    ({ rule, debtor, due, status, dischargedOn, fellAwayOn, late }) =>
      `${rule} ${debtor} ${due} ${status} ${dischargedOn ?? fellAwayOn ?? '-'}${late ? ' late' : ''}`,
  );

const toHead = (addressee: 'PROVIDER_HEAD' | 'QUALITY_BODY', lodgedWith: 'PROVIDER' | 'QUALITY_BODY') => [
  fileComplaint({ addressee, lodgedWith }),
  registerComplaint({ actingFor: addressee }),
];

describe('the duties of a complaint', () => {
  it('are none before it is filed', () => expect(dutiesOfComplaint(initialComplaint)).toEqual([]));

  it('begin with sending it on, three working days from its receipt (R-84, para 12)', () => {
    expect(dutiesAfter(fileComplaint())).toEqual(['R-84 PROVIDER 2025-04-08 OPEN -']);
    expect(dutiesAfter(fileComplaint(), forwardComplaint())).toEqual([
      'R-84 PROVIDER 2025-04-08 DISCHARGED 2025-04-04',
    ]);
    expect(dutiesAfter(fileComplaint(), forwardComplaint({ at: '2025-04-09T10:00:00+05:00' }))).toEqual([
      'R-84 PROVIDER 2025-04-08 DISCHARGED 2025-04-09 late',
    ]);
  });

  it('leave nothing to send on where the demands were met in full (R-85, para 12)', () =>
    expect(dutiesAfter(fileComplaint(), adoptFavourableAct())).toEqual([
      'R-84 PROVIDER 2025-04-08 FALLEN_AWAY 2025-04-04',
    ]));

  it('are of the head of the provider five working days from registration (R-86, para 13)', () =>
    expect(dutiesAfter(...toHead('PROVIDER_HEAD', 'PROVIDER'))).toEqual(['R-86 PROVIDER 2025-04-14 OPEN -']));

  it('are of the authorized body five working days from its registration (R-87, para 13)', () => {
    expect(dutiesAfter(...registered).slice(1)).toEqual(['R-87 AUTHORIZED_BODY 2025-04-14 OPEN -']);
    expect(dutiesAfter(...registered, decideComplaint()).slice(1)).toEqual([
      'R-87 AUTHORIZED_BODY 2025-04-14 DISCHARGED 2025-04-14',
    ]);
    expect(dutiesAfter(...registered, decideComplaint({ at: '2025-04-15T00:00:00+05:00' })).slice(1)).toEqual([
      'R-87 AUTHORIZED_BODY 2025-04-14 DISCHARGED 2025-04-15 late',
    ]);
  });

  it('are of the quality body fifteen working days from its registration (R-88, para 13)', () =>
    expect(dutiesAfter(...toHead('QUALITY_BODY', 'QUALITY_BODY'))).toEqual(['R-88 QUALITY_BODY 2025-04-28 OPEN -']));

  it('are extended from the original due date, past holidays (R-89, para 14, A20)', () => {
    expect(dutiesAfter(...extended).slice(1)).toEqual([
      'R-87 AUTHORIZED_BODY 2025-04-28 OPEN -',
      'R-90 AUTHORIZED_BODY 2025-04-15 OPEN -',
    ]);
    const quality = extendComplaintTerm({ actingFor: 'QUALITY_BODY' });
    expect(dutiesAfter(...toHead('QUALITY_BODY', 'QUALITY_BODY'), quality)[0]).toBe(
      'R-88 QUALITY_BODY 2025-05-15 OPEN -',
    );
  });

  it('ask of who extended to tell the complainant within three working days (R-90, para 14)', () =>
    expect(dutiesAfter(...extended, sendExtensionNotice()).slice(2)).toEqual([
      'R-90 AUTHORIZED_BODY 2025-04-15 DISCHARGED 2025-04-11',
    ]));

  it.each([
    ['PROVIDER_HEAD', 'PROVIDER', 'PROVIDER'],
    ['QUALITY_BODY', 'QUALITY_BODY', 'QUALITY_BODY'],
  ] as const)('ask it of %s too (R-90, para 14)', (addressee, lodgedWith, debtor) =>
    expect(
      dutiesAfter(...toHead(addressee, lodgedWith), extendComplaintTerm({ actingFor: addressee })).slice(1),
    ).toEqual([`R-90 ${debtor} 2025-04-15 OPEN -`]),
  );

  it('end with the local day of the provider', () =>
    expect(dutiesOfComplaint(complaintThat(fileComplaint()))[0]?.dueAt).toBe('2025-04-08T18:59:59.999Z'));

  it('carry the words of the Order, the term as it gives it, and every day that was counted', () => {
    const [, duty] = ofTheOrder(...extended);
    expect(duty?.paragraphText).toContain('within 5 (five) working days from the date of its registration');
    expect(duty?.term).toEqual({ n: 5, unit: 'working' });
    expect(duty?.extension).toEqual({ rule: 'R-89', on: '2025-04-10', workingDays: 10, dueBefore: '2025-04-14' });
    expect(duty?.derivation.days.filter(({ counted }) => counted)).toHaveLength(15);
    expect(duty?.trigger).toEqual({ event: 'ComplaintRegistered', on: '2025-04-07' });
  });

  it('carry each the words that give it', () => {
    const words = ofTheOrder(...extended).map(({ paragraphText }) => paragraphText.slice(0, 40));
    expect(words).toEqual([
      'If a complaint is received in accordance',
      'service provider, authorized body - with',
      'In the event of an extension of the term',
    ]);
    const [quality] = ofTheOrder(...toHead('QUALITY_BODY', 'QUALITY_BODY'));
    expect(quality?.paragraphText).toMatch(/^by the authorized body for assessing.*15 \(fifteen\) working days/);
  });
});

describe('why a duty of a complaint is due', () => {
  it('tells of the extension (R-89)', () => {
    const [, duty] = ofTheOrder(...extended);
    expect(duty && complaintDutyText(duty).split('\n').at(-1)).toBe(
      'The term was extended on Thursday 10 April 2025 by 10 working days (R-89, paragraph 14); it would have ended on Monday 14 April 2025.',
    );
  });

  it('tells of no extension where there is none', () => {
    const [duty] = dutiesOfComplaint(complaintThat(fileComplaint()));
    const text = duty && complaintDutyText(duty);
    expect(text).toContain('R-84, paragraph 12');
    expect(text).not.toContain('extended');
  });

  it('tells of one day as of one', () => {
    const [, duty] = ofTheOrder(...registered, extendComplaintTerm({ workingDays: 1 }));
    expect(duty && complaintDutyText(duty)).toContain('by 1 working day (');
  });
});

/** Monday 7 April 2025 made a day off, entered on the Saturday before it. */
const mondayOff: CalendarCorrection = {
  date: '2025-04-07',
  from: 'WORKING',
  to: 'OFF',
  name: 'Day of mourning',
  source: 'Decree 5',
  knownFrom: '2025-04-05T09:00:00+05:00',
  enteredAt: '2025-04-05T09:00:00+05:00',
};

const told = (path: readonly ComplaintCommand[]): readonly string[] =>
  knownDutiesOfComplaint(complaintThat(...path), calendarsOf([mondayOff]))
    .filter(({ rule }) => rule !== 'R-86a')
    .map(({ rule, due, status, moved }) => `${rule} ${due} ${status} ${moved?.wasDue ?? 'not moved'}`);

describe('the duties of a complaint by the calendar as it is known (docs/law/rules.md 4.4)', () => {
  it('are none before it is filed', () => expect(knownDutiesOfComplaint(initialComplaint)).toEqual([]));

  it('are those by the loaded calendar where nothing was corrected', () => {
    const state = complaintThat(fileComplaint(), forwardComplaint(), registerComplaint());
    expect(knownDutiesOfComplaint(state)).toEqual(dutiesOfComplaint(state).map((duty) => ({ ...duty, moved: null })));
  });

  it('move while they are open, and say from when (R-84)', () =>
    expect(told([fileComplaint()])).toEqual(['R-84 2025-04-09 OPEN 2025-04-08']));

  it('move by what was known when they were discharged (R-87)', () => {
    const thursdayOff = { ...mondayOff, date: '2025-04-10', enteredAt: '2025-04-09T09:00:00+05:00' };
    const state = complaintThat(fileComplaint(), forwardComplaint(), registerComplaint(), decideComplaint());
    const [, , consideration] = knownDutiesOfComplaint(state, calendarsOf([thursdayOff]));
    expect(consideration).toMatchObject({ rule: 'R-87', due: '2025-04-15', status: 'DISCHARGED' });
    expect(consideration?.moved?.wasDue).toBe('2025-04-14');
  });

  it('stay once they were discharged or fell away before the correction (R-84, R-85)', () => {
    expect(told([fileComplaint(), forwardComplaint()])).toEqual(['R-84 2025-04-08 DISCHARGED not moved']);
    expect(told([fileComplaint(), adoptFavourableAct()])).toEqual(['R-84 2025-04-08 FALLEN_AWAY not moved']);
  });
});
