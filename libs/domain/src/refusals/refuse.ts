import { Refusal, type RefusalFacts } from '../refusal.js';
import { paragraphOf } from '../rulebook/rule-paragraphs.js';
import { type RefusalCode, refusals } from './refusals.js';

/**
 * The refusal of a code, ready to be thrown, with the facts that explain it (never personal data); `{name}` in its
 * sentence is filled in from them.
 */
export const refuse = (code: RefusalCode, facts: RefusalFacts = {}): Refusal => {
  const { rule, message } = refusals[code];
  return new Refusal({ code, rule, paragraph: paragraphOf(rule), message: filledIn(message, facts), facts });
};

const filledIn = (message: string, facts: RefusalFacts): string =>
  message.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name]).replaceAll(',', ', '));
