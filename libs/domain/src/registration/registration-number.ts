import type { Decider } from '../decider.js';
import { refuse } from '../refusals/refuse.js';

type OfNumber = Readonly<{ officeId: string; number: string; caseId: string; at: string }>;

/**
 * Claims on the numbers under which an office registers applications: none is given twice (docs/law/rules.md A29: a guard of
 * ours). `number` is as it was written.
 */
export type RegistrationNumberClaimed = Readonly<{ type: 'RegistrationNumberClaimed'; data: OfNumber }>;
/** The case that held it was not registered under it. */
export type RegistrationNumberReleased = Readonly<{ type: 'RegistrationNumberReleased'; data: OfNumber }>;
/** Found in the log: another case had been given the number before numbers were claimed. */
export type RegistrationNumberRepeated = Readonly<{ type: 'RegistrationNumberRepeated'; data: OfNumber }>;
export type RegistrationNumberEvent =
  RegistrationNumberClaimed | RegistrationNumberReleased | RegistrationNumberRepeated;

/** `emptyClaim`: a claim of which the caller knows that it is old and that its case was not registered under the number. */
export type ClaimRegistrationNumber = Readonly<{
  type: 'ClaimRegistrationNumber';
  emptyClaim: Readonly<{ holder: string; claimedAt: string }> | null;
}> &
  OfNumber;
export type ReleaseRegistrationNumber = Readonly<{ type: 'ReleaseRegistrationNumber' }> & OfNumber;
/** What the log says of the time before numbers were claimed. */
export type IndexRegistrationNumber = Readonly<{ type: 'IndexRegistrationNumber' }> & OfNumber;
export type RegistrationNumberCommand = ClaimRegistrationNumber | ReleaseRegistrationNumber | IndexRegistrationNumber;

type NumberState = Readonly<{ holder: string | null; claimedAt: string | null; repeatedIn: readonly string[] }>;

/** Who may be registered under a number. A repeated claim changes nothing; a claim that holds nothing is taken over. */
export const registrationNumberDecider = {
  initial: { holder: null, claimedAt: null, repeatedIn: [] } as NumberState,
  decide: (command: RegistrationNumberCommand, state: NumberState): readonly RegistrationNumberEvent[] => {
    if (command.type === 'ClaimRegistrationNumber') return claim(command, state);
    return command.type === 'IndexRegistrationNumber' ? index(command, state) : release(command, state);
  },
  evolve: (state: NumberState, { type, data }: RegistrationNumberEvent): NumberState => {
    if (type === 'RegistrationNumberClaimed') return { ...state, holder: data.caseId, claimedAt: data.at };
    if (type === 'RegistrationNumberReleased') return { ...state, holder: null, claimedAt: null };
    return { ...state, repeatedIn: [...state.repeatedIn, data.caseId] };
  },
} satisfies Decider<RegistrationNumberCommand, NumberState, RegistrationNumberEvent>;

const claim = (
  command: ClaimRegistrationNumber,
  { holder, claimedAt }: NumberState,
): readonly RegistrationNumberEvent[] => {
  const { emptyClaim } = command;
  const claimed = { type: 'RegistrationNumberClaimed', data: ofNumber(command) } as const;
  if (holder === null) return [claimed];
  const isEmpty = emptyClaim?.holder === holder && emptyClaim.claimedAt === claimedAt;
  // An old claim is renewed by its own case: who is taking it over at this moment comes too late.
  if (holder === command.caseId) return isEmpty ? [claimed] : [];
  if (!isEmpty) throw refuse('registration-number-given');
  return [{ type: 'RegistrationNumberReleased', data: { ...ofNumber(command), caseId: holder } }, claimed];
};

const index = (command: IndexRegistrationNumber, state: NumberState): readonly RegistrationNumberEvent[] => {
  const { holder, repeatedIn } = state;
  if (holder === null) return [{ type: 'RegistrationNumberClaimed', data: ofNumber(command) }];
  const isKnown = [holder, ...repeatedIn].includes(command.caseId);
  return isKnown ? [] : [{ type: 'RegistrationNumberRepeated', data: ofNumber(command) }];
};

const release = (command: ReleaseRegistrationNumber, { holder }: NumberState): readonly RegistrationNumberEvent[] =>
  holder === command.caseId ? [{ type: 'RegistrationNumberReleased', data: ofNumber(command) }] : [];

const ofNumber = ({ officeId, number, caseId, at }: OfNumber): OfNumber => ({ officeId, number, caseId, at });

/** Said once, when the numbers that the log held were claimed for their cases. */
export type RegistrationNumbersIndexed = Readonly<{
  type: 'RegistrationNumbersIndexed';
  data: Readonly<{ numbers: number; at: string }>;
}>;

/** Whether the numbers of before have been claimed. */
export const registrationIndexDecider = {
  initial: false as boolean,
  decide: (
    { numbers, at }: RegistrationNumbersIndexed['data'],
    isIndexed: boolean,
  ): readonly RegistrationNumbersIndexed[] =>
    isIndexed ? [] : [{ type: 'RegistrationNumbersIndexed', data: { numbers, at } }],
  evolve: (): boolean => true,
} satisfies Decider<RegistrationNumbersIndexed['data'], boolean, RegistrationNumbersIndexed>;
