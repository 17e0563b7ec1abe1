import type { HeldCaseDto, HeldComplaintDto } from '@app/contracts';
import type { CaseFacts, HeldCase, HeldComplaint } from '@app/read-models';
import type { Looking } from '../http/access/looking.js';
import { shownPerson } from '../http/masking.js';

type Held = Readonly<{ cases: readonly HeldCase[]; complaints: readonly HeldComplaint[] }>;

/** What is held of one person: nothing of the others who stand in the same cases. */
export const extractAnswer = (
  iin: string,
  { cases, complaints }: Held,
  looking: Looking,
): Readonly<{ cases: readonly HeldCaseDto[]; complaints: readonly HeldComplaintDto[] }> => ({
  cases: cases.map((held) => caseAnswer(iin, held, looking)),
  complaints: complaints.map(({ complaintId, caseId }) => ({ complaintId, caseId })),
});

const caseAnswer = (iin: string, { caseId, officeId, route, facts }: HeldCase, looking: Looking): HeldCaseDto => {
  const sees = looking.at({ caseId, route, persons: { applicants: [iin], relatives: [] } });
  const places = placesIn(facts).filter((place) => place.iin === iin);
  return {
    caseId,
    officeId,
    as: [...new Set(places.map(({ as }) => as))],
    persons: places.flatMap(({ as, person }) => {
      const field = as === 'APPLICANT' ? 'APPLICANT' : 'RELATIVES';
      return person ? [shownPerson(person, sees(field))] : [];
    }),
  };
};

type Place = Readonly<{ as: string; iin: string; person: Parameters<typeof shownPerson>[0] | null }>;

/** Everybody whom a case names, as what, and what it holds of them. */
const placesIn = ({ application, addedDocuments, familyActs, stateData }: CaseFacts): readonly Place[] => [
  ...(application ? personsOf(application) : []),
  ...[...addedDocuments, ...familyActs, ...stateData].map(({ subjectIin }): Place => ({
    as: 'SUBJECT',
    iin: subjectIin,
    person: null,
  })),
];

const personsOf = ({
  applicant,
  familyMembers,
  representative,
  nominalOwnerIin,
}: NonNullable<CaseFacts['application']>): readonly Place[] => [
  { as: 'APPLICANT', iin: applicant.iin, person: applicant },
  ...familyMembers.map((person): Place => ({ as: 'FAMILY_MEMBER', iin: person.iin, person })),
  ...(representative ? [{ as: 'REPRESENTATIVE', iin: representative.iin, person: representative }] : []),
  ...(nominalOwnerIin ? [{ as: 'NOMINAL_OWNER', iin: nominalOwnerIin, person: null }] : []),
];
