import { defaultCaseSettings, type CaseSettings, type WorkingCalendar } from '@app/domain';
import type { LawSettings } from '@app/platform';

/** What decisions rest on beside the calendar: fixed while the process runs. */
export class InstallationSettings {
  constructor(private readonly settings: Omit<CaseSettings, 'calendar'> = defaultCaseSettings) {}

  /** What every decision rests on under a calendar, in each process. */
  under(calendar: WorkingCalendar): CaseSettings {
    return { ...this.settings, calendar };
  }
}

/** The settings of an installation: where it says nothing, what the law leaves open is taken as early as it can be. */
export const installationSettings = (law: LawSettings): InstallationSettings => {
  const { rulebooks } = defaultCaseSettings;
  return new InstallationSettings({
    rulebooks: {
      validFrom: law.rulebookFrom ?? rulebooks.validFrom,
      laterEditionFrom: law.laterEditionFrom ?? rulebooks.laterEditionFrom,
      demonstrate2021: law.demonstrate2021,
    },
    acceptForeignerIin: law.acceptForeignerIin,
  });
};
