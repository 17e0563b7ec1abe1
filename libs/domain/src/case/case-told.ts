import { type Spoken, toldBy, unknown, type WordsOf } from '../event-words.js';
import type { CaseEvent, CorrectionRecorded } from './case.events.js';
import { correctionWords } from './corrections/correction.words.js';
import { agreementWords } from './events/agreement.words.js';
import { closingWords } from './events/closing.words.js';
import { completenessWords } from './events/completeness.words.js';
import { examinationWords } from './events/examination.words.js';
import { filingWords } from './events/filing.words.js';
import { transferWords } from './events/transfer.words.js';

const facts: WordsOf<Exclude<CaseEvent, CorrectionRecorded>> = {
  ...filingWords,
  ...completenessWords,
  ...examinationWords,
  ...transferWords,
  ...agreementWords,
  ...closingWords,
};

/** What is said of each event of a case. */
export const caseWords: WordsOf<CaseEvent> = {
  ...facts,
  CorrectionRecorded: correctionWords<CaseEvent['type']>((type) =>
    type === 'CorrectionRecorded' ? unknown(type) : facts[type].called,
  ),
};

/** What an event of a case says to somebody who does not know its name, in each language; holds no personal data. */
export const caseEventTold = (event: CaseEvent): Spoken => toldBy(caseWords, event);
