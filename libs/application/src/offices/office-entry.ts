import { languages, providerBodies } from '@app/domain';

/** What stands for an office in `OFFICES_FILE`, before it is known to be one. */
export type Entry = Readonly<Record<string, unknown>>;

/** Everything that is wrong with an entry, each as a sentence that names the field; nothing where it is an office. */
export const wrongIn = (entry: Entry): readonly string[] => [...wrongInNeeded(entry), ...wrongInOptional(entry)];

const wrongInNeeded = ({ officeId, zone, closesAt }: Entry): readonly string[] => [
  ...(matches(officeId, /^[\w.-]{1,100}$/) ? [] : ['officeId must be letters, digits, dots, hyphens, underscores']),
  ...(matches(closesAt, /^([01]\d|2[0-3]):[0-5]\d$/) ? [] : ['closesAt must be a time, HH:MM']),
  ...(typeof zone === 'string' && isZone(zone) ? [] : ['zone must be an IANA zone such as Asia/Almaty']),
];

const wrongInOptional = ({ commission, body, names }: Entry): readonly string[] => [
  ...(commission === undefined ? [] : wrongInCommission(commission)),
  ...(body === undefined || bodies.has(body) ? [] : [`body must be one of ${[...bodies].join(', ')} (paragraph 2)`]),
  ...(names === undefined || areNames(names) ? [] : ['names must be the name in each language: {"kk", "ru", "en"}']),
];

const areNames = (names: unknown): boolean =>
  isObject(names) &&
  Object.keys(names).length === languages.length &&
  languages.every((language) => matches(names[language], /^\S.{0,199}$/));

/** The local executive bodies that provide the service, and no other body (R-09, para 2, item 1). */
const bodies: ReadonlySet<unknown> = new Set(providerBodies);

const matches = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);

const isZone = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
};

/** All the rules of a commission or none: half of them would leave the rest to a guess. */
const wrongInCommission = (commission: unknown): readonly string[] => {
  if (!isObject(commission)) return ['commission must be an object with the rules that a commission votes by'];
  const known = Object.keys(commissionFields);
  const strange = Object.keys(commission).filter((name) => !known.includes(name));
  return [
    ...strange.map((name) => `commission.${name} is not a rule that is known`),
    ...Object.entries(commissionFields)
      .filter(([name, { holds }]) => !holds(commission[name]))
      .map(([name, { must }]) => `commission.${name} must be ${must}`),
  ];
};

const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWhole = (value: unknown, from: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= from;

/** A part smaller than the whole: more than the whole of the votes is never there. */
const isFraction = (value: unknown): boolean => {
  if (!isObject(value) || Object.keys(value).length !== 2) return false;
  const { parts, of } = value;
  return isWhole(parts, 0) && isWhole(of, 1) && parts < of;
};

const fraction = { holds: isFraction, must: 'a part such as {"parts": 1, "of": 2}, less than the whole' };
const flag = { holds: (value: unknown) => typeof value === 'boolean', must: 'true or false' };

const commissionFields: Readonly<Record<string, Readonly<{ holds: (value: unknown) => boolean; must: string }>>> = {
  minMembers: { holds: (value) => isWhole(value, 1), must: 'a whole number from 1' },
  quorumAbove: fraction,
  majorityAbove: fraction,
  chairCastingVote: flag,
  abstentionAllowed: flag,
};
