/** Thrown where a value has no canonical form: `undefined`, NaN, an infinity, a bigint, a function, a lone surrogate, an object that is not plain, a cycle. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

/**
 * The one text of a JSON value after RFC 8785: members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them. Throws `NotCanonical`, naming the path, for what JSON cannot say exactly.
 */
export const canonicalJson = (value: unknown): string => {
  try {
    return write(value, 0);
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error;
    const place = error.path.length === 0 ? 'the top' : `/${error.path.slice(0, 8).join('/')}`;
    throw new NotCanonical(`no canonical JSON for ${error.what} at ${place}`);
  }
};

/** What cannot be written, and on its way up where it stands. */
class Unsayable extends Error {
  path: readonly (string | number)[] = [];
  constructor(readonly what: string) {
    super(what);
  }
}

/** Deeper than any event: what goes deeper refers to itself. */
const deepest = 512;

const write = (value: unknown, depth: number): string => {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : writeNested(value, depth);
    default:
      throw new Unsayable(typeof value);
  }
};

const writeNumber = (value: number): string => {
  if (!Number.isFinite(value)) throw new Unsayable(String(value));
  return JSON.stringify(value);
};

/** All but what stands in JSON as it is: quotes, backslashes, control characters, surrogates. */
const special = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;
const loneSurrogate = /[\ud800-\udfff]/u;

const writeString = (value: string): string => {
  if (!special.test(value)) return `"${value}"`;
  if (loneSurrogate.test(value)) throw new Unsayable('a lone surrogate');
  return JSON.stringify(value);
};

const writeNested = (value: object, depth: number): string => {
  if (depth === deepest) throw new Unsayable(`nesting deeper than ${deepest} (a cycle?)`);
  return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
};

const writeArray = (items: readonly unknown[], depth: number): string => {
  let text = '[';
  let index = 0;
  try {
    // By index, so that a hole in the array is met as undefined and refused.
    for (; index < items.length; index += 1) text += (index === 0 ? '' : ',') + write(items[index], depth + 1);
  } catch (error) {
    throw below(index, error);
  }
  return `${text}]`;
};

/** Sorts by UTF-16 code units, as the RFC asks and as `sort` does without a comparison. */
const writeObject = (value: object, depth: number): string => {
  if (!isPlain(value)) throw new Unsayable('an object that is not plain');
  let text = '{';
  let at = '';
  try {
    for (at of Object.keys(value).sort()) {
      text += `${text.length === 1 ? '' : ','}${writeString(at)}:${write(value[at], depth + 1)}`;
    }
  } catch (error) {
    throw below(at, error);
  }
  return `${text}}`;
};

/** Plain objects of any realm: test runners and workers bring their own `Object`. */
const isPlain = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const below = (step: string | number, error: unknown): unknown => {
  if (error instanceof Unsayable) error.path = [step, ...error.path];
  return error;
};
