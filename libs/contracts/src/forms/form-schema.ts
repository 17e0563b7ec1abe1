import { titlesOf, type Language } from '@app/domain';
import { namesOf } from '../http/check-extent.js';
import { extentOf, type Extent, type Shape } from '../http/fields/extent.js';
import { declaredField, type DeclaredField } from '../http/fields/field.js';
import { needOf } from '../http/fields/needed.js';
import { titleOf } from './field-titles.js';
import { conditionsOf } from './form-conditions.js';

/** A JSON Schema (2020-12), or a part of one. */
export type FormSchema = Readonly<Record<string, unknown>>;

/** What may be put into a field: the value, and what it is called. */
export type FormChoice = Readonly<{ const: string | number; title: string }>;

/** Choices that only this case has, by the path of the field, with `*` for each of a list: `votes.*.memberId`. */
export type FormChoices = Readonly<Record<string, readonly FormChoice[]>>;

/** Titles, choices and the fields that this case asks for, in a language. */
export type FormWords = Readonly<{ language: Language; choices: FormChoices; needed?: readonly string[] }>;

/** The schema of a body: of its one declaration, with what its fields are called and what may be chosen in them. */
export const formSchema = (shape: Shape, words: FormWords): FormSchema => objectSchema(shape, words, '');

const objectSchema = (shape: Shape, words: FormWords, path: string): FormSchema => {
  const names = inOrder([...namesOf(shape)]);
  const required = names.filter((name) => isRequired(shape, name, { words, path }));
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, fieldSchema(shape, name, { words, path })])),
    ...(required.length > 0 && { required }),
    ...conditionsOf(shape, names),
    additionalProperties: false,
  };
};

type Place = Readonly<{ words: FormWords; path: string }>;

const isRequired = (shape: Shape, name: string, { words, path }: Place): boolean =>
  !declaredField(shape, name).optional ||
  needOf(shape, name)?.where === null ||
  (words.needed ?? []).includes(pathOf(path, name));

const fieldSchema = (shape: Shape, name: string, { words, path }: Place): FormSchema => {
  const place = { words, path };
  const { optional, ...rest } = declaredField(shape, name);
  const declared = { ...rest, optional: optional && !isRequired(shape, name, place) };
  const title = titleOf(shape, name);
  return {
    title: title?.title[words.language] ?? name,
    ...(title?.hint && { description: title.hint[words.language] }),
    ...valueSchema(extentOf(shape, name), declared, { words, path: pathOf(path, name) }),
    ...(declared.example !== undefined && { examples: [declared.example] }),
  };
};

const valueSchema = (extent: Extent, declared: DeclaredField, place: Place): FormSchema => {
  if (extent.form === 'object') return nested(declared, place, extent);
  if (extent.form === 'objects') return listOf(extent.shape(), declared, place);
  return plain(extent, declared, place);
};

/** An object of one shape, or of one of several, told apart by a field of it. */
const nested = (
  declared: DeclaredField,
  { words, path }: Place,
  { shapeOf, oneOf }: Extract<Extent, { form: 'object' }>,
): FormSchema => {
  if (oneOf === undefined) return orNull(objectSchema(shapeOf({}), words, path), declared);
  const { by, shapes } = oneOf;
  return {
    type: 'object',
    discriminator: { propertyName: by },
    oneOf: Object.entries(shapes).map(([word, shape]) => ({
      title: titlesOf([word])?.[word]?.[words.language] ?? word,
      ...objectSchema(shape, words, path),
    })),
  };
};

const listOf = (shape: Shape, { schema, optional }: DeclaredField, { words, path }: Place): FormSchema => ({
  type: optional ? ['array', 'null'] : 'array',
  items: objectSchema(shape, words, `${path}.*`),
  minItems: schema['minItems'],
  maxItems: schema['maxItems'],
});

const plain = (extent: Extent, declared: DeclaredField, { words, path }: Place): FormSchema => {
  const { schema } = declared;
  const choices = words.choices[path] ?? ownChoices(schema, words.language);
  if (choices === null) return orNull(readable(extent, schema), declared);
  const { enum: _words, ...rest } = schema;
  const nothing = declared.optional ? [{ const: null, title: nothingChosen[words.language] }] : [];
  return { ...orNull(rest, declared), oneOf: [...choices, ...nothing] };
};

const nothingChosen: Readonly<Record<Language, string>> = { en: 'None', ru: 'Не указано', kk: 'Көрсетілмеген' };

/** What the list of the contract allows; null of a field that has none, or whose words need no titles. */
const ownChoices = (schema: FormSchema, language: Language): readonly FormChoice[] | null => {
  const words: unknown = schema['enum'];
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) return null;
  const titles = titlesOf(words);
  return words.map((word) => ({ const: word, title: titles?.[word]?.[language] ?? word }));
};

/** A text says something. */
const readable = ({ form }: Extent, schema: FormSchema): FormSchema => {
  if (form === 'text') return { ...schema, pattern: '\\S' };
  if (form !== 'texts') return schema;
  return { ...schema, items: { ...Object(schema['items']), pattern: '\\S' } };
};

/** What may be left out may be null, too. */
const orNull = (schema: FormSchema, { optional }: DeclaredField): FormSchema => {
  if (!optional) return schema;
  const { enum: words, ...rest } = schema;
  return {
    ...rest,
    type: [schema['type'], 'null'],
    ...(Array.isArray(words) && { enum: [...words, null] }),
  };
};

/** When it happened is asked for last. */
const inOrder = (names: readonly string[]): readonly string[] => [
  ...names.filter((name) => name !== 'effectiveAt'),
  ...names.filter((name) => name === 'effectiveAt'),
];

const pathOf = (parent: string, name: string): string => (parent === '' ? name : `${parent}.${name}`);
