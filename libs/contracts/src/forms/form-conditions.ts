import type { Shape } from '../http/fields/extent.js';
import { needOf, type Need } from '../http/fields/needed.js';

/** `if` one field says this, `then` another is needed, `else` it may have no place: one for each field that depends on another. */
export const conditionsOf = (shape: Shape, names: readonly string[]): Readonly<{ allOf?: readonly object[] }> => {
  const allOf = names.flatMap((name) => ruleOf(name, needOf(shape, name)));
  return allOf.length > 0 ? { allOf } : {};
};

const ruleOf = (name: string, need: Need | null): readonly object[] => {
  if (need === null || need.where === null) return [];
  const { where, needed, only } = need;
  return [
    {
      if: { properties: { [where.field]: { enum: where.words } }, required: [where.field] },
      // null is as good as absent, and neither will do
      // eslint-disable-next-line unicorn/no-thenable -- the word of JSON Schema; nobody awaits it
      ...(needed && { then: { required: [name], properties: { [name]: { not: { type: 'null' } } } } }),
      ...(only && { else: { properties: { [name]: { type: 'null' } } } }),
    },
  ];
};
