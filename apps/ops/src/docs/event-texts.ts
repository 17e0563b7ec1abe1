import type { Node } from 'typescript/unstable/ast';
import { TypeFlags, type Checker, type Symbol as TypeSymbol, type Type } from 'typescript/unstable/sync';
import { writtenType } from './written-type.js';

/**
 * Every place in a type where any text may stand, as a path like those of event schemas (`*` for each item of a list): what is a string, and
 * neither one of some words nor a day or an instant by the name of its type.
 */
export const textsIn = (type: Type, checker: Checker, at: Node): readonly string[] =>
  found(type, { checker, at, written: null }, '');

type Place = Readonly<{ checker: Checker; at: Node; written: string | null }>;

const found = (type: Type, place: Place, path: string): readonly string[] => {
  const { checker, written } = place;
  if ((type.flags & TypeFlags.String) !== 0) return isDated(written) ? [] : [path];
  if (type.isUnionType()) return [...new Set((type.getTypes() ?? []).flatMap((one) => found(one, place, path)))];
  if (checker.isArrayType(type)) {
    // What is an array has the type of its items.
    const [item] = checker.getTypeArguments(type as Parameters<Checker['getTypeArguments']>[0]);
    return item === undefined ? [] : found(item, place, `${path}.*`);
  }
  if ((type.flags & (TypeFlags.Object | TypeFlags.Intersection)) === 0) return [];
  return checker.getPropertiesOfType(type).flatMap((member) => inMember(member, place, path));
};

const inMember = (member: TypeSymbol, { checker, at }: Place, path: string): readonly string[] => {
  const type = checker.getTypeOfSymbolAtLocation(member, at);
  return found(
    type,
    { checker, at, written: writtenType(member) },
    path === '' ? member.name : `${path}.${member.name}`,
  );
};

/** By how its type was written, as a day and an instant are texts to the compiler. */
const isDated = (written: string | null): boolean => /\b(LocalDate|InstantString)\b/.test(written ?? '');
