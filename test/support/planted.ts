import { bodyOfPost, postsWithBody, shapesOf, type Schema } from './contract-bodies.js';

/** A name and a valid IIN that nobody else has in a test. */
export const marks = ['Жасырынова', '850101300124'] as const;

/**
 * The body of a command with the marks in every text that may hold them, by what OpenAPI says of its fields. What must be one of some
 * words, has a form of its own, or refuses an IIN is left as it is; a registration number has the name alone.
 */
export const planted = (path: string, body: object): Readonly<Record<string, unknown>> => {
  // An object stays one.
  return filledIn(body, schemaOf(path), { path, at: '' }) as Readonly<Record<string, unknown>>;
};

/** The texts of commands that may hold a mark and have had none yet: `/cases/{caseId}/withdrawal reason`. */
export const notPlanted = (): readonly string[] =>
  postsWithBody
    .filter((path) => !path.startsWith('/admin/') && !writeNothing.has(path))
    .flatMap((path) => textsIn(schemaOf(path), '').map((at) => `${path} ${at}`))
    .filter((field) => !plantedIn.has(field));

/**
 * Texts that may be left out, and that no command of this walk gives. Whoever declares another text plants it, or says here why that cannot be.
 */
export const leftOut = [
  '/cases representative.fullName',
  '/cases representative.powerOfAttorney.number',
  '/cases representative.powerOfAttorney.notary',
  '/cases/{caseId}/documents document.number',
  '/cases/{caseId}/documents/set-aside reason',
  '/cases/{caseId}/compliance findings.*',
  '/cases/{caseId}/hearing minutes.essentialFacts',
  '/cases/{caseId}/hearing note',
  '/cases/{caseId}/commission members.*.conflictOfInterest',
  '/cases/{caseId}/commission reason',
  '/cases/{caseId}/rights-information encumbrances.*',
  '/cases/{caseId}/payments repeatedBecause',
  '/cases/{caseId}/payments/reversals reason',
  '/cases/{caseId}/results receiptNumber',
  '/cases/{caseId}/results powerOfAttorney.number',
  '/cases/{caseId}/results powerOfAttorney.notary',
  '/cases/{caseId}/results eds.certificateSerial',
  '/complaints/{complaintId}/court-appeal lawReference',
  '/complaints/{complaintId}/court-ruling effect.description',
  '/complaints/{complaintId}/carry-out-day reason',
];

/** What is asked, and is in no event. */
const writeNothing = new Set(['/cases/search', '/audit/access/search', '/what-if']);

const plantedIn = new Set<string>();

const schemaOf = (path: string): Schema => {
  const schema = bodyOfPost(path);
  if (schema === undefined) throw new Error(`the contract has no POST ${path}`);
  return schema;
};

const memberOf = (schema: Schema, name: string): Schema =>
  shapesOf(schema).find(({ properties }) => properties && name in properties)?.properties?.[name] ?? {};

const itemOf = (schema: Schema): Schema => shapesOf(schema).find(({ items }) => items)?.items ?? {};

const below = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

type Place = Readonly<{ path: string; at: string }>;

const filledIn = (value: unknown, schema: Schema, { path, at }: Place): unknown => {
  if (Array.isArray(value)) return value.map((item) => filledIn(item, itemOf(schema), { path, at: below(at, '*') }));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        filledIn(inner, memberOf(schema, name), { path, at: below(at, name) }),
      ]),
    );
  }
  if (typeof value !== 'string' || !shapesOf(schema).some((shape) => isFree(shape, at))) return value;
  plantedIn.add(`${path} ${at}`);
  return withMarks(value, schema, at);
};

const textsIn = (schema: Schema, at: string): readonly string[] => [
  ...new Set(
    shapesOf(schema).flatMap((shape) => [
      ...(isFree(shape, at) ? [at] : []),
      ...Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => textsIn(inner, below(at, name))),
      ...(shape.items ? textsIn(shape.items, below(at, '*')) : []),
    ]),
  ),
];

/** The words of a list, the paths of values, and the ids of streams are no free text. */
const fixed = new Set(['claims.*', 'values.*.field', 'caseId', 'dwelling.dwellingId', 'officeId', 'contested.rule']);

const key = '^[\\w.-]{1,100}$';

/** Whether a text may hold whatever somebody types. */
const isFree = ({ type, enum: choices, format, pattern, maxLength }: Schema, at: string): boolean =>
  [type].flat().includes('string') &&
  !fixed.has(at) &&
  choices === undefined &&
  format === undefined &&
  (pattern === key || (pattern === undefined && maxLength !== undefined));

const withMarks = (value: string, schema: Schema, at: string): string => {
  if (shapesOf(schema).some(({ pattern }) => pattern === key)) return `${marks[1]}-${value}`;
  return at === 'registrationNumber' ? `${value} ${marks[0]}` : `${value} ${marks.join(' ')}`;
};
