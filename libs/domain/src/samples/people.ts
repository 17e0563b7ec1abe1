import type { RegisterAnswer } from '../case/case.commands.js';
import { type StateRegister, stateRegisters } from '../case/case.words.js';
import type {
  CaseDocument,
  EdsSignature,
  FamilyMember,
  HearingMinutes,
  OfficeSettings,
  Person,
} from '../case/case.types.js';
import { sample } from './sample.js';

/**
 * Valid by their check digits and nobody's: published samples and births of the 1800s (docs/law/rules.md section 5).
 */
export const sampleIins = {
  adult: '791028302728',
  /** Born on 11 December 2006. */
  young: '061211600012',
  old: '010115100004',
  secondPass: '851231100303',
} as const;

export const sampleOffice: OfficeSettings = { officeId: 'almaty-housing', zone: 'Asia/Almaty', closesAt: '18:30' };

const identityDocument = { number: '045123789', issuedOn: '2019-05-06', issuedBy: 'MIA RK' };

export const samplePerson = sample<Person>({
  iin: sampleIins.adult,
  fullName: 'Sadykov Arman Serikuly',
  address: 'Almaty, Abay avenue 10, 5',
  identityDocument,
});

export const sampleMember = sample<FamilyMember>({
  iin: sampleIins.old,
  fullName: 'Sadykova Aigul Maratkyzy',
  relationship: 'spouse',
  identityDocument,
  consent: {
    signedAt: '2025-03-03T10:00:00+05:00',
    certificateSerial: '6f1c2e',
    nominalOwnerIin: sampleIins.adult,
  },
});

export const sampleDocument = sample<CaseDocument>({
  type: 'D3',
  number: '17',
  issuedOn: '2015-02-01',
  expiresOn: null,
  sha256: '0'.repeat(64),
});

/** The documents that are always due. */
export const sampleDocuments: readonly CaseDocument[] = [
  sampleDocument({ type: 'D3' }),
  sampleDocument({ type: 'D8', number: '18', issuedOn: null }),
];

export const sampleEds = sample<EdsSignature>({
  certificateSerial: '6f1c2d',
  signedAt: '2025-03-03T10:00:00+05:00',
});

/** What all registers answer about people who own no other dwelling and rest on no act of family status. */
export const sampleAnswers = (iins: readonly string[]): readonly RegisterAnswer[] =>
  iins.flatMap((subjectIin) =>
    stateRegisters.map((register): RegisterAnswer => {
      const summary = sampleSummaries[register] ?? null;
      return { register, subjectIin, outcome: summary === null ? 'NOT_FOUND' : 'FOUND', summary };
    }),
  );

const sampleSummaries: Readonly<Partial<Record<StateRegister, string>>> = {
  IDENTITY: 'identity document valid',
  HOUSING: 'owns no dwelling',
  ADDRESS: 'registered at the address of the dwelling',
};

/** Minutes with all that APPC 74 asks. */
export const sampleMinutes = sample<HearingMinutes>({
  startedAt: '2025-03-14T11:00:00+05:00',
  endedAt: '2025-03-14T11:40:00+05:00',
  place: 'Room 204',
  body: 'Housing department of Almaty',
  official: 'Omarov B.',
  secretary: 'Serikova D.',
  participants: ['the applicant'],
  question: 'Whether the dwelling may be privatized',
  explanations: 'The applicant showed an agreement of 2016',
  essentialFacts: null,
  signedByChair: true,
  signedBySecretary: true,
});
