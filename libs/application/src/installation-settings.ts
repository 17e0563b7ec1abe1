import { defaultCaseSettings, type Calendars, type CaseSettings } from '@app/domain';
import type { LawSettings } from '@app/platform';

/** What decisions rest on beside the calendar: fixed while the process runs. */
export class InstallationSettings {
  constructor(private readonly settings: Omit<CaseSettings, 'calendars'> = defaultCaseSettings) {}

  /** What every decision rests on under the calendar as it is known, in each process. */
  under(calendars: Calendars): CaseSettings {
    return { ...this.settings, calendars };
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
    complaintRegistrationOwed: law.complaintRegistrationOwed,
    refuseChairAsSecretary: law.refuseChairAsSecretary,
    edsLateAfterDays: law.edsLateAfterDays,
  });
};
