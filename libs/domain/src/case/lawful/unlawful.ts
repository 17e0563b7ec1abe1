import { knownAcceptance } from '../../duties/known-acceptance.js';
import type { Refusal } from '../../refusal.js';
import type { CaseSettings } from '../case.settings.js';
import { type CaseState, isSubmitted, type SubmittedCase } from '../case.state.js';
import type { Check, Ground } from './check.js';
import { contentsOfLaw } from './contents-of-law.js';
import { daysOfLaw } from './days-of-law.js';
import { factsInOrder } from './facts-in-order.js';
import { instalmentsOfLaw } from './instalments-of-law.js';
import { packageOfLaw } from './package-of-law.js';
import { timesOfPapers } from './times-of-papers.js';
import { throwTogether } from '../../refusals/together.js';

const checks: readonly Check[] = [
  ...daysOfLaw,
  ...factsInOrder,
  ...contentsOfLaw,
  ...packageOfLaw,
  ...instalmentsOfLaw,
  ...timesOfPapers,
];

/** What a case is judged by: with the day of acceptance as it is known. */
export const groundOf = (state: SubmittedCase, settings: CaseSettings): Ground => ({
  state: knownAcceptance(state, settings.calendars),
  settings,
  calendars: settings.calendars,
});

/** Which facts of a case stand in an order, at a time or with a content that the law forbids: each by what is wrong, with the refusal. */
export const unlawfulIn = (state: CaseState, settings: CaseSettings): ReadonlyMap<string, Refusal> => {
  if (!isSubmitted(state)) return new Map();
  const ground = groundOf(state, settings);
  return new Map(
    checks.flatMap(({ fact, by, finds }) =>
      [finds(ground)]
        .flat()
        .flatMap((refusal): [string, Refusal][] =>
          refusal === null ? [] : [[`${refusal.code} ${fact} ${by} ${placeOf(refusal)}`, refusal]],
        ),
    ),
  );
};

/** What tells one violation of a check from another. */
const placeOf = ({ facts: { field, defects, kind, documentType, payment } }: Refusal): string =>
  [field, defects, kind, documentType, payment].join(' ');

/** Throws the violations of a case that were not there before. */
export const assertCausesNone = (before: CaseState, after: CaseState, settings: CaseSettings): void => {
  const known = unlawfulIn(before, settings);
  throwTogether([...unlawfulIn(after, settings)].flatMap(([what, refusal]) => (known.has(what) ? [] : [refusal])));
};
