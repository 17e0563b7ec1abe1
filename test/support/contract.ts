import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** Formats of our own: their patterns say the rest. */
const ownFormats = { iin: true, money: true, sha256: true, office: true, member: true } as const;

/** What was asked, and what came over the wire. */
export type Exchange = Readonly<{
  method: string;
  /** Without its query. */
  path: string;
  status: number;
  contentType: string | null;
  text: string;
}>;

/** Says what of an answer is not as the contract has it; nothing where all of it is. */
export type Contract = (exchange: Exchange) => readonly string[];

/** As much of an OpenAPI 3.1 document as is read here. */
type OpenApi = Readonly<{ paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }>;
type Described = Readonly<{ responses: Readonly<Record<string, Readonly<{ content?: object }>>> }>;

/**
 * Holds answers to a document: their status and content type are documented, and JSON is what its schema says, with no
 * property that the schema does not name. Where there is no operation, the answer is a problem of the caller's (4xx).
 */
export const contractOf = (document: OpenApi): Contract => {
  const operations = operationsOf(document);
  const faultsOf = schemasOf(document);
  return ({ method, path, status, contentType, text }) => {
    const type = contentType?.split(';')[0] ?? 'nothing';
    const found = operationAt(operations, method, path) ?? noOperation(status);
    const content = found.responses[status]?.content;
    if (!content) return [`the status ${status} is not documented`];
    if (!Object.hasOwn(content, type)) return [`the content type ${type} is not documented`];
    return /[/+]json$/.test(type) ? faultsOf(text, found.schemaOf(status, type)) : [];
  };
};

/** As `fetch`, of the api. Throws where the answer is not what docs/generated/openapi.json says. */
export const fetchByContract = async (url: string, request: RequestInit = {}): Promise<Response> => {
  const response = await fetch(url, request);
  const { status, headers } = response;
  const { method = 'GET' } = request;
  const path = new URL(url).pathname;
  const text = await response.clone().text();
  const faults = published()({ method, path, status, contentType: headers.get('content-type'), text });
  if (faults.length > 0) {
    throw new Error([`${method} ${path} answered ${status} off its contract:`, ...faults].join('\n  '));
  }
  return response;
};

/** The contract that is published; read once. */
export const published = (): Contract => {
  // the file is this repository's own, and `npm run docs -- --check` holds it to what the api serves
  kept ??= contractOf(JSON.parse(readFileSync('docs/generated/openapi.json', 'utf8')) as OpenApi);
  return kept;
};
let kept: Contract | null = null;

/** What is documented, and the place of the schema of each content. */
type Answers = Described & Readonly<{ schemaOf: (status: number, type: string) => readonly string[] }>;
type Operation = Answers & Readonly<{ method: string; pattern: RegExp; names: number }>;

const operationsOf = ({ paths }: OpenApi): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, item]) => {
    const parts = path.split(/\{\w+\}/);
    const pattern = new RegExp(`^${parts.join('[^/]+')}$`);
    return Object.entries(item).map(([method, { responses }]) => ({
      method: method.toUpperCase(),
      pattern,
      names: parts.length - 1,
      responses,
      schemaOf: (status, type) => ['paths', path, method, 'responses', String(status), 'content', type, 'schema'],
    }));
  });

/** Of two that fit, the one with fewer names: `/calendar/days` says more than `/calendar/{year}`. */
const operationAt = (operations: readonly Operation[], method: string, path: string): Operation | undefined =>
  operations
    .filter((operation) => operation.method === method && operation.pattern.test(path))
    .toSorted((one, other) => one.names - other.names)[0];

const noOperation = (status: number): Answers => ({
  responses: status >= 400 && status < 500 ? { [status]: { content: { 'application/problem+json': {} } } } : {},
  schemaOf: () => ['components', 'schemas', 'ProblemDto'],
});

/** Checks a text of JSON against the schema at a place of the document. */
const schemasOf = (document: OpenApi) => {
  // OpenAPI has words that JSON Schema does not know
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: ownFormats });
  formats.default(ajv);
  ajv.addSchema(closed(document), 'contract');
  return (text: string, at: readonly string[]): readonly string[] => {
    const validate = ajv.getSchema(`contract#/${at.map(escaped).join('/')}`);
    if (!validate) return [`there is no schema at ${at.join(' ')}`];
    return validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map(inWords);
  };
};

/** The document with every object closed that names its properties, so that one too many is noticed. */
const closed = (document: OpenApi): object =>
  JSON.parse(JSON.stringify(document), (_, part: unknown) =>
    typeof part === 'object' && part !== null && 'properties' in part && !('additionalProperties' in part)
      ? { ...part, additionalProperties: false }
      : part,
  );

/** As a step of a JSON pointer in an address. */
const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

const inWords = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || 'the whole'} ${message} ${JSON.stringify(params)}`;
