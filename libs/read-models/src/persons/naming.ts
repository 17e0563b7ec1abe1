/** What finds the cases that name a person by IIN, wherever they do. */
export const naming = (iin: string) => ({ $or: places.map((place) => ({ [`facts.${place}`]: iin })) });

const places = [
  'application.applicant.iin',
  'application.familyMembers.iin',
  'application.representative.iin',
  'application.nominalOwnerIin',
  'addedDocuments.subjectIin',
  'familyActs.subjectIin',
  'stateData.subjectIin',
] as const;
