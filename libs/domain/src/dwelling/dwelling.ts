/**
 * Claims on a dwelling: at most one active application for each (docs/law/rules.md A25: a guard of ours, not of the
 * Order).
 */
export type DwellingClaimed = Readonly<{
  type: 'DwellingClaimed';
  data: Readonly<{ dwellingId: string; caseId: string; at: string }>;
}>;
export type DwellingReleased = Readonly<{
  type: 'DwellingReleased';
  data: Readonly<{ dwellingId: string; caseId: string; reason: 'CASE_CLOSED' | 'CASE_NEVER_CAME'; at: string }>;
}>;
export type DwellingEvent = DwellingClaimed | DwellingReleased;

/** `endedCaseIds`: those cases, of all that may hold the claim, of which the caller knows that they have ended. */
export type ClaimDwelling = Readonly<{
  type: 'ClaimDwelling';
  dwellingId: string;
  caseId: string;
  at: string;
  endedCaseIds: readonly string[];
}>;
export type ReleaseDwelling = Readonly<{
  type: 'ReleaseDwelling';
  dwellingId: string;
  caseId: string;
  reason: 'CASE_CLOSED' | 'CASE_NEVER_CAME';
  at: string;
}>;
export type DwellingCommand = ClaimDwelling | ReleaseDwelling;
