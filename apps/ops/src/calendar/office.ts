import type { OfficeSettings } from '@app/domain';
import { OpsProblem, type Options } from '../command.js';

/** How a provider's office is named, or its zone and closing time given directly. */
export const officeOptions = {
  office: { type: 'string', value: 'OFFICE', about: 'the office whose zone and working hours count' },
  zone: { type: 'string', value: 'ZONE', about: 'another zone. Absent: that of the office, else Asia/Almaty' },
  'closes-at': {
    type: 'string',
    value: 'HH:MM',
    about: 'another end of working hours. Absent: that of the office, else 18:30',
  },
} as const satisfies Options;

/** The default: the hours that docs/law/rules.md 4.6 supposes. Each provider sets its own. */
const usual = { zone: 'Asia/Almaty', closesAt: '18:30' } as const;

type Given = Readonly<{ office?: string | undefined; zone?: string | undefined; 'closes-at'?: string | undefined }>;

/** The zone and closing time that apply. Throws `office-unknown` or `value-invalid`. */
export const officeFor = async (
  given: Given,
  env: NodeJS.ProcessEnv,
): Promise<Pick<OfficeSettings, 'zone' | 'closesAt'>> => {
  const { zone, closesAt } = given.office === undefined ? usual : await configuredOffice(given.office, env);
  return { zone: zoneOf(given.zone ?? zone), closesAt: timeOf(given['closes-at'] ?? closesAt) };
};

const zoneOf = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch (error) {
    throw new OpsProblem('value-invalid', `--zone ${zone} is no IANA zone such as Asia/Almaty`, { cause: error });
  }
};

const timeOf = (time: string): string => {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
  throw new OpsProblem('value-invalid', `--closes-at ${time} is no time such as 18:30`);
};

/** An office of `OFFICES_FILE`, or of the samples. Throws `office-unknown` naming those that there are. */
export const configuredOffice = async (officeId: string, env: NodeJS.ProcessEnv): Promise<OfficeSettings> => {
  // Loaded when they are asked for: they take longer to load than a date to compute.
  const { readOffices } = await import('@app/application');
  const { loadConfigNear } = await import('@app/platform');
  const offices = await readOffices(loadConfigNear(env).officesFile);
  const office = offices.find((one) => one.officeId === officeId);
  if (office) return office;
  const names = offices.map((one) => one.officeId).join(', ');
  throw new OpsProblem('office-unknown', `there is no office ${officeId}; there are ${names}`);
};
