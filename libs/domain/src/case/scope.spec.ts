import { describe, expect, it } from '@jest/globals';
import { appendix2 } from '../rulebook/decree-parameters.js';
import { given, sampleIins, submitApplication } from '../testing/index.js';
import { createCaseDecider } from './case.decider.js';
import { defaultCaseSettings } from './case.settings.js';

/** What an application on Appendix 1 says. */
const free = {
  form: 'GRATUITOUS',
  payment: { mode: 'NONE' },
  freeCategory: 'disabled person of group I',
} as const;

describe('an application', () => {
  it('is on the form of Appendix 1 or of Appendix 2 (R-12, para 3)', () => {
    // Beyond the type on purpose: what a future version of the api may let through.
    const form = 'LEASE' as 'REDEMPTION';
    given([]).when(submitApplication({ form })).isRefused('form-not-provided', { form: 'LEASE' });
    given([])
      .when(submitApplication({ ...free }))
      .gives('ApplicationSubmitted');
  });

  it.each(['COMMUNAL', 'COMMUNAL_ENTITY', 'REPUBLICAN_ENTITY'] as const)(
    'goes by the route %s (R-27, para 6)',
    (route) => expect(given([]).when(submitApplication({ route })).state.application?.route).toBe(route),
  );

  it('goes by no other route than the three of paragraph 6', () => {
    // Beyond the type on purpose: what a future version of the api may let through.
    const route = 'PRIVATE' as 'COMMUNAL';
    given([]).when(submitApplication({ route })).isRefused('route-not-provided', { route: 'PRIVATE' });
  });

  it('free of charge has no payment (R-38, para 8)', () =>
    given([])
      .when(submitApplication({ ...free, payment: { mode: 'SINGLE' } }))
      .isRefused('gratuitous-not-paid', { mode: 'SINGLE' }));

  it.each([null, ' '])('free of charge states the category, which is not %j (R-97, Appendix 1)', (freeCategory) =>
    given([])
      .when(submitApplication({ ...free, freeCategory }))
      .isRefused('free-category-missing'),
  );

  it('for redemption is paid for (R-98, Appendix 2)', () =>
    given([])
      .when(submitApplication({ payment: { mode: 'NONE' } }))
      .isRefused('payment-mode-not-provided', { mode: 'NONE' }));

  it('for redemption claims no category of Appendix 1 (R-97)', () =>
    given([])
      .when(submitApplication({ freeCategory: 'liquidator' }))
      .isRefused('free-category-on-redemption'));
});

describe('an application for instalments (R-98, Appendix 2)', () => {
  const longer = { ...appendix2, act: 'Decree N 1', from: '2025-01-21', longerAbove: { residualValue: 1, years: 15 } };
  const named = createCaseDecider({ ...defaultCaseSettings, decree: [longer] });
  const by = (years: number, at = '2025-03-03T10:00:00+05:00') =>
    submitApplication({ at, payment: { mode: 'INSTALMENTS', years, initialContribution: 1 } });

  it('keeps its years and its initial contribution', () =>
    expect(given([]).when(by(10)).state.application).toMatchObject({
      paymentMode: 'INSTALMENTS',
      instalments: { years: 10, initialContribution: 1 },
    }));

  it('runs over at most the ten years of Appendix 2, on whatever day it is accepted, and is pinned to them', () => {
    const story = given([]).when(by(10));
    expect(story.state.application?.decreeParameters).toBe(appendix2);
    given([]).when(by(11)).isRefused('instalment-years-not-allowed', { years: 11, most: 10 });
  });

  it('runs over as much as an act grants to anybody that the installation names, from its day of acceptance on', () => {
    const story = given([], named).when(by(15));
    expect(story.state.application?.decreeParameters).toEqual(longer);
    given([], named).when(by(16)).isRefused('instalment-years-not-allowed', { years: 16, most: 15 });
    given([], named).when(by(15, '2025-01-20T18:31:00+05:00')).gives('ApplicationSubmitted');
    given([], named)
      .when(by(11, '2025-01-20T18:29:00+05:00'))
      .isRefused('instalment-years-not-allowed', { years: 11, most: 10 });
  });

  it('is pinned to nothing where it asks for none', () =>
    expect(given([], named).when(submitApplication()).state.application?.decreeParameters).toBeNull());

  it.each([0, -1, 0.5, 1.5, Number.NaN])('does not run over %p years', (years) =>
    given([]).when(by(years)).isRefused('instalment-years-not-allowed'),
  );

  it.each([
    [0, '0.00'],
    [-1, '-1 tiyn'],
    [0.5, '0.5 tiyn'],
  ])('does not begin with a contribution of %p', (initialContribution, shown) =>
    given([])
      .when(submitApplication({ payment: { mode: 'INSTALMENTS', years: 5, initialContribution } }))
      .isRefused('initial-contribution-not-positive', { initialContribution: shown }),
  );
});

describe('an application through a representative (R-21, para 5)', () => {
  const by = (powerOfAttorney: Partial<{ number: string; notarizedOn: string; notary: string }>) =>
    submitApplication({
      representative: {
        iin: sampleIins.young,
        fullName: 'R',
        powerOfAttorney: { number: '7', notarizedOn: '2025-03-03', notary: 'N', ...powerOfAttorney },
      },
    });

  it('comes with a notarized power of attorney', () => {
    expect(given([]).when(by({})).state.application?.hasRepresentative).toBe(true);
    given([])
      .when(by({ number: '' }))
      .isRefused('power-of-attorney-missing');
    given([])
      .when(by({ notary: ' ' }))
      .isRefused('power-of-attorney-missing');
  });

  it('comes with one notarized by the day of filing', () =>
    given([])
      .when(by({ notarizedOn: '2025-03-04' }))
      .isRefused('power-of-attorney-later', {
        notarizedOn: '2025-03-04',
        filedOn: '2025-03-03',
      }));
});
