import { notImplemented } from '../errors.js';
import { Elements, fieldOf, Type, type Value } from './value.js';

/** A dotted path to a field. */
export type FieldPath = Readonly<{ text: string; names: readonly Buffer[] }>;

export const fieldPath = (text: string): FieldPath => ({
  text,
  names: text.split('.').map((name) => Buffer.from(name)),
});

/** Whether a name on a path may mean an item of an array by its number. */
export const isNumber = (name: string): boolean => /^\d+$/u.test(name);

/** Where a walk down a path ended: at the value (`next` = number of names), at an array on the way, or nowhere. */
export type Reached = Readonly<{ value: Value | undefined; next: number }>;

/** Walks down objects from the document at `at`, until the path ends, an array lies in the way or a field is missing. */
export const reach = (bytes: Buffer, at: number, path: FieldPath, from = 0): Reached => {
  let documentAt = at;
  for (let i = from; i < path.names.length; i += 1) {
    // The loop's bound is the length of names.
    const value = fieldOf(bytes, documentAt, path.names[i] as Buffer);
    const last = i + 1 === path.names.length;
    if (value === undefined) return missing;
    if (last || value.type === Type.array) return { value, next: i + 1 };
    if (value.type !== Type.object) return missing;
    documentAt = value.at;
  }
  return missing;
};

const missing: Reached = { value: undefined, next: -1 };

/** Asked about each value that a path leads to; undefined stands for a missing one. Answers true to stop: this one matches. */
export type LeafTest = (value: Value | undefined) => boolean;

/**
 * Whether any value that the path leads to passes the test. Arrays are walked into as MongoDB does: one of documents on the way stands
 * for each of them, one at the end for each of its items and for itself. Throws NotImplemented (238) where the path names an item by
 * its number.
 */
export const someLeaf = (document: Value, path: FieldPath, test: LeafTest, from = 0): boolean => {
  const { value, next } = reach(document.bytes, document.at, path, from);
  if (value === undefined || value.type !== Type.array) return test(value);
  const name = path.names[next];
  if (!name) return someItem(value, test) || test(value);
  if (isNumber(name.toString())) throw notImplemented(`the path ${path.text} to an item of an array by its number`);
  return someItem(value, (item) => item.type === Type.object && someLeaf(item, path, test, next));
};

const someItem = (array: Value, test: (item: Value) => boolean): boolean => {
  const elements = new Elements(array.bytes, array.at);
  while (elements.next()) if (test(elements.value)) return true;
  return false;
};
