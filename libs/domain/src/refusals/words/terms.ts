import type {
  Channel,
  DeedApprover,
  DefectKind,
  DocumentType,
  FamilyAct,
  Medium,
  Side,
  StateRegister,
} from '../../case/case.words.js';
import type { Addressee } from '../../complaint/complaint.types.js';

/** What an applicant may claim: the keys of `claimProofs`, which stand above this in the order of imports. */
type Claim = 'FAMILY_STATUS_ACT' | 'COURT_RECOGNIZED_FAMILY' | 'SOCIALLY_VULNERABLE' | 'OCCUPATION' | 'COSMONAUT';

/** What a refusal or the minutes of a hearing may lack. */
type Part =
  | 'place'
  | 'body'
  | 'official'
  | 'secretary'
  | 'participants'
  | 'question'
  | 'explanations'
  | 'signedByChair'
  | 'signedBySecretary'
  | 'facts'
  | 'reasons';

type DayKind = 'OFF' | 'WORKING';

/** How a value of a correction is written. */
type ValueForm = 'A_TEXT' | 'AN_AMOUNT' | 'A_DAY' | 'AN_INSTANT' | 'A_WHOLE_NUMBER';

/** The words of code that stand in sentences of refusals, and how a language says each. */
export type Terms = Readonly<
  Record<
    | Addressee
    | Channel
    | Claim
    | DayKind
    | DeedApprover
    | DefectKind
    | DocumentType
    | FamilyAct
    | Medium
    | Part
    | Side
    | StateRegister
    | ValueForm
    // Before the number of a person of the case.
    | 'person',
    string
  >
>;
