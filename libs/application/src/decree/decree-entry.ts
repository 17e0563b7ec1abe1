import { isDate, tiynFromTenge, type DecreeParameters } from '@app/domain';

/** What stands for the parameters of an act in `DECREE_PARAMETERS_FILE`, before they are known to be such. */
export type Entry = Readonly<Record<string, unknown>>;

/** Everything that is wrong with an entry, each as a sentence that names the field; nothing where it names parameters. */
export const wrongIn = (entry: Entry): readonly string[] => [
  ...Object.keys(entry)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => `${name} is not a parameter that is known`),
  ...Object.entries(fields)
    .filter(([name, { holds }]) => !holds(entry[name] ?? null))
    .map(([name, { must }]) => `${name} must be ${must}`),
  ...(isLonger(entry) ? [] : ['longerAbove.years must be more than maxInstalmentYears']),
];

/** The parameters that an entry names. Of an entry that `wrongIn` has found nothing in. */
export const parametersOf = (entry: Entry): DecreeParameters => {
  const { longerAbove, initialContributionDays, ...said } = entry as unknown as Written;
  return {
    ...said,
    longerAbove: longerAbove ? { ...longerAbove, residualValue: tiynFromTenge(longerAbove.residualValue) } : null,
    initialContributionDays: initialContributionDays ?? null,
    notice: null,
  };
};

/** Amounts are tenge, as everywhere outside; what may be left out changes nothing. */
type Written = Omit<DecreeParameters, 'longerAbove' | 'initialContributionDays' | 'notice'> &
  Readonly<{
    longerAbove?: Readonly<{ residualValue: string; years: number }> | null;
    initialContributionDays?: number | null;
  }>;

const isWhole = (value: unknown, from: number, to: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to;

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= 500;

const isTenge = (value: unknown): boolean => {
  try {
    return tiynFromTenge(String(value)) > 0 && typeof value === 'string';
  } catch {
    return false;
  }
};

const isRaise = (value: unknown): boolean => {
  if (value === null) return true;
  if (typeof value !== 'object' || Object.keys(value).length !== 2) return false;
  const { residualValue, years } = value as Entry;
  return isTenge(residualValue) && isWhole(years, 1, mostYears);
};

/** Whoever pays more is not granted less. */
const isLonger = ({ maxInstalmentYears, longerAbove }: Entry): boolean => {
  if (!isRaise(longerAbove ?? null) || (longerAbove ?? null) === null) return true;
  return Number((longerAbove as Entry)['years']) > Number(maxInstalmentYears);
};

/** No act that is known comes near. */
const mostYears = 50;

const text = { holds: isText, must: 'a text that says something, of at most 500 characters' };

const fields: Readonly<Record<string, Readonly<{ holds: (value: unknown) => boolean; must: string }>>> = {
  act: { ...text, must: 'the act with its number, a text of at most 500 characters' },
  from: {
    holds: (value) => typeof value === 'string' && isDate(value),
    must: 'the first day of acceptance under these, YYYY-MM-DD',
  },
  maxInstalmentYears: {
    holds: (value) => isWhole(value, 1, mostYears),
    must: `a whole number of years from 1 to ${mostYears}`,
  },
  longerAbove: {
    holds: isRaise,
    must: 'null, or such as {"residualValue": "15000000.00", "years": 15}, tenge with two decimals',
  },
  minInitialContributionPct: { holds: (value) => isWhole(value, 1, 99), must: 'a whole per cent from 1 to 99' },
  initialContributionDays: {
    holds: (value) => value === null || isWhole(value, 0, 3_650),
    must: 'null, or a whole number of calendar days from 0 to 3650',
  },
  source: { ...text, must: 'where the act can be read, a text of at most 500 characters' },
};
