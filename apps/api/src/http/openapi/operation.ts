import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];
type Responses = NonNullable<Operation['responses']>;
type Place = Readonly<{ method: 'get' | 'post'; path: string }>;

/** What every operation of a kind has: headers, answers, problems, the token. Routes say only what is their own. */
export const completeOperation = (operation: Operation, place: Place): Operation => {
  if (!('x-permission' in operation)) return completeOpen(operation, place);
  const command = isCommand(operation, place);
  return {
    ...operation,
    security: [{ token: [] }],
    parameters: [
      ...(operation.parameters ?? []),
      ...(speaks(operation) ? [languageHeader] : []),
      ...(command ? commandHeaders : queryHeaders),
      ...(command && isTriable(place) ? [dryRunHeader] : []),
    ],
    responses: {
      ...answersOf(operation, place),
      ...problems(command ? commandProblems : queryProblems(operation, place)),
    },
  };
};

const completeOpen = (operation: Operation, { method, path }: Place): Operation => {
  const ofDevelopment = path.startsWith('/dev/') && {
    404: 'It is not there: in production, and where another issuer of tokens is configured.',
    ...(method === 'post' && { 400: 'The body cannot be read.', ...bodyProblems }),
  };
  const told = 'x-permission-where-closed' in operation ? closableProblems : { ...openProblems, ...ofDevelopment };
  return { ...operation, responses: { ...operation.responses, ...problems(told) } };
};

const answersOf = (operation: Operation, { method, path }: Place): Responses =>
  method === 'post' && !saysItsAnswer(operation) ? commandAnswers({ method, path }) : (operation.responses ?? {});

const isCommand = (operation: Operation, { method }: Place): boolean =>
  method === 'post' && (!saysItsAnswer(operation) || 'x-command' in operation);

/** What may be asked of a case or a complaint without being done. */
const isTriable = ({ path }: Place): boolean => /^\/api\/v1\/(cases|complaints)(\/|$)/.test(path);

/** Commands answer alike and declare nothing, but for those with `x-command`; other routes say what they answer. */
const saysItsAnswer = ({ responses = {} }: Operation): boolean =>
  Object.values(responses).some(
    (response) => typeof response === 'object' && response !== null && 'content' in response,
  );

/** Whether its answer speaks to people in the language that they ask for. */
const speaks = ({ parameters = [] }: Operation): boolean =>
  parameters.some((one) => 'name' in one && one.name === 'lang');

const header = (name: string, description: string, schema: object = { type: 'string' }): Parameter => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
});

const commandHeaders: readonly Parameter[] = [
  header(
    'Idempotency-Key',
    'Names this command. Sent again with the same key and body, it is carried out once and answered as the first time.',
    {
      type: 'string',
      pattern: '^[!-~]{1,200}$',
    },
  ),
  header(
    'If-Match',
    'The revision that the caller saw, in quotes. The command is refused with 412 where somebody wrote since. Absent: no check.',
    {
      type: 'string',
      pattern: '^"\\d{1,15}"$',
    },
  ),
  header(
    'X-Correlation-Id',
    'An id of yours for this request, kept in the log and in the events. Absent: one is made.',
  ),
];

const dryRunHeader: Parameter = header(
  'Prefer',
  '`validate-only`: tells what the command would do and everything that stands in its way (200, `Preference-Applied`), and writes nothing. `Idempotency-Key` has no part in it; `If-Match` has. Absent: it is carried out.',
);

const queryHeaders: readonly Parameter[] = [
  header(
    'X-Min-Position',
    'Asks for an answer that includes the log up to this position, as a command gave it in `X-Log-Position`. Else the answer is 503 `projection-behind`.',
    {
      type: 'integer',
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
    },
  ),
  header('Prefer', '`wait=<seconds>`: how long to wait for that position, at most 10. Absent: no wait.'),
];

const languageHeader: Parameter = header(
  'Accept-Language',
  'The languages that the caller reads, by RFC 9110: `en`, `ru` or `kk`. `lang` comes before it. What cannot be read is passed over. Absent: English.',
);

const commandAnswers = (place: Place): Responses => {
  if (!isTriable(place)) return { 200: carriedOut };
  return isFiling(place) ? { 201: filed(), 200: tried } : { 200: carriedOutOrTried };
};

const isFiling = ({ path }: Place): boolean => path.endsWith('/cases') || path.endsWith('/complaints');

const carriedOut = {
  description: 'The command was carried out, now or at the first time that it was sent.',
  headers: {
    ETag: { description: 'The new revision, in quotes, for `If-Match`.', schema: { type: 'string' } },
    'Idempotency-Replayed': {
      description: '`true` where the command was carried out at an earlier time that it was sent.',
      schema: { type: 'string' },
    },
    'X-Log-Position': {
      description: 'The position of what was written, for `X-Min-Position`.',
      schema: { type: 'integer' },
    },
  },
  content: { 'application/json': { schema: { $ref: '#/components/schemas/CommandAnswerDto' } } },
} as const;

const filed = () => ({
  ...carriedOut,
  headers: { ...carriedOut.headers, Location: { description: 'Where to read it.', schema: { type: 'string' } } },
});

const dryRunHeaders = {
  'Preference-Applied': {
    description: '`validate-only`, where the command was only tried.',
    schema: { type: 'string' },
  },
} as const;

const tried = {
  description: 'The command was only tried, as `Prefer: validate-only` asks: what it would do. Nothing was written.',
  headers: dryRunHeaders,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/DryRunDto' } } },
} as const;

const carriedOutOrTried = {
  description: `${carriedOut.description} With \`Prefer: validate-only\`: what it would do; nothing was written.`,
  headers: { ...carriedOut.headers, ...dryRunHeaders },
  content: {
    'application/json': {
      schema: {
        anyOf: [{ $ref: '#/components/schemas/CommandAnswerDto' }, { $ref: '#/components/schemas/DryRunDto' }],
      },
    },
  },
};

const problems = (told: Readonly<Record<string, string>>): Responses =>
  Object.fromEntries(
    Object.entries(told).map(([status, description]) => [
      status,
      {
        description,
        headers: { 'Content-Language': { $ref: '#/components/headers/ContentLanguage' } },
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
      },
    ]),
  );

/** Headers that answers of many operations have. */
export const sharedHeaders = {
  ContentLanguage: {
    description: 'The language of `title`, `detail`, `next` and of what is wrong with each field.',
    schema: { type: 'string' },
  },
} as const;

const commonProblems = {
  400: 'The address, a header or the body cannot be read.',
  401: 'There is no token, or it is not accepted.',
  403: 'The caller lacks the permission that `permission` names.',
  404: 'There is no such thing, or it belongs to another office.',
  414: 'A part of the address is too long.',
  422: 'Fields or parameters are not valid: `errors` names each. Or the idempotency key was used for another request.',
  429: 'The process answers too many requests already. Send it again later.',
  503: 'A store cannot be reached, or the read models are behind. Send it again after `Retry-After` seconds.',
};

const bodyProblems = {
  413: 'The body is larger than one megabyte.',
  415: 'The body is not application/json.',
};

const refusedByRule = {
  409: 'Not carried out: a rule says no, or a guard of the system. `code`, `rule`, `paragraph` and `facts` say which and why, `detail` and `next` say it in the language asked for.',
};

/** What is posted may have a body; what is supposed in one may be refused by a rule. */
const queryProblems = ({ requestBody }: Operation, { method }: Place) => ({
  ...commonProblems,
  ...(method === 'post' && bodyProblems),
  ...(requestBody !== undefined && refusedByRule),
});

const commandProblems = {
  ...commonProblems,
  ...refusedByRule,
  ...bodyProblems,
  412: 'Somebody wrote after the revision in `If-Match`: `revision` is what it is now, `since` who recorded what. Read again before you write.',
};

/** Of what is open to everybody unless the installation has closed it. */
const closableProblems = {
  401: 'It is not open to everybody here, and there is no token, or it is not accepted.',
  403: 'It is not open to everybody here, and the caller lacks the permission.',
  404: 'There is no such thing.',
  414: 'A part of the address is too long.',
  422: 'A query parameter is not known.',
  503: 'A store cannot be reached. Send it again after `Retry-After` seconds.',
};

const openProblems = { 422: 'A query parameter is not known, or a field is not valid.' };
