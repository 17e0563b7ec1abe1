import type { Value } from '../bson/value.js';
import type { Editable } from './editable.js';

/** One change to a document; `inserting` is true while an upsert makes a new one. */
export type Modifier = (document: Editable, inserting: boolean) => void;

/** What an operator does at a path (its names) with its operand. */
export type Operator = (names: readonly string[], operand: Value) => Modifier;
