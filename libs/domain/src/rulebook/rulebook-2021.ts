import { complaintTerms2021 } from './complaint-terms-2021.js';
import { paragraphs437 } from './paragraphs-437.js';
import type { Rulebook } from './rulebook.js';
import { agreementTerms } from './terms-2021/agreement.js';
import { decisionTerms } from './terms-2021/decision.js';
import { filingTerms } from './terms-2021/filing.js';
import { transferTerms } from './terms-2021/transfer.js';

/** The original edition of 12 August 2021, the only one transcribed. */
export const rulebook2021: Rulebook = {
  id: 'KZ-437/2021-08-12',
  title: 'Order No. 437 of 12 August 2021, original edition',
  // Registered on 13 August 2021 and in force ten calendar days after the day of publication, which is unknown: the
  // earliest day possible.
  validFrom: '2021-08-24',
  // What encloses another term stands before it.
  terms: [...filingTerms, ...decisionTerms, ...transferTerms, ...agreementTerms],
  complaintTerms: complaintTerms2021,
  paragraphs: paragraphs437,
  commission: {
    minMembers: 1,
    quorumAbove: { parts: 1, of: 2 },
    majorityAbove: { parts: 1, of: 2 },
    chairCastingVote: false,
    abstentionAllowed: true,
  },
};
