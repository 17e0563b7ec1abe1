/** What replaces a value that may not be logged. */
const censored = '[redacted]';

/** Fields whose values never reach a log, whatever they hold. */
const secretFields = new Set([
  'authorization',
  'cookie',
  'token',
  'password',
  'iin',
  'subjectiin',
  'fullname',
  'address',
  'identitydocument',
  'applicant',
  'familymembers',
  'representative',
]);

/** Numbers under these names may have twelve digits and are no IIN. */
const plainNumbers = new Set(['position', 'lag', 'minposition', 'time']);

/** Twelve digits standing alone, unless they end a uuid. */
const iinPattern = /(?<!\d)(?<![0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-)(\d{4})\d{4}(\d{4})(?!\d)/gi;

const bearerPattern = /\b(bearer\s+)[\w.~+/=-]+/gi;
const credentialsPattern = /\b([a-z][a-z+]*:\/\/)[^\s/]+@/gi;

const maxDepth = 6;

/** What may be an IIN, a token or a password; most texts hold none of it, and are told apart by this alone. */
const suspicious = /\d{12}|bearer|:\/\//i;

/** A text without IINs (`791028302728` becomes `7910****2728`), bearer tokens and passwords in addresses. */
export const redactText = (text: string): string =>
  suspicious.test(text)
    ? text.replace(iinPattern, '$1****$2').replace(bearerPattern, `$1${censored}`).replace(credentialsPattern, '$1***@')
    : text;

/** A copy fit for a log: secret fields censored, every text redacted, what lies deeper than six levels cut off. */
export const redact = (value: unknown, depth = 0): unknown => {
  switch (typeof value) {
    case 'string':
      return redactText(value);
    case 'number':
    case 'bigint':
      return redactNumber(value);
    case 'object':
      return value === null ? null : redactObject(value, depth);
    default:
      return value;
  }
};

const redactObject = (value: object, depth: number): unknown => {
  if (depth >= maxDepth) return '[deeper]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) copy[name] = redactField(name, item, depth + 1);
  return copy;
};

const redactField = (name: string, value: unknown, depth: number): unknown => {
  const key = name.toLowerCase();
  if (secretFields.has(key)) return censored;
  return typeof value === 'number' && plainNumbers.has(key) ? value : redact(value, depth);
};

const redactNumber = (value: number | bigint): number | string => {
  if (typeof value === 'number' && value < 1e11) return value;
  const text = String(value);
  return /^\d{12}$/.test(text) ? redactText(text) : typeof value === 'bigint' ? text : value;
};

const redactError = (error: Error, depth: number): object => ({
  type: error.name,
  message: redactText(error.message),
  stack: redactText(error.stack ?? ''),
  ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
});
