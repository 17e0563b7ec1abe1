import { describe, expect, it } from '@jest/globals';
import { decreeParametersFor } from './decree-parameters.js';

describe('the parameters of the Decree', () => {
  it('are ten years and thirty per cent from the start (R-98, Appendix 2)', () => {
    expect(decreeParametersFor('2021-08-24')).toEqual({
      from: null,
      maxInstalmentYears: 10,
      longerAbove: null,
      minInitialContributionPct: 30,
      source: 'Order No. 437 of 12 August 2021, Appendix 2',
      notice: null,
    });
    expect(decreeParametersFor('2025-01-20').minInitialContributionPct).toBe(30);
  });

  it('are ten per cent from 21 January 2025, and fifteen years above fifteen million tenge', () => {
    const { source, ...parameters } = decreeParametersFor('2025-01-21');

    expect(parameters).toEqual({
      from: '2025-01-21',
      maxInstalmentYears: 10,
      longerAbove: { residualValue: 15_000_000_00, years: 15 },
      minInitialContributionPct: 10,
      notice: null,
    });
    expect(source).toBe(
      'Decree No. 673 as amended, in force on 21 January 2025: one news report, number of the act not found',
    );
    expect(decreeParametersFor('2025-09-29')).toEqual(decreeParametersFor('2025-01-21'));
  });

  it('say that the edition of September 2025 is not transcribed, and guess nothing of it', () => {
    const before = decreeParametersFor('2025-09-29');

    expect(decreeParametersFor('2025-09-30')).toEqual({
      ...before,
      from: '2025-09-30',
      notice:
        'The edition of Decree No. 673 of 19 September 2025 is not transcribed; the parameters in force on ' +
        '21 January 2025 are used in its place.',
    });
  });
});
