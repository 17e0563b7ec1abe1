import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Schema = Readonly<{
  description?: string;
  $ref?: string;
  items?: Schema;
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
}>;
type Parameter = Readonly<{ name: string; in: string; description?: string }>;
type Operation = Readonly<{
  operationId: string;
  summary?: string;
  parameters?: readonly Parameter[];
  requestBody?: object;
  responses: Readonly<Record<string, Readonly<{ description: string }>>>;
}>;
type Contract = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

/** `npm run docs -- --check` holds the file to what the api answers. */
const contract = JSON.parse(readFileSync('docs/generated/openapi.json', 'utf8')) as Contract;
const { schemas } = contract.components;
const operations = Object.values(contract.paths).flatMap((methods) => Object.values(methods));

/** Bodies of commands have no words of their own yet; false holds them to the same. */
const bodiesOfCommandsAreExempt = false;

const namesIn = (value: object | string): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);

/** The schemas that a command's body is made of. */
const exempt = (): ReadonlySet<string> => {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    namesIn(schemas[name] ?? {}).forEach(add);
  };
  const commands = operations.filter(({ parameters }) => parameters?.some(({ name }) => name === 'Idempotency-Key'));
  if (bodiesOfCommandsAreExempt) commands.flatMap(({ requestBody }) => namesIn(requestBody ?? {})).forEach(add);
  return found;
};
const without = exempt();

/** The words of a property, or of the one shape that it holds. */
const wordsOf = (schema: Schema): string => schema.description || (schemas[shapeOf(schema)]?.description ?? '');

/** The name of the one shape that a property holds; empty where it holds none. */
const shapeOf = ({ $ref, items, allOf, anyOf, oneOf }: Schema): string =>
  namesIn([$ref, items, allOf, anyOf, oneOf].find(Boolean) ?? '')[0] ?? '';

/** Everything that a reader of the contract meets, by its place, with its words. */
const said: readonly (readonly [place: string, text: string])[] = [
  ...Object.entries(schemas)
    .filter(([name]) => !without.has(name))
    .flatMap(([name, { description = '', properties = {} }]) => [
      [name, description] as const,
      ...Object.entries(properties).map(([field, schema]) => [`${name}.${field}`, wordsOf(schema)] as const),
    ]),
  ...operations.flatMap(({ operationId, summary = '', parameters = [], responses }) => [
    [operationId, summary] as const,
    ...parameters.map(({ name, description = '' }) => [`${operationId} ?${name}`, description] as const),
    ...Object.entries(responses).map(([status, { description }]) => [`${operationId} ${status}`, description] as const),
  ]),
];

const letters = (text: string): string => text.toLowerCase().replaceAll(/\b(the|a|an|of)\b|[^a-z]/g, '');

describe('the words of the contract', () => {
  it('are there for every schema, property, parameter, operation and answer: give the field an `about`, or one of `words`', () => {
    expect(said.length).toBeGreaterThan(1_500);
    expect(said.filter(([, text]) => text.trim() === '').map(([place]) => place)).toEqual([]);
  });

  it('say more than the name', () => {
    const name = (place: string): string => letters(place.replace(/^.*[.?]/, ''));
    expect(said.filter(([place, text]) => letters(text) === name(place))).toEqual([]);
  });

  it('begin with what they speak of, not in the middle of a sentence', () => {
    const cut = /^(Of|By|To|Until|That|As of|From|In|On|With|At|Where|When|Since|For) /;
    expect(said.filter(([, text]) => cut.test(text))).toEqual([]);
  });
});
