import { validate, type Schema } from '@cfworker/json-schema';

/** What may be chosen, and what it is called. */
export type Choice = Readonly<{ const: string | number | null; title: string }>;

/** What the API's schemas of forms are made of (JSON Schema 2020-12). */
export type FormSchema = Readonly<{
  title?: string;
  description?: string;
  type?: string | readonly string[];
  format?: string;
  maxLength?: number;
  enum?: readonly (string | number | null)[];
  properties?: Readonly<Record<string, FormSchema>>;
  required?: readonly string[];
  items?: FormSchema;
  prefixItems?: readonly FormSchema[];
  maxItems?: number;
  oneOf?: readonly (Choice | FormSchema)[];
  discriminator?: Readonly<{ propertyName: string }>;
  allOf?: readonly Condition[];
}>;

type Condition = Readonly<{ if: FormSchema; then?: FormSchema; else?: FormSchema }>;

/** Where a field stands: `['votes', 0, 'memberId']`. */
export type Path = readonly (string | number)[];

export const typeOf = ({ type }: FormSchema): string =>
  (typeof type === 'string' ? type : type?.find((one) => one !== 'null')) ?? 'object';

/** The same schema for what is entered so far: alternatives are chosen, conditions are settled, each entry of a list has its own. */
export const settled = (schema: FormSchema, draft: unknown): FormSchema => {
  const { discriminator, oneOf: _shapes, ...rest } = schema;
  if (discriminator) return settled({ ...alternativeOf(schema, draft), ...rest }, draft);
  if (schema.items) {
    const { items } = schema;
    const entries = Array.isArray(draft) ? draft : [];
    return { ...schema, prefixItems: entries.map((entry) => settled(items, entry)) };
  }
  return schema.properties ? settledObject(schema, draft) : schema;
};

/** The shape that the discriminator says; where it says none yet, the discriminator alone with the words of all. */
const alternativeOf = ({ discriminator, oneOf = [] }: FormSchema, draft: unknown): FormSchema => {
  const by = discriminator?.propertyName ?? '';
  const shapes = oneOf.filter((one): one is FormSchema => !isChoice(one));
  const title = shapes.map((shape) => shape.properties?.[by]?.title).find((one) => one !== undefined);
  const wordsOf = ({ properties }: FormSchema) => choicesOf(properties?.[by] ?? {});
  const chosen = shapes.find((shape) => wordsOf(shape).some((one) => one.const === valueAt(draft, by)));
  const asked = { ...(title !== undefined && { title }), type: 'string', oneOf: shapes.flatMap(wordsOf) };
  return { required: [by], ...chosen, properties: { ...chosen?.properties, [by]: asked } };
};

const settledObject = (schema: FormSchema, draft: unknown): FormSchema => {
  const { allOf = [], ...rest } = schema;
  const outcomes = allOf.map((one) => (fits(one.if, draft) ? one.then : one.else)).filter((one) => one !== undefined);
  const out = new Set(outcomes.flatMap(({ properties = {} }) => namesOfNothing(properties)));
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !out.has(name));
  return {
    ...rest,
    properties: Object.fromEntries(properties.map(([name, field]) => [name, settled(field, valueAt(draft, name))])),
    required: [...new Set([...(schema.required ?? []), ...outcomes.flatMap(({ required = [] }) => required)])],
  };
};

/** The fields that may say nothing: they have no place. */
const namesOfNothing = (properties: Readonly<Record<string, FormSchema>>): readonly string[] =>
  Object.entries(properties).flatMap(([name, { type }]) => (type === 'null' ? [name] : []));

const fits = (schema: FormSchema, draft: unknown): boolean =>
  // the two describe the same schemas, one of them loosely
  validate(draft ?? {}, schema as Schema, '2020-12').valid;

const isChoice = (one: Choice | FormSchema): one is Choice => 'const' in one;

/** What is chosen among; nothing where it is typed. The choice of nothing is left out: a field may stay empty. */
export const choicesOf = (schema: FormSchema): readonly (Choice & { const: string | number })[] => {
  const listed = (schema.enum ?? []).map((one): Choice => ({ const: one, title: String(one) }));
  const titled = schema.oneOf?.filter(isChoice) ?? listed;
  return titled.filter((one): one is Choice & { const: string | number } => one.const !== null);
};

/** The part of a draft below a name or number. */
export const valueAt = (draft: unknown, at: string | number): unknown =>
  // an array is an object with its numbers as names
  typeof draft === 'object' && draft !== null ? (draft as Readonly<Record<string, unknown>>)[at] : undefined;

/** The draft with another value at a place. */
export const withValue = (draft: unknown, [at, ...rest]: Path, value: unknown): unknown => {
  if (at === undefined) return value;
  const inner = withValue(valueAt(draft, at), rest, value);
  if (typeof at === 'number') return (Array.isArray(draft) ? draft : []).with(at, inner);
  return { ...(typeof draft === 'object' && draft), [at]: inner };
};

/** The field at a place such as `votes.0.memberId`; undefined where the form has none. */
export const fieldAt = (schema: FormSchema | undefined, path: string): FormSchema | undefined =>
  path === ''
    ? schema
    : path
        .split('.')
        .reduce<FormSchema | undefined>(
          (found, at) => found?.properties?.[at] ?? found?.prefixItems?.[Number(at)],
          schema,
        );
