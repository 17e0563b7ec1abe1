import { defaultCaseSettings, type Calendars, type CaseSettings, type DecreeParameters } from '@app/domain';
import type { Config, LawSettings } from '@app/platform';
import { readDecreeParameters } from './decree/decree-file.js';

/** What decisions rest on beside the calendar: fixed while the process runs. */
export class InstallationSettings {
  constructor(private readonly settings: Omit<CaseSettings, 'calendars'> = defaultCaseSettings) {}

  /** What every decision rests on under the calendar as it is known, in each process. */
  under(calendars: Calendars): CaseSettings {
    return { ...this.settings, calendars };
  }
}

/** The settings of an installation: where it says nothing, what the law leaves open is taken as early as it can be. */
export const installationSettings = (
  law: LawSettings,
  decree: readonly DecreeParameters[] = [],
): InstallationSettings => {
  const { rulebooks } = defaultCaseSettings;
  return new InstallationSettings({
    rulebooks: {
      validFrom: law.rulebookFrom ?? rulebooks.validFrom,
      laterEditionFrom: law.laterEditionFrom ?? rulebooks.laterEditionFrom,
      demonstrate2021: law.demonstrate2021,
    },
    decree,
    acceptForeignerIin: law.acceptForeignerIin,
    complaintRegistrationOwed: law.complaintRegistrationOwed,
    refuseChairAsSecretary: law.refuseChairAsSecretary,
    edsLateAfterDays: law.edsLateAfterDays,
  });
};

/** The same with the files that are named. Throws `ConfigInvalid` naming all that is wrong in them. */
export const readInstallation = async ({
  law,
  decreeParametersFile,
}: Pick<Config, 'law' | 'decreeParametersFile'>): Promise<InstallationSettings> =>
  installationSettings(law, await readDecreeParameters(decreeParametersFile));
