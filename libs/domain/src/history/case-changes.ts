import { stageOf } from '../case/case.stage.js';
import type { CaseState } from '../case/case.state.js';
import type { PersonNumber, Tiyn } from '../case/case.types.js';
import { dutyKey } from '../duties/duty.js';
import { tengeFromTiyn } from '../money/money.js';

/** Something of a case that is not what it was; texts as people read them, null for nothing. */
export type CaseChange = Readonly<{ field: CaseAspect; label: string; from: string | null; to: string | null }>;

/** What of a case is compared. */
export type CaseAspect = keyof typeof aspects;

/** What is different between two states of a case, in a fixed order. Holds no personal data, as a state holds none. */
export const caseChanges = (before: CaseState, after: CaseState): readonly CaseChange[] =>
  // The keys of an object literal, as its own type names them.
  (Object.keys(aspects) as CaseAspect[]).flatMap((field) => {
    const [label, tell] = aspects[field];
    const from = tell(before);
    const to = tell(after);
    return from === to ? [] : [{ field, label, from, to }];
  });

type Aspect = readonly [label: string, tell: (state: CaseState) => string | null];

const aspects = {
  status: ['Status', ({ status }) => status],
  stage: ['Stage', stageOf],
  acceptedOn: [
    'Accepted on',
    ({ application }) => (application?.acceptancePending ? null : (application?.acceptedOn ?? null)),
  ],
  documents: ['Documents', ({ application }) => listed(application?.documents.map(({ type }) => type))],
  receipt: ['Receipt', ({ receiptNumber }) => receiptNumber],
  delivery: ['Delivery', ({ deliveryNumber }) => deliveryNumber],
  registration: ['Registered as', ({ registrationNumber }) => registrationNumber],
  registers: [
    'State registers',
    ({ registers }) =>
      listed(registers.map(({ person, register, outcome }) => `${register} ${outcome}${ofPerson(person)}`)),
  ],
  familyActs: [
    'Acts of family status',
    ({ familyActs }) => listed(familyActs.map(({ person, act }) => `${act}${ofPerson(person)}`)),
  ],
  defects: ['Defects', ({ defects }) => listed(defects.map(({ kind, documentType }) => `${documentType} ${kind}`))],
  examiners: ['Examined by', ({ examiners }) => listed([...new Set(examiners)])],
  commission: [
    'Commission',
    ({ commission }) => commission && `${commission.kind}: ${commission.memberIds.join(', ')}`,
  ],
  preliminaryRefusal: [
    'Preliminary refusal',
    ({ preliminaryRefusal: refusal }) => refusal && `${refusal.ground}, received on ${refusal.receivedOn}`,
  ],
  hearing: ['Hearing', ({ preliminaryRefusal }) => preliminaryRefusal?.hearing?.at ?? null],
  objections: ['Objections', ({ preliminaryRefusal }) => counted(preliminaryRefusal?.objections)],
  decision: ['Decision', ({ decision }) => decision && [decision.outcome, decision.ground].filter(Boolean).join(': ')],
  decisionNumber: ['Decision signed as', ({ decision }) => decision?.decisionNumber ?? null],
  residualValue: ['Residual value', ({ decision }) => tenge(decision?.residualValue)],
  deedSigned: ['Transfer deed signed', ({ deed }) => pairs(deed.signedOn)],
  deedApproved: ['Transfer deed approved', ({ deed }) => pairs(deed.approvedOn)],
  agreement: ['Agreement', ({ agreement }) => agreement && `${agreement.agreementNumber}, ${agreement.medium}`],
  price: ['Price', ({ agreement }) => tenge(agreement?.price)],
  agreementSigned: ['Agreement signed', ({ agreement }) => pairs(agreement?.signedOn ?? {})],
  paid: ['Paid', ({ payment }) => tenge(payment?.paid)],
  outstanding: ['Outstanding', ({ payment }) => tenge(payment?.outstanding)],
  overpaid: ['Overpaid', ({ payment }) => tenge(payment?.overpaid)],
  results: ['Results issued', ({ results }) => listed(results)],
  missed: [
    'Duties recorded as missed',
    ({ missed }) => listed(missed.map((duty) => `${dutyKey(duty)} of ${duty.due}`)),
  ],
  corrections: [
    'Days set right',
    ({ corrections }) => listed(corrections.map(({ fact, was, is }) => `${fact}: ${is}, not ${was}`)),
  ],
  outcome: ['Outcome', ({ outcome }) => outcome],
  reopenings: [
    'Reopened',
    ({ reopenings }) => listed(reopenings.map(({ cause, reopenedOn }) => `${cause} on ${reopenedOn}`)),
  ],
} as const satisfies Record<string, Aspect>;

const listed = (items: readonly string[] | undefined): string | null => items?.join(', ') || null;

const pairs = (of: Readonly<Record<string, string>>): string | null =>
  listed(Object.entries(of).map(([name, value]) => `${name} ${value}`));

/** As their number in the application; nothing where it was not said of whom. */
const ofPerson = (person: PersonNumber | null): string => (person === null ? '' : ` of person ${person}`);

const counted = (count: number | undefined): string | null => (count ? String(count) : null);

const tenge = (amount: Tiyn | null | undefined): string | null =>
  typeof amount === 'number' ? `${tengeFromTiyn(amount)} tenge` : null;
