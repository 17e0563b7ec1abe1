import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@app/platform';
import { openApiDocument } from './openapi/document.js';
import { inProcessApi, type Answered, type InProcessApi } from '../testing/in-process-api.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

/** As much of a schema as leads to lists. */
type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  maxItems?: number;
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
}>;
type Contract = Readonly<{
  paths: Readonly<Record<string, Readonly<{ post?: Readonly<{ requestBody?: object }> }>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

/** A list of a body: the names that lead to it (an item of a list is its first), and how much it may hold. */
type List = Readonly<{ names: readonly string[]; maxItems: number | undefined }>;

/** Every list that a body may hold, at any depth. */
const listsIn = (contract: Contract, schema: Schema, names: readonly string[] = []): readonly List[] => {
  const { properties = {}, items, maxItems } = schema;
  return [
    ...othersIn(contract, schema).flatMap((one) => listsIn(contract, one, names)),
    ...Object.entries(properties).flatMap(([name, one]) => listsIn(contract, one, [...names, name])),
    ...(items ? [{ names, maxItems }, ...listsIn(contract, items, [...names, '0'])] : []),
  ];
};

/** The schemas that a schema is made of. */
const othersIn = (contract: Contract, { $ref, allOf = [], anyOf = [], oneOf = [] }: Schema): readonly Schema[] => {
  const named = $ref && contract.components.schemas[$ref.replace('#/components/schemas/', '')];
  return [...(named ? [named] : []), ...allOf, ...anyOf, ...oneOf];
};

const empties = Array.from({ length: 19_000 }, () => ({}));

/** A body with that list alone in it. */
const bodyWith = ([name, ...rest]: readonly string[]): unknown => {
  if (name === undefined) return empties;
  return name === '0' ? [bodyWith(rest)] : { [name]: bodyWith(rest) };
};

/** Sends a body as somebody who may. */
const sent = async (path: string, body: unknown): Promise<Answered> => {
  let answer: Answered | null = null;
  for (const role of roles) {
    answer = await sentAs(role, path, body);
    if (answer.status !== 403) return answer;
  }
  throw new Error(`nobody may post to ${path}: ${answer?.text}`);
};

const sentAs = async (role: Role, path: string, body: unknown): Promise<Answered> =>
  api.send(path.replaceAll(/\{\w+\}/g, '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11'), {
    method: 'POST',
    headers: { authorization: `Bearer ${await api.token({ role })}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a list that is too long', () => {
  it('is told by its size alone, in every body and at any depth: none of its items is checked', async () => {
    // as it goes over the wire
    const contract = JSON.parse(JSON.stringify(openApiDocument(api.app))) as Contract;
    const posts = Object.entries(contract.paths).flatMap(([path, { post }]) =>
      // the contract says a body as its schema under the one content type that there is
      Object.entries((post?.requestBody as { content?: Record<string, { schema: Schema }> })?.content ?? {}).map(
        ([, { schema }]) => ({ path, lists: listsIn(contract, schema) }),
      ),
    );
    const told: object[] = [];
    const wanted: object[] = [];
    for (const { path, lists } of posts) {
      for (const { names, maxItems } of lists) {
        const { status, body } = await sent(path, bodyWith(names));
        told.push({ path, status, errors: body.errors });
        const errors = [{ path: names.join('.'), message: `must hold at most ${maxItems}` }];
        wanted.push({ path, status: 422, errors });
      }
    }
    expect(wanted.length).toBeGreaterThan(10);
    expect(told).toEqual(wanted);
  }, 60_000);
});
