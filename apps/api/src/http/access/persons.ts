import type { Complainant, KnownCase } from '@app/domain';
import { isErased } from '@app/event-store';
import type { CaseFacts } from '@app/read-models';
import type { Persons, SeenCase } from './looking.js';

/** A case with the persons that its facts name. */
export const seenCase = (caseId: string, facts: CaseFacts | null): SeenCase => ({
  caseId,
  route: facts?.application?.route ?? null,
  persons: facts ? personsIn(facts) : nobody,
});

/** A case as decisions know it, with its applicant and members. */
export const seenPersons = (caseId: string, { application, people: [applicant, ...members] }: KnownCase): SeenCase => ({
  caseId,
  route: application?.route ?? null,
  persons: { applicants: known([applicant]), relatives: known(members) },
});

/** A case of a complaint that is shown by itself: whose route nobody asks for, as whoever reads complaints needs none. */
export const seenComplaint = (caseId: string, complainant: Complainant | null): SeenCase => ({
  caseId,
  route: null,
  persons: { applicants: known([complainant?.iin]), relatives: [] },
});

export const nobody: Persons = { applicants: [], relatives: [] };

/** The persons of two views of a case. */
export const together = (one: SeenCase, other: SeenCase): SeenCase => ({
  caseId: one.caseId,
  route: one.route ?? other.route,
  persons: {
    applicants: [...new Set([...one.persons.applicants, ...other.persons.applicants])],
    relatives: [...new Set([...one.persons.relatives, ...other.persons.relatives])],
  },
});

const personsIn = ({ application, addedDocuments, familyActs, stateData }: CaseFacts): Persons => ({
  applicants: known([application?.applicant.iin, application?.nominalOwnerIin]),
  relatives: known([
    ...(application?.familyMembers ?? []).map(({ iin }) => iin),
    application?.representative?.iin,
    ...[...addedDocuments, ...familyActs, ...stateData].map(({ subjectIin }) => subjectIin),
  ]),
});

/** Those that were not erased: what was comes as something else than text. */
const known = (iins: readonly unknown[]): readonly string[] => [
  ...new Set(iins.filter((iin): iin is string => typeof iin === 'string' && !isErased(iin) && iin !== '')),
];
