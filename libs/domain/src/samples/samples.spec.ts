import { describe, expect, it } from '@jest/globals';
import { dayNumberOf } from '../calendar/day-number.js';
import { kzCalendar } from '../calendar/working-calendar.js';
import type { CaseCommand } from '../case/case.commands.js';
import { caseAfter, eventsOf } from '../testing/case-story.js';
import * as samples from './index.js';

const almaty = 'Asia/Almaty';
const office = { ...samples.sampleOffice, officeId: 'aktobe', zone: 'Asia/Aqtobe' };

/** The nth working day from 3 January 2023 on. */
const workingDay = (n: number): string =>
  samples.workingDate(samples.workingDayNumber('2023-01-03') + n) ?? 'past the end of the calendar';

const ownOf = (path: readonly samples.SentCommand[], n: number): readonly samples.SentCommand[] =>
  path.map((command) =>
    samples.own(command, { n, mark: `2025-${n}`, caseId: `own-${n}`, dwellingId: `dwelling-of-own-${n}`, office }),
  );

const outcomeOf = (path: readonly CaseCommand[]) => caseAfter(eventsOf(path)).outcome;

describe('the sample paths', () => {
  it('end as such, and with each result issued on the portal, too', () => {
    const onPortal = samples.samplePaths.filter((path) => path !== samples.counterPath);
    const ends = onPortal.map(outcomeOf);
    expect(ends).not.toContain(null);
    expect(onPortal.map((path) => outcomeOf(samples.withResults(path)))).toEqual(ends);
  });

  it.each(samples.samplePaths.map((path, index) => [index, path] as const))(
    'are carried out on whatever working day they are filed, on working days alone, path %i',
    (_, path) => {
      for (let n = 0; n < 240; n += 7) {
        const moved = samples.dated(path, { filedOn: workingDay(n), zone: office.zone });
        expect([n, outcomeOf(ownOf(moved, n))]).toEqual([n, outcomeOf(path)]);
        expect(moved.filter(({ at }) => kzCalendar.offReason(dayNumberOf(at.slice(0, 10))) !== null)).toEqual([]);
      }
    },
  );

  it('stay as they are on the day on which they are filed', () =>
    expect(samples.dated(samples.republicanPath, { filedOn: '2025-03-03', zone: almaty })).toEqual(
      samples.republicanPath,
    ));

  it('go up to the last command of a type', () => {
    const concluded = samples.pathUpTo('SignAgreement', samples.portalPath);
    expect(concluded).toEqual(samples.portalPath.slice(0, -1));
    expect(() => samples.pathUpTo('SendPetition', samples.portalPath)).toThrow('the path has no SendPetition');
  });
});

describe('a sample in the time of a case', () => {
  it('has dates before filing moved by days, later ones by working days, and rests where it is told to', () => {
    const timing = { filedOn: '2025-04-30', zone: almaty, restsFrom: 3, restsFor: 2 };
    const dates = ['2025-02-10', '2025-03-03', '2025-03-05', '2025-03-06'];
    expect(samples.dated(dates, timing)).toEqual(['2025-04-09', '2025-04-30', '2025-05-05', '2025-05-12']);
  });

  it('has the hours of the office, by the clock that went there then', () => {
    const filing = samples.submitApplication().at;
    const at = (filedOn: string, zone: string) => samples.dated(filing, { filedOn, zone });
    expect(at('2024-02-28', almaty)).toBe('2024-02-28T10:00:00+06:00');
    expect(at('2024-02-28', 'Asia/Aqtobe')).toBe('2024-02-28T10:00:00+05:00');
    expect(at('2024-03-01', almaty)).toBe('2024-03-01T10:00:00+05:00');
  });

  it('has days past the end of the calendar that no calendar tells: every day counts there', () =>
    expect(
      ['2025-03-04', '2025-03-05', '2025-03-06'].map((date) =>
        samples.dated(date, { filedOn: '2027-12-30', zone: almaty }),
      ),
    ).toEqual(['2027-12-31', '2028-01-01', '2028-01-02']));
});

describe('a sample as a case of its own', () => {
  it('shares no person, dwelling or number on paper with another', () => {
    const textsOf = (n: number) =>
      ownOf(samples.counterPath, n).flatMap((command) =>
        Object.entries(command).flatMap(([name, value]) => (/Number|reference/.test(name) ? [String(value)] : [])),
      );
    expect(textsOf(1)).toEqual(['RC-1', 'DL-1', 'REG-1', 'DEC-1', 'AGR-1', 'PAY-1'].map((text) => `${text}-2025-1`));
    const [one, other] = [ownOf(samples.portalPath, 1)[0], ownOf(samples.portalPath, 2)[0]];
    if (one?.type !== 'SubmitApplication' || other?.type !== 'SubmitApplication') throw new Error('nothing is filed');
    expect([one.caseId, one.dwelling.dwellingId, one.office]).toEqual(['own-1', 'dwelling-of-own-1', office]);
    const people = [one, other].flatMap(({ applicant, familyMembers }) => [applicant, ...familyMembers]);
    expect(new Set(people.map(({ iin }) => iin)).size).toBe(4);
  });
});

describe('the body of a sample', () => {
  it('says what the command says: amounts in tenge, nothing absent, nothing that the api knows', () => {
    expect(samples.bodyOf(samples.decideCommission())).toEqual({
      outcome: 'PRIVATIZE',
      votes: [
        { memberId: 'm1', vote: 'FOR' },
        { memberId: 'm2', vote: 'FOR' },
        { memberId: 'm3', vote: 'AGAINST' },
      ],
      priceBasis: {
        residualValue: '1250000.00',
        valuationDate: '2025-02-10',
        valuationDocumentId: 'VAL-1',
        determinedBy: 'Appraisal LLP',
      },
      effectiveAt: '2025-03-18T10:00:00+05:00',
    });
    expect(samples.bodyOf(samples.recordPayment({ amount: 7 }))).toMatchObject({ amount: '0.07' });
    expect(samples.bodyOf(samples.decideComplaint())).not.toHaveProperty('actedBy');
  });

  it('names the office and the case that a filing is about', () => {
    expect(samples.bodyOf(samples.submitApplication())).toMatchObject({ officeId: 'almaty-housing' });
    expect(samples.bodyOf(samples.submitApplication())).not.toHaveProperty('caseId');
    expect(samples.bodyOf(samples.fileComplaint())).toMatchObject({ caseId: 'case-of-complaint' });
  });
});

describe('who sends a sample', () => {
  it('depends on the channel, the party and the side', () => {
    expect(samples.sendingOf(samples.submitApplication({ channel: 'STATE_CORPORATION' })).role).toBe('front-desk');
    expect(samples.sendingOf(samples.signAgreement({ party: 'PROVIDER' })).role).toBe('provider-head');
    expect(samples.sendingOf(samples.signTransferDeed({ side: 'RECEIVING' })).role).toBe('communal-property-officer');
  });
});
