import { kzCalendarData } from '../calendar/kz-calendar.data.js';
import { localDateOf } from '../calendar/zones.js';
import type { Move } from './known-duties.js';
import { wordsOf } from './words/words-of.js';
import type { Language } from './words/words.js';

/** In words that can be read out to an applicant: that a correction of the calendar moved a date, and which. */
export const movedText = (move: Move, language: Language = 'en'): string =>
  wordsOf[language].moved(move, localDateOf(move.correction.knownFrom, kzCalendarData.zone));
