/** Problems of the HTTP contract that are not the refusal of a rule: code, status, title. Codes are for ever. */
export const problemKinds = {
  'request-unreadable': [400, 'The request cannot be read'],
  'body-unreadable': [400, 'The body cannot be read'],
  'header-invalid': [400, 'A header cannot be used'],
  'token-missing': [401, 'A token is needed'],
  'token-invalid': [401, 'The token is not accepted'],
  'permission-missing': [403, 'Your role may not do this'],
  'office-not-yours': [403, 'This belongs to another office'],
  'route-not-found': [404, 'There is nothing at this address'],
  'case-not-found': [404, 'There is no such case'],
  'complaint-not-found': [404, 'There is no such complaint'],
  'complaint-not-decided': [404, 'The complaint is not decided'],
  'duty-not-found': [404, 'The case has no such duty'],
  'record-not-found': [404, 'There is no such record'],
  'dataset-not-found': [404, 'There is no such dataset'],
  'paragraph-not-found': [404, 'There is no such paragraph'],
  'form-not-found': [404, 'There is no such form'],
  'projection-not-found': [404, 'There is no such projection'],
  'nothing-held-back': [404, 'Nothing of this case is held back'],
  'log-resource-not-found': [404, 'The proof log has no such part'],
  'calendar-not-found': [404, 'There is no calendar for this year'],
  'method-not-allowed': [405, 'This address has no such method'],
  'revision-stale': [412, 'Someone wrote first'],
  'body-too-large': [413, 'The body is too large'],
  'address-too-long': [414, 'The address is too long'],
  'content-type-unsupported': [415, 'The content type is not supported'],
  'fields-invalid': [422, 'Some fields are not valid'],
  'purpose-missing': [422, 'Say why you look'],
  'purpose-refused': [422, 'This purpose cannot be put on record'],
  'idempotency-key-reused': [422, 'The idempotency key was used for another request'],
  'not-triable': [422, 'This cannot be tried'],
  'too-many-requests': [429, 'Too many requests at once'],
  'headers-too-large': [431, 'The headers are too large'],
  'event-unreadable': [500, 'This version cannot read an event'],
  'internal-error': [500, 'Something went wrong on our side'],
  'stream-contended': [503, 'Too many are writing to this case'],
  overloaded: [503, 'Too much is asked of the service at once'],
  'outcome-unknown': [503, 'It is not known whether this was carried out'],
  'head-awaited': [503, 'The proof log has not signed for these events yet'],
  'projection-behind': [503, 'What you asked to see is not there yet'],
  'store-unavailable': [503, 'The store cannot be reached'],
  'stores-differ': [503, 'Log and read models do not belong together'],
  'access-not-recorded': [503, 'It cannot be put on record who looks'],
  'issuer-unavailable': [503, 'The issuer of tokens cannot be reached'],
  'shutting-down': [503, 'The service is stopping'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof problemKinds;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemKinds, code);

export type FieldError = Readonly<{ path: string; message: string }>;

/** An answer of `application/problem+json` (RFC 9457). */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Stable for ever; for machines. */
  code: string;
  /** Where a rule refused: the row of docs/law/rules.md, the paragraph of the Order (null for a guard of ours), what the rule saw, and what to do now. */
  rule?: string | null;
  paragraph?: string | null;
  next?: string;
  facts?: Readonly<Record<string, unknown>>;
  /** Where fields are not valid: each with its path. */
  errors?: readonly FieldError[];
  /** Where a permission is missing: its name. */
  permission?: string;
  /** The roles that have it. */
  roles?: readonly string[];
  /** Where an address has no such method: those that it has. */
  allow?: readonly string[];
  /** Where somebody wrote first: the revision now, and what was written since the one that was seen, by whom. */
  revision?: number;
  since?: readonly Readonly<{ revision: number; type: string; recordedAt: string; actor: string }>[];
  /** Where a projection is behind: how far. */
  lag?: unknown;
  correlationId?: string;
}>;

type ProblemExtras = Pick<Problem, 'errors' | 'permission' | 'roles' | 'allow' | 'lag' | 'revision' | 'since'> &
  Readonly<{ retryAfterSeconds?: number; cause?: unknown }>;

/** Thrown to answer with a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;

  constructor(code: ProblemCode, detail: string, { retryAfterSeconds, cause, ...extras }: ProblemExtras = {}) {
    super(detail, { cause });
    const [status, title] = problemKinds[code];
    this.problem = { type: problemType(code), title, status, detail, code, ...extras };
    this.retryAfterSeconds = retryAfterSeconds ?? null;
  }
}

/** A problem 422 about one field. */
export const fieldInvalid = (
  path: string,
  message: string,
  detail = 'See errors: each names a field by its path.',
): ProblemError => new ProblemError('fields-invalid', detail, { errors: [{ path, message }] });

/** The `type` of a problem: a name, not an address. */
export const problemType = (code: string): string => `urn:shanyraq:problem:${code}`;
