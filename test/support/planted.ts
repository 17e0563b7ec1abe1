import { bodyOfPost, resolved, type Schema } from './contract-bodies.js';

/** A name and a valid IIN that nobody else has in a test. */
export const marks = ['Жасырынова', '850101300124'] as const;

/**
 * The body of a command with the marks in every text that may hold them, by what OpenAPI says of its fields. What must be one of some
 * words, has a form of its own, or refuses an IIN is left as it is; a registration number has the name alone.
 */
export const planted = (path: string, body: object): Readonly<Record<string, unknown>> => {
  const schema = bodyOfPost(path);
  if (schema === undefined) throw new Error(`the contract has no POST ${path}`);
  // An object stays one.
  return filledIn(body, schema, '') as Readonly<Record<string, unknown>>;
};

const filledIn = (value: unknown, declared: Schema, name: string): unknown => {
  const schema = resolved(declared);
  if (Array.isArray(value)) return value.map((item) => filledIn(item, schema.items ?? {}, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([member, inner]) => [
        member,
        filledIn(inner, schema.properties?.[member] ?? {}, member),
      ]),
    );
  }
  return typeof value === 'string' ? withMarks(value, schema, name) : value;
};

/** The words of a list, the paths of values, and the ids of streams are no free text. */
const fixed = new Set(['claims', 'field', 'caseId', 'dwellingId', 'officeId', 'rule', 'is', 'was']);

const withMarks = (value: string, schema: Schema, name: string): string => {
  if (fixed.has(name) || schema.enum !== undefined || schema.format !== undefined) return value;
  if (schema.pattern === '^[\\w.-]{1,100}$') return `${marks[1]}-${value}`;
  if (schema.pattern !== undefined || schema.maxLength === undefined) return value;
  return name === 'registrationNumber' ? `${value} ${marks[0]}` : `${value} ${marks.join(' ')}`;
};
