import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusals } from '@app/domain';
import { problemKinds } from '@app/platform';
import { inProcessApi, type InProcessApi } from '../../testing/in-process-api.js';
import { openApiDocument } from './document.js';

let api: InProcessApi;
let document: ReturnType<typeof openApiDocument>;
beforeAll(async () => {
  api = await inProcessApi();
  // as it goes over the wire
  document = JSON.parse(JSON.stringify(openApiDocument(api.app)));
});
afterAll(() => api.close());

const everyValue = (value: unknown, name = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? [[name, value], ...Object.entries(value).flatMap(([key, item]) => everyValue(item, key))]
    : [[name, value]];
const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  );

/** What may hold anything, by the place of its schema, and why. */
const freeInForm: Readonly<Record<string, string>> = {
  '/components/schemas/RawEventDto/properties/data': 'the data of an event as the log holds it, sealed, of any version',
  '/components/schemas/SupposedEventDto/properties/data': 'the data of any event of the event catalogue',
  '/components/schemas/FormSchemaDto/properties/properties': 'a JSON Schema for each field of whatever body',
  '/components/schemas/FormSchemaDto/properties/allOf/items': 'a part of a JSON Schema',
};

/** Every schema that says "object" or "array" and not of what, by its place. */
const freeSchemas = (value: unknown, place = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => freeSchemas(part, `${place}/${key}`));
  return isFree(value) ? [place, ...inner] : inner;
};
const isFree = (schema: object): boolean => {
  const { type, properties, additionalProperties, items } = schema as Readonly<Record<string, unknown>>;
  const types = new Set([type].flat());
  return (
    (types.has('object') && !properties && typeof additionalProperties !== 'object') || (types.has('array') && !items)
  );
};

/** What is posted and appends nothing to a stream: it has no revision and no key. */
const recordsNothing: readonly string[] = [
  '/dev/token',
  '/api/v1/what-if',
  '/api/v1/audit/verify',
  '/api/v1/audit/access/search',
  '/api/v1/cases/search',
  '/api/v1/audit/subjects/extract',
  '/api/v1/admin/outbound/{recordId}/retry',
  '/api/v1/admin/projections/{name}/older/drop',
  '/api/v1/admin/projections/{name}/rebuild',
  '/api/v1/admin/projections/{name}/rebuild/cancel',
  '/api/v1/admin/projections/{name}/verify',
  '/api/v1/admin/quarantine/{caseId}/retry',
];

describe('the contract', () => {
  it('is OpenAPI 3.1 with every route', () => {
    const declared = api.routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(document.openapi).toBe('3.1.0');
    expect(new Set(operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`))).toEqual(
      new Set(declared),
    );
  });

  it('refers to nothing that is not there', () => {
    const { schemas = {}, headers = {} } = document.components ?? {};
    const there = new Set([
      ...Object.keys(schemas).map((name) => `#/components/schemas/${name}`),
      ...Object.keys(headers).map((name) => `#/components/headers/${name}`),
    ]);
    const missing = everyValue(document)
      .filter(([name]) => name === '$ref')
      .filter(([, reference]) => !there.has(String(reference)));
    expect(missing).toEqual([]);
  });

  it('tells the form of everything, less what may hold anything for a reason', () => {
    expect(freeSchemas(document)).toEqual(Object.keys(freeInForm));
    const properties = everyValue(document.components?.schemas ?? {})
      // a field may be called so, too
      .filter(([name, value]) => name === 'properties' && typeof Object(value).type !== 'string')
      .flatMap(([, named]) => Object.values(named as object));
    expect(
      properties.filter((schema) => !['type', '$ref', 'anyOf', 'oneOf', 'allOf'].some((word) => word in schema)),
    ).toEqual([]);
  });

  it('says what may be null as 3.1 does', () => {
    expect(everyValue(document).filter(([name]) => name === 'nullable')).toEqual([]);
    expect(document.components?.schemas?.['RecordPaymentDto']).toEqual({
      description: 'A payment of the price (para 8).',
      type: 'object',
      properties: {
        effectiveAt: {
          type: ['string', 'null'],
          format: 'date-time',
          description: 'The instant at which it happened. It may not lie in the future. Absent: now.',
          example: '2025-03-07T11:30:00+05:00',
        },
        amount: {
          type: 'string',
          description: 'The amount paid, in tenge.',
          format: 'money',
          pattern: '^(0|[1-9]\\d{0,12})\\.\\d{2}$',
          example: '1250000.00',
        },
        paidOn: { type: 'string', format: 'date', description: 'The day of payment.', example: '2025-03-07' },
        reference: {
          type: 'string',
          minLength: 1,
          maxLength: 100,
          description: 'The reference of the payment document.',
          example: 'PAY-1',
        },
        overpayment: {
          type: ['string', 'null'],
          enum: ['TO_BE_RETURNED', null],
          description: 'What becomes of what is paid beyond the price; absent where nothing is.',
          example: 'TO_BE_RETURNED',
        },
        repeatedBecause: expect.objectContaining({ type: ['string', 'null'], maxLength: 2000 }),
      },
      required: ['amount', 'paidOn', 'reference'],
    });
  });

  it('lists every code that a problem may bear, and the rule of each refusal', () => {
    const code = { enum: [...Object.keys(problemKinds), ...Object.keys(refusals)] };
    expect(document.components?.schemas?.['ProblemDto']).toMatchObject({ properties: { code } });
    expect(document).toMatchObject({ 'x-refusals': { 'hearing-not-held': { rule: 'R-79' } } });
  });

  it('tells of every command its body, permission, roles, headers, answers and problems', () => {
    const commands = operations().filter(({ method, path }) => method === 'post' && !recordsNothing.includes(path));
    expect(commands.length).toBeGreaterThan(recordsNothing.length);
    for (const { path, operation } of commands) {
      const names = (operation.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : ''));
      expect(names).toEqual([
        ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        'lang',
        'Accept-Language',
        'Idempotency-Key',
        'If-Match',
        'X-Correlation-Id',
        ...(/^\/api\/v1\/(cases|complaints)/.test(path) ? ['Prefer'] : []),
      ]);
      expect(operation).toMatchObject({
        security: [{ token: [] }],
        // Who confirms an erasure says nothing beside its id.
        ...(!path.endsWith('/confirmation') && { requestBody: { required: true } }),
        'x-permission': expect.anything(),
        'x-roles': expect.arrayContaining([expect.any(String)]),
      });
      expect(Object.keys(operation.responses)).toEqual(
        [
          ...(['/api/v1/cases', '/api/v1/complaints'].includes(path)
            ? ['200', '201']
            : [['/api/v1/audit/erasures', '/api/v1/audit/new-logs'].includes(path) ? '201' : '200']),
          '400',
          '401',
          '403',
          '404',
          '409',
          '412',
          '413',
          '414',
          '415',
          '422',
          '429',
          '503',
        ].sort(),
      );
    }
  });

  it('tells of every query how to ask for a position', () => {
    const queries = operations().filter(({ method, operation }) => method === 'get' && 'x-permission' in operation);
    expect(queries).toHaveLength(
      api.routes.filter(
        ({ method, access }) =>
          method === 'GET' && access !== 'everybody' && !(typeof access === 'object' && 'unlessClosed' in access),
      ).length,
    );
    for (const { operation } of queries) {
      const names = (operation.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : ''));
      expect(names.slice(-2)).toEqual(['X-Min-Position', 'Prefer']);
      expect(operation.responses).toMatchObject({
        200: { content: {} },
        503: { content: { 'application/problem+json': {} } },
      });
    }
  });

  it('leads from what is filed to everything below it', () => {
    for (const [path, id] of [
      ['/api/v1/cases', 'caseId'],
      ['/api/v1/complaints', 'complaintId'],
    ] as const) {
      const below = operations().filter(({ path: address }) => address.includes(`{${id}}`));
      expect(below.length).toBeGreaterThan(8);
      const parameters = { [id]: `$response.body#/${id}` };
      const answer = document.paths[path]?.post?.responses?.['201'];
      const links = Object.values(answer && 'links' in answer ? (answer.links ?? {}) : {});
      expect(links).toEqual(below.map(({ operation: { operationId } }) => ({ operationId, parameters })));
    }
  });

  it('tells what a header must look like, and which problems a supposition may meet', () => {
    const parameters = document.paths['/api/v1/cases']?.post?.parameters;
    expect(parameters).toMatchObject([
      { name: 'lang', in: 'query' },
      { name: 'Accept-Language', in: 'header' },
      { name: 'Idempotency-Key', schema: { pattern: '^[!-~]{1,200}$' } },
      { name: 'If-Match', schema: { pattern: '^"\\d{1,15}"$' } },
      { name: 'X-Correlation-Id' },
      { name: 'Prefer' },
    ]);
    expect(Object.keys(document.paths['/api/v1/what-if']?.post?.responses ?? {})).toEqual(
      expect.arrayContaining(['409', '413', '414', '415']),
    );
    for (const { path, operation } of operations().filter((one) => 'x-permission' in one.operation))
      expect([path, Object.keys(operation.responses)]).toEqual([path, expect.arrayContaining(['414', '422'])]);
  });

  it('names every operation once', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
