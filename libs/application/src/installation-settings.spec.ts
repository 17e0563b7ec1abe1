import { describe, expect, it } from '@jest/globals';
import { installationSettings } from './installation-settings.js';
import { openUseCases } from './testing/use-case-world.js';

const law = {
  rulebookFrom: null,
  laterEditionFrom: null,
  demonstrate2021: true,
  acceptForeignerIin: false,
  complaintRegistrationOwed: true,
  refuseChairAsSecretary: false,
  edsLateAfterDays: null,
  retentionYears: 15,
};
const filedOn = async (day: string, said: Partial<Record<keyof typeof law, unknown>> = {}) => {
  // Each test says one setting of its own kind.
  const settings = { ...law, ...said } as Parameters<typeof installationSettings>[0];
  const { submit } = await openUseCases({ law: installationSettings(settings) });
  return submit('key-1', {}, { effectiveAt: `${day}T10:00:00+05:00` });
};

describe('what an administrator decides about the law (R-05)', () => {
  it('takes the rulebook of 2021 for demonstration where it is chosen', async () => {
    expect((await filedOn('2025-05-20')).events).toMatchObject([{ type: 'ApplicationSubmitted' }]);
  });

  it('refuses a day without a transcribed rulebook where it is not', () =>
    expect(filedOn('2025-05-20', { demonstrate2021: false })).rejects.toMatchObject({ code: 'no-rulebook-for-date' }));

  it('moves the first day of the rulebook', () =>
    expect(filedOn('2025-03-04', { rulebookFrom: '2025-03-05' })).rejects.toMatchObject({ code: 'before-rulebook' }));

  it('moves the first day of the later edition', () =>
    expect(filedOn('2025-03-04', { laterEditionFrom: '2025-03-04', demonstrate2021: false })).rejects.toMatchObject({
      code: 'no-rulebook-for-date',
    }));
});
