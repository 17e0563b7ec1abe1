import { describe, expect, it } from '@jest/globals';
import {
  caseAfter,
  confirmCompleteness,
  eventsOf,
  given,
  recordFamilyData,
  registerApplication,
  sampleEnteredAt,
  submitApplication,
} from '../testing/index.js';
import { actionsOf } from './actions.js';

describe('before an application counts as accepted', () => {
  it('nothing of the provider is effective (R-16)', () => {
    const saturday = submitApplication({ at: '2025-03-01T10:00:00+05:00' });
    const registered = eventsOf([
      saturday,
      recordFamilyData({ at: '2025-03-01T11:00:00+05:00' }),
      registerApplication({ at: '2025-03-01T12:00:00+05:00' }),
    ]);
    given(registered)
      .when(confirmCompleteness({ at: '2025-03-01T13:00:00+05:00' }))
      .isRefused('before-acceptance', { at: '2025-03-01T13:00:00+05:00', acceptedOn: '2025-03-03' });
    given(registered)
      .when(confirmCompleteness({ at: '2025-03-03T00:00:00+05:00' }))
      .gives('CompletenessConfirmed');
    const moment = { at: '2025-03-01T13:00:00+05:00', enteredAt: sampleEnteredAt, by: 'examiner' };
    const shown = (at: string) =>
      actionsOf(caseAfter(registered), { ...moment, at }).find(({ command }) => command === 'ConfirmCompleteness');
    expect(shown(moment.at)?.refusal?.code).toBe('before-acceptance');
    expect(shown('2025-03-03T09:00:00+05:00')?.allowed).toBe(true);
  });
});
