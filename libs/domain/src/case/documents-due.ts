import type { SubmittedCase } from './case.state.js';
import type { DocumentType, FamilyAct, PersonNumber } from './case.types.js';

/** A document by what it is to prove: of whom and on which act of family status, null where that is not said. */
export type Paper = Readonly<{ documentType: DocumentType; person: PersonNumber | null; act: FamilyAct | null }>;

/** A paper that is due, and the rule that asks for it. */
export type Due = Paper & Readonly<{ rule: string }>;

const due = (documentType: DocumentType, rule: string): Due => ({ documentType, rule, person: null, act: null });

/** What an applicant may claim, and the document that proves it (item 8, documents 2 and 4 to 7). */
export const claimProofs = {
  FAMILY_STATUS_ACT: due('D2', 'R-61'),
  COURT_RECOGNIZED_FAMILY: due('D4', 'R-63'),
  SOCIALLY_VULNERABLE: due('D5', 'R-64'),
  OCCUPATION: due('D6', 'R-65'),
  COSMONAUT: due('D7', 'R-66'),
} as const satisfies Readonly<Record<string, Due>>;

export type Claim = keyof typeof claimProofs;

export const isClaim = (claim: string): claim is Claim => Object.hasOwn(claimProofs, claim);

/** The documents that are required of this applicant. Acts that are stated say which ones are claimed. */
export const duesOf = ({ application, familyActs }: SubmittedCase): readonly Due[] => [
  ...always,
  ...application.claims
    .filter(isClaim)
    .filter((claim) => claim !== 'FAMILY_STATUS_ACT' || familyActs.length === 0)
    .map((claim) => claimProofs[claim]),
  ...familyActs.map(({ person, act }) => ({ ...claimProofs.FAMILY_STATUS_ACT, person, act })),
  ...(application.form === 'GRATUITOUS' ? [ofFreeCategory] : []),
];

const always: readonly Due[] = [due('D3', 'R-62'), due('D8', 'R-67')];

/** Due on Appendix 1 only: what "paragraph 8" names is that of the Decree (A11). */
const ofFreeCategory: Due = due('D9', 'R-68');
