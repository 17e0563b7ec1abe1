import type { FamilyAct, LocalDate, StateRegister } from './case.types.js';

/** The register that holds an act of family status (item 8). */
export const registerOf = {
  MARRIAGE: 'MARRIAGE_DIVORCE',
  DISSOLUTION: 'MARRIAGE_DIVORCE',
  DEATH: 'DEATH',
  BIRTH: 'BIRTH',
} as const satisfies Readonly<Record<FamilyAct, StateRegister>>;

/** Whether the provider itself obtains an act from the state systems: "after" the day that item 8 names leaves that day out (A12). */
export const isObtainable = (act: FamilyAct, actOn: LocalDate): boolean => actOn > notObtainableUntil[act];

const notObtainableUntil: Readonly<Record<FamilyAct, LocalDate>> = {
  MARRIAGE: '2008-06-01',
  DISSOLUTION: '2008-06-01',
  DEATH: '2007-08-13',
  BIRTH: '2007-08-13',
};
