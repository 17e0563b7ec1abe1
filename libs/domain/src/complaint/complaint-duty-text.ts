import { derivationText, wordsOf } from '../duties/derivation-text.js';
import type { Language } from '../duties/words/words.js';
import type { ComplaintDuty } from './complaint-duties.js';

/** Why a duty of a complaint is due on its day, in words that can be read out: one sentence a line. */
export const complaintDutyText = (duty: ComplaintDuty, language: Language = 'en'): string => {
  const text = derivationText(duty, language);
  if (duty.extension === null) return text;
  const { on, workingDays, dueBefore } = duty.extension;
  return `${text}\n${wordsOf[language].extended(on, workingDays, dueBefore)}`;
};
