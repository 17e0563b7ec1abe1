import { refuse } from '../refusals/refuse.js';
import { isBlank } from './blank.js';
import { type RefusalGround, refusalGrounds } from './case.words.js';

/** A refusal as somebody states it. */
export type StatedRefusal = Readonly<{ ground: RefusalGround | null; facts: string | null; reasons: string | null }>;

/** A refusal rests on one of the three grounds of item 9, and states facts and reasons. */
export const assertReasoned = ({ ground, facts, reasons }: StatedRefusal): void => {
  if (ground === null || !refusalGrounds.includes(ground)) throw refuse('ground-not-provided', { ground });
  const missing = Object.entries({ facts, reasons }).flatMap(([name, text]) => (isBlank(text) ? [name] : []));
  if (missing.length > 0) throw refuse('refusal-not-reasoned', { missing });
};
