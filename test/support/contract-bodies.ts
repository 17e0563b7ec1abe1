import { readFileSync } from 'node:fs';

/** What OpenAPI says of a value, as far as tests ask for it. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  allOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  maxLength?: number;
}>;

type Document = Readonly<{
  paths: Readonly<
    Record<
      string,
      Readonly<Record<string, Readonly<{ requestBody?: { content: { 'application/json': { schema: Schema } } } }>>>
    >
  >;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

const document = JSON.parse(readFileSync('docs/generated/openapi.json', 'utf8')) as Document;

/** Of the body of a POST, by its path below `/api/v1`; undefined where the contract has none. */
export const bodyOfPost = (path: string): Schema | undefined =>
  document.paths[`/api/v1${path}`]?.['post']?.requestBody?.content['application/json'].schema;

/** The paths below `/api/v1` of every POST with a body. */
export const postsWithBody: readonly string[] = Object.entries(document.paths)
  .filter(([path, { post }]) => path.startsWith('/api/v1/') && post?.requestBody)
  .map(([path]) => path.slice('/api/v1'.length));

/** A schema, and those that it is one or all of. */
export const shapesOf = (schema: Schema): readonly Schema[] => {
  if (schema.$ref !== undefined) return shapesOf(named(schema.$ref));
  const parts = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((schemas) => schemas ?? []);
  return [schema, ...parts.flatMap(shapesOf)];
};

/** With what it refers to. */
export const resolved = (schema: Schema): Schema => {
  if (schema.$ref !== undefined) return resolved(named(schema.$ref));
  const [only] = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((schemas) => schemas ?? []);
  return only === undefined || schema.properties !== undefined ? schema : resolved(only);
};

const named = (reference: string): Schema => document.components.schemas[reference.split('/').at(-1) ?? ''] ?? {};
