import { kzCalendar, type WorkingCalendar } from '@app/domain';
import { settingsNear } from '@app/platform';
import type { Options } from '../command.js';

/** By which calendar a date is counted. */
export const calendarOptions = {
  'built-in': {
    type: 'boolean',
    about:
      'counts by the built-in calendar. Absent: by that of the system on SHANYRAQ_DATA or of EVENTSTORE_URL, if any',
  },
} as const satisfies Options;

/**
 * The calendar that the system goes by, with the years that were added and all corrections; the built-in one where it is asked for, or no
 * system is known. Throws `OpsProblem` `store-unreachable`.
 */
export const knownCalendar = async (
  given: Readonly<{ 'built-in'?: boolean | undefined }>,
  env: NodeJS.ProcessEnv,
): Promise<WorkingCalendar> => {
  if (given['built-in'] || !settingsNear(env).EVENTSTORE_URL?.trim()) return kzCalendar;
  // Loaded where there is a system to ask: it takes longer than a date to compute.
  const { calendarsIn, withLogStores } = await import('../log-stores.js');
  return (await withLogStores(env, calendarsIn)).current;
};
