import { caseWords } from './case/case-told.js';
import { complaintWords } from './complaint/complaint.words.js';
import { type Spoken, unknown } from './event-words.js';

/** What an event of a case or a complaint is called in each language; its name where it is of neither. */
export const eventCalled = (type: string): Spoken => {
  const words: Readonly<Record<string, Readonly<{ called: Spoken }>>> = { ...complaintWords, ...caseWords };
  return Object.hasOwn(words, type) ? (words[type]?.called ?? unknown(type)) : unknown(type);
};
