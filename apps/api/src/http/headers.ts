import { holdsIin } from '@app/domain';
import { fieldInvalid, ProblemError } from '@app/platform';

/** The header's value; null where it is absent. Throws a problem 400 where it came more than once. */
export const headerOf = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  name: string,
): string | null => {
  const value = headers[name];
  if (Array.isArray(value)) throw new ProblemError('header-invalid', `${name} is given more than once.`);
  return value ?? null;
};

/** Whether a name that a caller gives holds an IIN; in a uuid, twelve digits are chance. */
export const namesPerson = (text: string): boolean => !uuid.test(text) && holdsIin(text);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `Idempotency-Key`: 1 to 200 visible ASCII characters without an IIN, as ids of events are made of it. */
export const idempotencyKeyIn = (text: string | null): string | null => {
  if (text !== null && namesPerson(text))
    throw new ProblemError('header-invalid', 'Idempotency-Key must not hold the IIN of a person.');
  if (text === null || /^[\x21-\x7e]{1,200}$/.test(text)) return text;
  throw new ProblemError('header-invalid', 'Idempotency-Key must be 1 to 200 visible ASCII characters.');
};

/** `If-Match: "<revision>"`. */
export const revisionIn = (text: string | null): number | null => {
  if (text === null) return null;
  const digits = /^"(\d{1,15})"$/.exec(text)?.[1];
  if (digits === undefined)
    throw new ProblemError('header-invalid', 'If-Match must be a revision in quotes, such as "3".');
  return Number(digits);
};

/** `X-Min-Position`: a log position. Throws a problem 422 where it is there and empty. */
export const positionIn = (text: string | null): number | null => {
  if (text === null) return null;
  if (text.trim() === '') throw positionInvalid('must not be empty: leave it out, or give a log position');
  if (/^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new ProblemError('header-invalid', 'X-Min-Position must be a log position, as X-Log-Position gave it.');
};

/** A problem 422 about the position that an answer must include, by the name under which it was asked for. */
export const positionInvalid = (message: string, path = 'X-Min-Position'): ProblemError =>
  fieldInvalid(path, message, `${path} ${message}.`);

/**
 * Whether `Prefer` asks only what the command would do: `validate-only`. Throws a problem 400 where that has a value: whoever says so
 * means no command that is carried out.
 */
export const dryRunIn = (text: string | null): boolean => {
  const asked = preferencesIn(text).filter((one) => /^"?validate-only\b/i.test(one));
  if (asked.every((one) => /^validate-only$/i.test(one))) return asked.length > 0;
  throw new ProblemError('header-invalid', 'Prefer: validate-only takes no value.');
};

const preferencesIn = (text: string | null): readonly string[] => (text ?? '').split(/[,;]/).map((part) => part.trim());

/** The seconds of `Prefer: wait=<seconds>`, 0 where it is absent; other preferences are passed over. */
export const waitIn = (text: string | null): number => {
  const preference = preferencesIn(text).find((part) => /^wait\s*=/i.test(part));
  if (preference === undefined) return 0;
  const seconds = /^wait\s*=\s*(\d{1,2})$/i.exec(preference)?.[1];
  if (seconds === undefined || Number(seconds) > 10) {
    throw new ProblemError('header-invalid', 'Prefer: wait takes whole seconds from 0 to 10.');
  }
  return Number(seconds);
};
