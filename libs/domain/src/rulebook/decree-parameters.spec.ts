import { describe, expect, it } from '@jest/globals';
import { appendix2, type DecreeParameters, decreeParametersFor, mostYears } from './decree-parameters.js';
import { earlierDecreeParameters } from './earlier-decree-parameters.js';

const longer: DecreeParameters = {
  ...appendix2,
  act: 'Decree N 1',
  from: '2025-01-21',
  longerAbove: { residualValue: 1_500_000_000, years: 15 },
  minInitialContributionPct: 10,
  source: 'the register of acts',
};
const later: DecreeParameters = { ...longer, act: 'Decree N 2', from: '2026-01-01', minInitialContributionPct: 20 };

describe('the parameters of the Decree (R-98, Appendix 2)', () => {
  it.each(['2021-08-24', '2025-01-20', '2025-01-21', '2026-11-29'])(
    'are ten years and thirty per cent where nobody names others, also on %s',
    (acceptedOn) =>
      expect(decreeParametersFor(acceptedOn, [])).toEqual({
        act: 'Order No. 437 of 12 August 2021',
        from: null,
        maxInstalmentYears: 10,
        longerAbove: null,
        minInitialContributionPct: 30,
        initialContributionDays: null,
        source: 'Order No. 437 of 12 August 2021, Appendix 2',
        notice: null,
      }),
  );

  it.each([
    ['2025-01-20', appendix2],
    ['2025-01-21', longer],
    ['2025-12-31', longer],
    ['2026-01-01', later],
  ])('on %s are those of the last act that had come into force', (acceptedOn, expected) =>
    expect(decreeParametersFor(acceptedOn, [longer, later])).toBe(expected),
  );

  it('grant the most years to whom they grant the most', () =>
    expect([appendix2, longer].map(mostYears)).toEqual([10, 15]));
});

describe('the parameters of cases filed before applications pinned them', () => {
  it('are ten years and thirty per cent before 21 January 2025', () =>
    expect(earlierDecreeParameters('2025-01-20')).toBe(appendix2));

  it('are ten per cent from then on, and fifteen years above fifteen million tenge', () =>
    expect(earlierDecreeParameters('2025-01-21')).toEqual({
      act: 'Decree No. 673 of 2 July 2013 as amended; number of the amending act not found',
      from: '2025-01-21',
      maxInstalmentYears: 10,
      longerAbove: { residualValue: 15_000_000_00, years: 15 },
      minInitialContributionPct: 10,
      initialContributionDays: null,
      source: 'Decree No. 673 as amended, in force on 21 January 2025: one news report, number of the act not found',
      notice: null,
    }));

  it('say that the edition of September 2025 is not transcribed', () =>
    expect(earlierDecreeParameters('2025-09-30')).toEqual({
      ...earlierDecreeParameters('2025-09-29'),
      from: '2025-09-30',
      notice:
        'The edition of Decree No. 673 of 19 September 2025 is not transcribed; the parameters in force on ' +
        '21 January 2025 are used in its place.',
    }));
});
