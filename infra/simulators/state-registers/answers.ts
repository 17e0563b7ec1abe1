/** What the simulator answers: found or not, or that the register is down. */
export type Answer = Readonly<{ found: true; summary: string }> | Readonly<{ found: false }> | 'OUTAGE' | 'SILENCE';

const registers = [
  'IDENTITY',
  'MARRIAGE_DIVORCE',
  'DEATH',
  'BIRTH',
  'HOUSING',
  'ADDRESS',
  'COURT_DECISIONS',
  'SOCIAL_STATUS',
] as const;
type Register = (typeof registers)[number];

export const isRegister = (name: unknown): name is Register => registers.some((register) => register === name);

/**
 * Answers by the number alone, so that a tester knows beforehand what comes. The eleventh digit decides: 9 every register
 * is down, 8 nobody answers, 7 nobody is known; 0 and 5 are socially vulnerable, 3 and 5 have a court decision on their
 * family, even digits are married and have children on record.
 */
export const answerFor = (register: Register, iin: string): Answer => {
  const digit = Number(iin.charAt(10));
  if (digit === 9) return 'OUTAGE';
  if (digit === 8) return 'SILENCE';
  if (digit === 7) return { found: false };
  return records[register](digit);
};

const when = (known: boolean, summary: string): Answer => (known ? { found: true, summary } : { found: false });

const records: Readonly<Record<Register, (digit: number) => Answer>> = {
  IDENTITY: () => when(true, 'identity document valid'),
  ADDRESS: () => when(true, 'registered at the address of the dwelling'),
  HOUSING: () => when(true, 'owns no dwelling in the Republic of Kazakhstan'),
  MARRIAGE_DIVORCE: (digit) => when(digit % 2 === 0, 'marriage registered on 14 June 2012'),
  BIRTH: (digit) => when(digit % 2 === 0, 'birth of a child registered on 3 March 2015'),
  DEATH: () => when(false, ''),
  COURT_DECISIONS: (digit) => when(digit === 3 || digit === 5, 'decision recognizing a member of the family'),
  SOCIAL_STATUS: (digit) => when(digit === 0 || digit === 5, 'socially vulnerable: family with many children'),
};
