import type { LocalDate } from '../case/case.types.js';
import { noticeOf } from '../case/notices.js';
import { refuse } from '../refusals/refuse.js';
import { complaintTerms2021 } from './complaint-terms-2021.js';
import { heldDuties2021 } from './held-duties-2021.js';
import { paragraphs437 } from './paragraphs-437.js';
import type { Rulebook } from './rulebook.js';
import { instalments2021, terms2021 } from './terms-2021.js';

/** The original edition of 12 August 2021, the only one transcribed. */
export const rulebook2021: Rulebook = {
  id: 'KZ-437/2021-08-12',
  title: 'Order No. 437 of 12 August 2021, original edition',
  // Registered on 13 August 2021 and in force ten calendar days after the day of publication, which is unknown: the
  // earliest day possible.
  validFrom: '2021-08-24',
  terms: [...terms2021, ...heldDuties2021],
  instalments: instalments2021,
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

/** What an administrator decides about rulebooks (docs/law/rules.md section 6). */
export type RulebookSettings = Readonly<{
  /** First day of acceptance under the 2021 edition. */
  validFrom: LocalDate;
  /** First day of acceptance under the edition of Order No. 115 of 4 April 2025, of which we hold no transcript. */
  laterEditionFrom: LocalDate;
  /** Chooses the 2021 rulebook, for demonstration and visibly, where the later edition would apply. */
  demonstrate2021: boolean;
}>;

/** The later edition's earliest day possible, and the 2021 rulebook chosen for demonstration. */
export const defaultRulebookSettings: RulebookSettings = {
  validFrom: rulebook2021.validFrom,
  laterEditionFrom: '2025-04-15',
  demonstrate2021: true,
};

/** A rulebook, with a notice that must be shown where it was not the law's own choice. */
export type RulebookChoice = Readonly<{ rulebook: Rulebook; rulebookNotice: string | null }>;

/** The rulebook of a day of acceptance. Throws `before-rulebook` or `no-rulebook-for-date`. */
export const rulebookFor = (acceptedOn: LocalDate, settings = defaultRulebookSettings): RulebookChoice => {
  if (acceptedOn < settings.validFrom) throw refuse('before-rulebook', { acceptedOn, validFrom: settings.validFrom });
  if (acceptedOn < settings.laterEditionFrom) return { rulebook: rulebook2021, rulebookNotice: null };
  if (!settings.demonstrate2021) {
    throw refuse('no-rulebook-for-date', { acceptedOn, laterEditionFrom: settings.laterEditionFrom });
  }
  return { rulebook: rulebook2021, rulebookNotice: noticeOf('demonstration') };
};

/** The rulebook that a case is pinned to. Throws `rulebook-unknown`. */
export const rulebookById = (id: string): Rulebook => {
  if (id !== rulebook2021.id) throw refuse('rulebook-unknown', { rulebook: id });
  return rulebook2021;
};
