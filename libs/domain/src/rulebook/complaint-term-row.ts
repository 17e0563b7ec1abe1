import type { Term } from '../calendar/due-date.js';
import type { ComplaintEvent } from '../complaint/complaint.events.js';
import type { Addressee } from '../complaint/complaint.types.js';

/** A row of the terms of complaints: what must be done within which time of what, and by whom (paragraphs 12-14). */
export type ComplaintTermRow = Readonly<{
  rule: string;
  paragraph: string;
  /** Which passage of that paragraph in `Rulebook.paragraphs` says so. */
  passage: number;
  kind: 'OBLIGATION';
  /** What is to be done, in words. */
  duty: string;
  debtor: 'PROVIDER' | 'AUTHORIZED_BODY' | 'QUALITY_BODY';
  creditor: 'COMPLAINANT';
  trigger: ComplaintEvent['type'];
  term: Term;
  dischargedBy: ComplaintEvent['type'];
  fallsAwayOn: readonly ComplaintEvent['type'][];
  /** Only complaints like this owe it: addressed to this body; `forwarded` where the provider has to send it on. */
  where: Readonly<{ addressee?: Addressee; forwarded?: true }>;
}>;
