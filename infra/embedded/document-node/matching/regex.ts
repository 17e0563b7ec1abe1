import { badValue, notImplemented } from '../errors.js';
import { compareToKey, keyOf, tagOf } from '../bson/key.js';
import type { LeafTest } from '../bson/path.js';
import { Type } from '../bson/types.js';
import { nameEnd, textOf, type Value } from '../bson/value.js';
import { pointInterval, prefixInterval, union, type Intervals } from './intervals.js';

/** `intervals` is absent where a match may lie anywhere. */
type RegexTest = Readonly<{ test: LeafTest; intervals?: Intervals }>;

/** The test of a regular expression value: texts that match it, and the same expression as a value. */
export const regexTest = (value: Value): RegexTest => {
  const patternEnd = nameEnd(value.bytes, value.at);
  const pattern = value.bytes.toString('utf8', value.at, patternEnd);
  const { test, intervals } = patternTest(pattern, value.bytes.toString('utf8', patternEnd + 1, value.end - 1));
  const key = keyOf(value);
  return {
    test: (other) => test(other) || (other?.type === Type.regex && compareToKey(other, key) === 0),
    ...(intervals && { intervals: union([...intervals, pointInterval(key)]) }),
  };
};

/**
 * The test of a pattern with options, on texts. Only what means the same in PCRE and JavaScript is taken: literals, escaped
 * punctuation, `.`, `\d`, `\w`, simple classes, groups, alternatives, quantifiers, `^` and `$`; options i and s. The rest is refused (238).
 */
export const patternTest = (pattern: string, options: string): RegexTest => {
  for (const option of options)
    if (option !== 'i' && option !== 's') throw notImplemented(`the regular expression option '${option}'`);
  const expression = compile(translate(pattern, options.includes('s')), options.includes('i') ? 'iu' : 'u');
  const intervals = options === '' ? startIntervals(pattern) : undefined;
  return {
    test: (value) => value?.type === Type.string && expression.test(textOf(value)),
    ...(intervals && { intervals }),
  };
};

const compile = (source: string, flags: string): RegExp => {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw badValue(`Regular expression is invalid: ${String(error)}`);
  }
};

const tokens =
  /\\[dw]|\\[^A-Za-z0-9]|\[\^?(?:\\[dw\]\\^-]|[^[\]\\])+\]|\(\?:|[().^$|*+?]|\{\d+(?:,\d*)?\}|[^\\[\](){}.^$|*+?]/suy;

/** The JavaScript form of a pattern, token by token. */
const translate = (pattern: string, dotAll: boolean): string => {
  let source = '';
  tokens.lastIndex = 0;
  while (tokens.lastIndex < pattern.length) {
    const at = tokens.lastIndex;
    const token = tokens.exec(pattern)?.[0];
    if (token === undefined) throw notImplemented(`the regular expression part '${pattern.slice(at, at + 8)}'`);
    source += translateToken(token, dotAll);
  }
  return source;
};

const translateToken = (token: string, dotAll: boolean): string => {
  if (token === '.') return dotAll ? '[^]' : String.raw`[^\n]`;
  // PCRE's $ also matches before a line break at the very end.
  if (token === '$') return String.raw`(?=\n?$)`;
  if (/^\\[^dw]$/su.test(token)) return escapeLiteral(token.slice(1));
  return token;
};

const escapeLiteral = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** Where texts lie that can match: a literal start counts where nothing makes its last letter optional or offers an alternative. */
const startIntervals = (pattern: string): Intervals | undefined => {
  const prefix = /^\^([A-Za-z0-9 _:@/-]+)(?![*?{])/u.exec(pattern)?.[1];
  if (prefix === undefined || pattern.includes('|')) return undefined;
  return [prefixInterval(Buffer.concat([Buffer.from([tagOf(Type.string)]), Buffer.from(prefix)]))];
};
