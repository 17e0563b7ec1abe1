import { Refusal, type RefusalFacts } from '../refusal.js';
import { paragraphOf } from '../rulebook/rule-paragraphs.js';
import { agreementRefusals } from './agreement.js';
import { closingRefusals } from './closing.js';
import { complaintRefusals } from './complaint.js';
import { erasureRefusals } from './erasure.js';
import { newLogRefusals } from './new-log.js';
import { filingRefusals } from './filing.js';
import { stageOneRefusals } from './stage-one.js';
import { stageTwoRefusals } from './stage-two.js';
import { timeRefusals } from './times.js';
import { transferRefusals } from './transfer.js';
import { english } from './words/en.js';
import { filledIn } from './words/words.js';

/** Every reason for which a command is not carried out, by group. */
export const refusals = {
  ...timeRefusals,
  ...filingRefusals,
  ...stageOneRefusals,
  ...stageTwoRefusals,
  ...transferRefusals,
  ...agreementRefusals,
  ...closingRefusals,
  ...complaintRefusals,
  ...erasureRefusals,
  ...newLogRefusals,
} as const;

export type RefusalCode = keyof typeof refusals;

/**
 * The refusal of a code, ready to be thrown, with the facts that explain it (never personal data). `otherRule`: the row of `alsoBy` that says
 * no in this case, where it is not the first one.
 */
export const refuse = (code: RefusalCode, facts: RefusalFacts = {}, otherRule?: string): Refusal => {
  const { rule: first, message } = refusals[code];
  const rule = otherRule ?? first;
  const paragraph = rule === null ? null : paragraphOf(rule);
  return new Refusal({ code, rule, paragraph, message: filledIn(message, facts, english), facts });
};
