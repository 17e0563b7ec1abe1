import type { Decider } from '../decider.js';

/**
 * Said once in the life of a log: from now on what is kept outside it and decides what is done (checkpoints, rows of deliveries)
 * carries a MAC. What carried none until then was given one; what carries none after it was not written by this system.
 */
export type OutsideLogGuarded = Readonly<{
  type: 'OutsideLogGuarded';
  data: Readonly<{ checkpoints: number; deliveries: number; at: string }>;
}>;

/** Whether what is kept outside the log carries a MAC. */
export const outsideLogDecider = {
  initial: false as boolean,
  decide: (
    { checkpoints, deliveries, at }: OutsideLogGuarded['data'],
    isGuarded: boolean,
  ): readonly OutsideLogGuarded[] =>
    isGuarded ? [] : [{ type: 'OutsideLogGuarded', data: { checkpoints, deliveries, at } }],
  evolve: (): boolean => true,
} satisfies Decider<OutsideLogGuarded['data'], boolean, OutsideLogGuarded>;
