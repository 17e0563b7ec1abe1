/** How many characters a text of an entry may have at most, as the command that enters it says (`test/architecture/text-lengths.spec.ts` compares them). */
export const longestOf = (event: string, field: string): number => {
  const path = `.${event}.${field.replaceAll(/\.\d+(?=\.|$)/g, '')}`;
  return lengths.find(([, names]) => names.some((name) => path.endsWith(`.${name}`)))?.[0] ?? aNumber;
};

/** Numbers and short words. */
const aNumber = 100;

/** The first that fits counts. */
const lengths: readonly (readonly [longest: number, names: readonly string[]])[] = [
  [50, ['identityDocument.number', 'powerOfAttorney.number']],
  [200, ['fullName', 'issuedBy', 'notary', 'freeCategory', 'source', 'akim', 'signedBy', 'approvedBy']],
  [200, ['determinedBy', 'minutes.official', 'minutes.secretary', 'minutes.participants']],
  [300, ['court']],
  [500, ['address', 'place', 'body', 'lawReference']],
  [1000, ['conflictOfInterest', 'encumbrances']],
  [5000, ['technicalCharacteristics']],
  [10_000, ['facts', 'reasons', 'explanations', 'essentialFacts', 'ObjectionReceived.text']],
  [10_000, ['demands', 'effect.description', 'CourtRulingRecorded.summary']],
  [2000, ['note', 'reason', 'repeatedBecause', 'explanation', 'findings', 'text', 'summary', 'question']],
  [2000, ['what', 'act']],
];
