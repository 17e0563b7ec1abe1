import type { ApplicationState } from './case.state.js';
import type { CaseDocument, Defect, DocumentType } from './case.types.js';

/** A defect of the package as the record shows it, and the rule that asks for what is missing. */
export type FoundDefect = Readonly<{ kind: Defect['kind']; documentType: DocumentType; rule: string }>;

/** What an applicant may claim, and the document that proves it (item 8, documents 5 to 7). */
export const claimProofs = {
  SOCIALLY_VULNERABLE: { documentType: 'D5', rule: 'R-64' },
  OCCUPATION: { documentType: 'D6', rule: 'R-65' },
  COSMONAUT: { documentType: 'D7', rule: 'R-66' },
} as const satisfies Readonly<Record<string, Readonly<{ documentType: DocumentType; rule: string }>>>;

export type Claim = keyof typeof claimProofs;

export const isClaim = (claim: string): claim is Claim => Object.hasOwn(claimProofs, claim);

const always = [
  { documentType: 'D3', rule: 'R-62' },
  { documentType: 'D8', rule: 'R-67' },
] as const;

/**
 * What the record lacks of item 8: adult members who have not signed, documents that are always due
 * or due to a claim, and any document that had expired before the day of acceptance.
 */
export const defectsOf = ({
  documents,
  claims: claimed,
  adultsWithoutConsent,
  acceptedOn,
}: ApplicationState): FoundDefect[] => {
  const due = [...always, ...claimed.filter(isClaim).map((claim) => claimProofs[claim])];
  const expired = new Set(documents.filter(expiredBefore(acceptedOn)).map(({ type }) => type));
  return [
    ...(adultsWithoutConsent > 0 ? [{ kind: 'UNSIGNED', documentType: 'D1', rule: 'R-60' } as const] : []),
    ...due
      .filter(({ documentType }) => documents.every(({ type }) => type !== documentType))
      .map(({ documentType, rule }) => ({ kind: 'MISSING', documentType, rule }) as const),
    ...[...expired].map((documentType) => ({ kind: 'EXPIRED', documentType, rule: 'R-71' }) as const),
  ];
};

const expiredBefore =
  (acceptedOn: string) =>
  ({ expiresOn }: Pick<CaseDocument, 'expiresOn'>): boolean =>
    expiresOn !== null && expiresOn < acceptedOn;

/**
 * Whether the record bears out a defect that someone names. Of documents due only as needed (D2, D4) it can only say
 * that they are not there.
 */
export const isBorneOut = ({ kind, documentType }: Defect, application: ApplicationState): boolean =>
  kind === 'MISSING'
    ? application.documents.every(({ type }) => type !== documentType)
    : defectsOf(application).some((found) => found.kind === kind && found.documentType === documentType);
