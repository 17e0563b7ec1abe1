import { isUtf8 } from 'node:buffer';
import { ProblemError } from '@app/platform';

/** 1 MB: what a body may weigh. */
export const maxBodyBytes = 1_048_576;

/** No shape of the contract nests deeper than six. */
const maxDepth = 16;

/** A body of one megabyte may hold half a million values; checking each against a shape would hold up everybody else. */
const maxValues = 20_000;

/** Reads a body. Throws a problem 400 where it is not UTF-8, not JSON, nests too deep or holds too much. */
export const parseJsonBody = (body: Buffer): unknown => {
  if (!isUtf8(body)) throw new ProblemError('body-unreadable', 'The body is not UTF-8.');
  const value = parse(body.toString('utf8'));
  checkExtent(value);
  return value;
};

/** The engine's own message quotes the text, which may be somebody's data: it is not passed on. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('body-unreadable', 'The body is not JSON.');
  }
};

/** Walks level by level without recursion, so that no depth can exhaust the stack. */
const checkExtent = (root: unknown): void => {
  let level = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > maxDepth) throw new ProblemError('body-unreadable', `The body nests deeper than ${maxDepth}.`);
    if (values > maxValues) throw new ProblemError('body-unreadable', `The body holds more than ${maxValues} values.`);
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) next.push(item);
    }
    level = next;
  }
};
