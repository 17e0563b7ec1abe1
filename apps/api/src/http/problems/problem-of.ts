import { HttpException } from '@nestjs/common';
import { CaseNotFound, ComplaintNotFound, OfficeNotYours, OfficeUnknown } from '@app/application';
import { Refusal, refusalIn, type Language } from '@app/domain';
import {
  ChainBroken,
  EventsTooLarge,
  IdempotencyKeyReused,
  NotTriable,
  Overloaded,
  PositionNotInLog,
  StaleRevision,
  StoresDiffer,
  StoreUnavailable,
  TooManyConflicts,
  UndecodableEvent,
} from '@app/event-store';
import { ProblemError, problemType, type Problem, type ProblemCode } from '@app/platform';
import { InvalidCursor, isReadModelsUnavailable, TooManyOpenDuties } from '@app/read-models';
import { VaultUnavailable } from '@app/vault';
import { problemIn } from './words/spoken.js';
import { accessProblem, AccessRefused } from '../access/access-words.js';

export type Answer = Readonly<{ problem: Problem; retryAfterSeconds: number | null }>;

/** The problem that a caller gets for an error, in their language; null where the error is ours and not theirs to know. */
export const problemOf = (error: unknown, language: Language = 'en'): Answer | null => {
  if (error instanceof AccessRefused) return accessProblem(error, language);
  if (error instanceof Refusal) return { problem: refused(error, language), retryAfterSeconds: null };
  const answer = error instanceof ProblemError ? error : (known(error) ?? foreign(error));
  return answer && inLanguage(answer, language);
};

const inLanguage = ({ problem, retryAfterSeconds }: Answer, language: Language): Answer => ({
  problem: problemIn(language, problem),
  retryAfterSeconds,
});

/** The answer where nothing better can be said. */
export const internalError: Answer = new ProblemError(
  'internal-error',
  'This was not your doing. The correlation id finds it in our log.',
);

/** The same in a language. */
export const internalErrorIn = (language: Language): Answer => inLanguage(internalError, language);

const refused = (refusal: Refusal, language: Language): Problem => {
  const { code, rule, paragraph, facts } = refusal;
  const { message, next } = refusalIn(language, refusal);
  const title = notCarriedOut[language];
  return { type: problemType(code), title, status: 409, detail: message, next, code, rule, paragraph, facts };
};

const notCarriedOut: Readonly<Record<Language, string>> = {
  en: 'Not carried out',
  ru: 'Не исполнено',
  kk: 'Орындалмады',
};

const known = (error: unknown): Answer | null => {
  const translation = translations.find(([kind]) => error instanceof kind);
  return translation && error instanceof Error ? translation[1](error) : null;
};

type Translation = readonly [new (...given: never[]) => Error, (error: Error) => ProblemError];

const translate = <E extends Error>(
  kind: new (...given: never[]) => E,
  into: (error: E) => ProblemError,
): Translation => [
  kind,
  // `known` calls it with instances of `kind` only
  (error) => into(error as E),
];

const tryAgain =
  (code: ProblemCode, detail: string) =>
  (cause: Error): ProblemError =>
    new ProblemError(code, detail, { retryAfterSeconds: 1, cause });

/** True whether it was recorded or not. */
const sendAgain = 'Send the same request with the same Idempotency-Key: it is carried out once.';

const translations: readonly Translation[] = [
  translate(
    CaseNotFound,
    () => new ProblemError('case-not-found', 'There is no such case, or it is not of your office.'),
  ),
  translate(
    ComplaintNotFound,
    () => new ProblemError('complaint-not-found', 'There is no such complaint, or it is not of your office.'),
  ),
  translate(OfficeNotYours, ({ message }) => new ProblemError('office-not-yours', message)),
  translate(
    OfficeUnknown,
    ({ message }) =>
      new ProblemError('fields-invalid', message, { errors: [{ path: 'officeId', message: 'names no office' }] }),
  ),
  translate(
    IdempotencyKeyReused,
    () => new ProblemError('idempotency-key-reused', 'This Idempotency-Key was sent before with another request.'),
  ),
  translate(
    NotTriable,
    () => new ProblemError('not-triable', 'This command cannot be tried: send it without `Prefer: validate-only`.'),
  ),
  translate(
    StaleRevision,
    ({ expected, actual }) =>
      new ProblemError(
        'revision-stale',
        `You saw revision ${expected}; ${actual < 0 ? 'there is none yet' : `it is at ${actual} now`}.`,
      ),
  ),
  translate(
    EventsTooLarge,
    () => new ProblemError('body-too-large', 'What would be recorded is larger than the log takes.'),
  ),
  translate(
    InvalidCursor,
    () =>
      new ProblemError('fields-invalid', 'The cursor is not one of this list.', {
        errors: [{ path: 'cursor', message: 'must be the nextCursor of this very list' }],
      }),
  ),
  translate(
    PositionNotInLog,
    ({ position }) =>
      new ProblemError('fields-invalid', 'The log has no event at this position: it was given by another log.', {
        errors: [{ path: 'after', message: `must be a position of this log: ${position} is none` }],
      }),
  ),
  translate(
    TooManyOpenDuties,
    ({ message }) =>
      new ProblemError('fields-invalid', 'So many duties cannot be put in the order of their shares.', {
        errors: [
          {
            path: 'officeId',
            message: `${message}: name an office, a rule or a route, or sort by due without minimumShare`,
          },
        ],
      }),
  ),
  translate(
    UndecodableEvent,
    ({ message, cause }) =>
      new ProblemError('event-unreadable', `The history cannot be read so far: ${message}.`, { cause }),
  ),
  translate(
    ChainBroken,
    (cause) => new ProblemError('event-unreadable', `The history cannot be relied on: ${cause.message}.`, { cause }),
  ),
  translate(
    StoresDiffer,
    ({ message }) => new ProblemError('stores-differ', `Nothing is answered: ${message}.`, { retryAfterSeconds: 60 }),
  ),
  translate(StoreUnavailable, tryAgain('store-unavailable', `The event store gave no answer. ${sendAgain}`)),
  translate(VaultUnavailable, tryAgain('store-unavailable', `The key store gave no answer. ${sendAgain}`)),
  translate(TooManyConflicts, tryAgain('stream-contended', 'Others keep writing to this case; nothing was recorded.')),
  translate(Overloaded, tryAgain('overloaded', 'More commands wait than can be taken on; nothing was recorded.')),
];

/** Errors of the driver of MongoDB, and of Fastify, most of which Nest hands on with nothing but their status. */
const foreign = (error: unknown): Answer | null => {
  if (!(error instanceof Error)) return null;
  if (isReadModelsUnavailable(error)) return tryAgain('store-unavailable', 'The read models cannot be reached.')(error);
  const told = byStatus.get(error instanceof HttpException ? error.getStatus() : statusIn(error));
  return told ? new ProblemError(...told) : null;
};

const statusIn = (error: Error): unknown => ('statusCode' in error ? error.statusCode : null);

const byStatus: ReadonlyMap<unknown, readonly [ProblemCode, string]> = new Map([
  [400, ['request-unreadable', 'The address or the headers cannot be read.']],
  // What serves files for /docs forbids addresses that lead out of its folder
  [403, ['route-not-found', 'Nothing is at this address.']],
  [404, ['route-not-found', 'Nothing is at this address.']],
  [413, ['body-too-large', 'A body may weigh one megabyte (1,048,576 bytes).']],
  [416, ['request-unreadable', 'The range that is asked for is not in the file.']],
  [414, ['address-too-long', 'A part of the address is too long.']],
  [415, ['content-type-unsupported', 'Send application/json.']],
]);
