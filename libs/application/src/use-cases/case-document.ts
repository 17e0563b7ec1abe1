import type { CaseDocument, DocumentType, LocalDate } from '@app/domain';

/** A document as it is handed in; what may be left out may also be null. */
export type DocumentInput = Readonly<{
  type: DocumentType;
  number?: string | null;
  issuedOn?: LocalDate | null;
  expiresOn?: LocalDate | null;
  sha256: string;
}>;

/** The same as the domain has it. */
export const documentOf = ({ type, sha256, number, issuedOn, expiresOn }: DocumentInput): CaseDocument => ({
  type,
  sha256,
  number: number ?? null,
  issuedOn: issuedOn ?? null,
  expiresOn: expiresOn ?? null,
});
