import { Refusal } from '../refusal.js';

type Gates = readonly (() => unknown)[];
type Given<All extends Gates> = { readonly [Place in keyof All]: ReturnType<All[Place]> };

/**
 * Asks gates of which none rests on another, and gives what each gives. Throws the refusal of the first that says no, with those of
 * the others beside it. What rests on an earlier gate stands in a statement after it instead.
 */
export const together = <All extends Gates>(...gates: All): Given<All> => {
  const refused: Refusal[] = [];
  const given = gates.map((gate) => {
    try {
      return gate();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused.push(error);
    }
  });
  throwTogether(refused);
  // none was refused, so that each place holds what its gate gave
  return given as unknown as Given<All>;
};

/** Throws the first of several refusals with the others beside it; nothing where there is none. */
export const throwTogether = (refusals: readonly Refusal[]): void => {
  const [first, ...beside] = distinct(refusals.flatMap(everyRefusal));
  if (first) throw beside.length === 0 ? first : new Refusal({ ...first, message: first.message, beside });
};

/** A refusal and those beside it. */
export const everyRefusal = (refusal: Refusal): readonly Refusal[] => [
  refusal.beside.length === 0 ? refusal : new Refusal({ ...refusal, message: refusal.message, beside: [] }),
  ...refusal.beside,
];

/** Two gates may ask the same. */
const distinct = (refusals: readonly Refusal[]): readonly Refusal[] =>
  [...new Map(refusals.toReversed().map((one) => [JSON.stringify([one.code, one.facts]), one])).values()].toReversed();
