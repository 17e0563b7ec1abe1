import { refuse } from '../refusals/refuse.js';
import { type RefusalGround, refusalGrounds } from './case.words.js';

/** Whether what must be said is said: null and blank say nothing. */
export const saysSomething = (text: string | null): text is string => text !== null && text.trim() !== '';

type StatedRefusal = Readonly<{ ground: RefusalGround | null; facts: string | null; reasons: string | null }>;

/** A refusal rests on one of the three grounds of item 9, and states facts and reasons. */
export const assertReasoned = ({ ground, facts, reasons }: StatedRefusal): void => {
  if (ground === null || !refusalGrounds.includes(ground)) throw refuse('ground-not-provided', { ground });
  const missing = Object.entries({ facts, reasons }).flatMap(([name, text]) => (saysSomething(text) ? [] : [name]));
  if (missing.length > 0) throw refuse('refusal-not-reasoned', { missing });
};
