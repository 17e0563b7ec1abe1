import type { Shape } from '../http/fields/extent.js';
import { closingTitles } from './titles/of-closing.js';
import { complaintTitles } from './titles/of-complaints.js';
import { decidingTitles } from './titles/of-deciding.js';
import { filingTitles } from './titles/of-filing.js';
import { personTitles } from './titles/of-persons.js';
import type { FieldTitle, FieldTitles } from './titles/field-title.js';

/** What every field of a body is called. */
export const fieldTitles: FieldTitles = {
  ...personTitles,
  ...filingTitles,
  ...decidingTitles,
  ...closingTitles,
  ...complaintTitles,
};

/** What a field of a shape is called: there, in what it extends, or wherever it stands. Null where nobody gave it a title. */
export const titleOf = (shape: Shape, name: string): FieldTitle | null => {
  const own = linesOf(shape).map((line) => fieldTitles[`${line.name}.${name}`]);
  return own.find((title) => title !== undefined) ?? fieldTitles[name] ?? null;
};

/** The shape, and those that it extends. */
const linesOf = (shape: Shape): readonly Shape[] => {
  const parent: unknown = Object.getPrototypeOf(shape);
  // what a class extends is a class
  return typeof parent === 'function' && parent.name !== '' ? [shape, ...linesOf(parent as Shape)] : [shape];
};
