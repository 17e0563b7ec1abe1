/** By projection, the fields of its documents that hold what is sealed in the log, by design (decision 0006). */
export const clearInReadModels: Readonly<Record<string, readonly string[]>> = {
  'case-view': ['facts', 'state'],
  'complaint-trails': ['decided', 'trail'],
  complaints: ['facts', 'row', 'state'],
  'deadline-board': ['registrationNumber'],
  timeline: ['entries'],
  worklist: ['nameOrder', 'row'],
};
