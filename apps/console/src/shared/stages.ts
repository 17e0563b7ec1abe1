/** The stages of a case in their order, by the words of the contract. */
export const stages = ['DOCUMENTS', 'DECISION', 'TRANSFER', 'AGREEMENT', 'PAYMENT', 'CLOSED'] as const;

export type Stage = (typeof stages)[number];
