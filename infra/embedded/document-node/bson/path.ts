import { Type } from './types.js';
import { Elements, fieldOf, type Value } from './value.js';

/** A dotted path to a field. */
export type FieldPath = Readonly<{
  text: string;
  names: readonly Buffer[];
  /** Per name: the array index it may stand for, or -1. */
  indexes: readonly number[];
}>;

export const fieldPath = (text: string): FieldPath => {
  const parts = text.split('.');
  return {
    text,
    names: parts.map((part) => Buffer.from(part)),
    indexes: parts.map((part) => (/^(0|[1-9]\d*)$/.test(part) ? Number(part) : -1)),
  };
};

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
 * Whether any value that the path leads to passes the test, with arrays on the way walked into as MongoDB does: an array of
 * documents stands for each of them, a number in a path also for an index, and where `intoLeaf` is set an array at the
 * end stands for each of its items and for itself.
 */
export const someLeaf = (document: Value, path: FieldPath, intoLeaf: boolean, test: LeafTest): boolean =>
  someFrom({ path, intoLeaf, test }, document, 0);

type Walk = Readonly<{ path: FieldPath; intoLeaf: boolean; test: LeafTest }>;

const someFrom = (walk: Walk, document: Value, from: number): boolean => {
  const { value, next } = reach(document.bytes, document.at, walk.path, from);
  if (value === undefined || value.type !== Type.array) return walk.test(value);
  if (next === walk.path.names.length && !walk.intoLeaf) return walk.test(value);
  return someInArray(walk, value, next);
};

const someInArray = (walk: Walk, array: Value, next: number): boolean => {
  const atEnd = next === walk.path.names.length;
  const elements = new Elements(array.bytes, array.at);
  for (let index = 0; elements.next(); index += 1) {
    const item = elements.value;
    if (atEnd ? walk.test(item) : someInItem(walk, item, { next, index })) return true;
  }
  return atEnd && walk.test(array);
};

const someInItem = (walk: Walk, item: Value, where: { next: number; index: number }): boolean => {
  if (item.type === Type.object && someFrom(walk, item, where.next)) return true;
  if (walk.path.indexes[where.next] !== where.index) return false;
  const after = where.next + 1;
  if (after === walk.path.names.length) return walk.test(item);
  if (item.type === Type.object) return someFrom(walk, item, after);
  return item.type === Type.array && someInArray(walk, item, after);
};
