/** What every row says unless it says otherwise. */
export const owed = {
  kind: 'OBLIGATION',
  debtor: 'PROVIDER',
  owedFirst: null,
  creditor: 'RECIPIENT',
  countedFrom: 'FACT',
  needs: [],
  fallsAwayOn: [],
  within: null,
  where: {},
} as const;
