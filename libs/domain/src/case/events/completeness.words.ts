import { say } from '../../calendar/say.js';
import { always, type Spoken, type WordsOf } from '../../event-words.js';
import type { Language } from '../../language.js';
import { termIn } from '../../refusals/words/term-in.js';
import { type PaperFault, type RegisterOutcome, registerOutcomes } from '../case.words.js';
import type { CompletenessEvent, FamilyDataReceived } from './completeness.events.js';

const { en, ru, kk } = say;

const faults: Readonly<Record<PaperFault, Spoken>> = {
  UNREADABLE: { en: 'it cannot be read', ru: 'документ не читается', kk: 'құжат оқылмайды' },
  OTHER_TYPE: { en: 'it is of another type', ru: 'это документ другого вида', kk: 'бұл басқа түрдегі құжат' },
  OTHER_PERSON: { en: "it is another person's", ru: 'это документ другого лица', kk: 'бұл басқа адамның құжаты' },
};

const outcomes: Readonly<Record<RegisterOutcome, Spoken>> = {
  FOUND: { en: 'found', ru: 'сведения найдены', kk: 'мәлімет табылды' },
  NOT_FOUND: { en: 'nothing found', ru: 'сведений нет', kk: 'мәлімет жоқ' },
  UNAVAILABLE: { en: 'no answer', ru: 'ответа нет', kk: 'жауап жоқ' },
};

/** What is said of documents, answers of registers and completeness. */
export const completenessWords: WordsOf<CompletenessEvent> = {
  DocumentAdded: {
    called: { en: 'Document added', ru: 'К делу приобщен документ', kk: 'Іске құжат қосылды' },
    en: ({ document: { type } }) => `Document added to the case: ${termIn(type, 'en')}`,
    ru: ({ document: { type } }) => `К делу приобщен документ: ${termIn(type, 'ru')}`,
    kk: ({ document: { type } }) => `Іске құжат қосылды: ${termIn(type, 'kk')}`,
  },
  DocumentSetAside: {
    called: { en: 'Document set aside', ru: 'Документ не принят во внимание', kk: 'Құжат назарға алынбады' },
    en: ({ documentType, fault, setAsideOn }) =>
      `Document set aside ${en.on(setAsideOn)}: ${termIn(documentType, 'en')}; ${faults[fault].en}`,
    ru: ({ documentType, fault, setAsideOn }) =>
      `Документ не принят во внимание ${ru.on(setAsideOn)}: ${termIn(documentType, 'ru')}; ${faults[fault].ru}`,
    kk: ({ documentType, fault, setAsideOn }) =>
      `Құжат ${kk.on(setAsideOn)} назарға алынбады: ${termIn(documentType, 'kk')}; ${faults[fault].kk}`,
  },
  FamilyActStated: {
    called: {
      en: 'Family act stated',
      ru: 'Указан акт гражданского состояния',
      kk: 'Азаматтық хал актісі көрсетілді',
    },
    en: ({ act, actOn }) =>
      `The application rests ${actOn === null ? 'no longer ' : ''}on an act of civil status: ${termIn(act, 'en')}`,
    ru: ({ act, actOn }) =>
      `Заявление ${actOn === null ? 'больше не ' : ''}основано на акте гражданского состояния: ${termIn(act, 'ru')}`,
    kk: ({ act, actOn }) =>
      `Өтініш азаматтық хал актісіне ${actOn === null ? 'енді негізделмейді' : 'негізделеді'}: ${termIn(act, 'kk')}`,
  },
  StateDataReceived: {
    called: {
      en: 'State data received',
      ru: 'Запрошена государственная информационная система',
      kk: 'Мемлекеттік ақпараттық жүйеге сұрау салынды',
    },
    en: ({ register, outcome }) => `State register asked (${termIn(register, 'en')}): ${outcomes[outcome].en}`,
    ru: ({ register, outcome }) =>
      `Запрошена государственная информационная система (${termIn(register, 'ru')}): ${outcomes[outcome].ru}`,
    kk: ({ register, outcome }) =>
      `Мемлекеттік ақпараттық жүйеге сұрау салынды (${termIn(register, 'kk')}): ${outcomes[outcome].kk}`,
  },
  FamilyDataReceived: {
    called: {
      en: 'Family data received',
      ru: 'Запрошены государственные информационные системы о членах семьи',
      kk: 'Отбасы мүшелері туралы мемлекеттік ақпараттық жүйелерге сұрау салынды',
    },
    en: ({ answers }) => `State registers asked about the family: ${counted(answers, 'en')}`,
    ru: ({ answers }) => `Запрошены государственные информационные системы о членах семьи: ${counted(answers, 'ru')}`,
    kk: ({ answers }) =>
      `Отбасы мүшелері туралы мемлекеттік ақпараттық жүйелерге сұрау салынды: ${counted(answers, 'kk')}`,
  },
  CompletenessConfirmed: {
    called: {
      en: 'Completeness confirmed',
      ru: 'Подтверждена полнота документов',
      kk: 'Құжаттардың толықтығы расталды',
    },
    ...always({
      en: 'The documents are complete',
      ru: 'Документы представлены в полном объеме',
      kk: 'Құжаттар толық ұсынылған',
    }),
  },
  ApplicationRejected: {
    called: { en: 'Application rejected', ru: 'Отказано в приеме заявления', kk: 'Өтінішті қабылдаудан бас тартылды' },
    en: ({ defects, rejectedOn }) =>
      `Application rejected ${en.on(rejectedOn)}: ${defects.length} ${defects.length === 1 ? 'defect' : 'defects'} in the documents`,
    ru: ({ defects, rejectedOn }) =>
      `Отказано в приеме заявления ${ru.on(rejectedOn)}; недостатков в документах: ${defects.length}`,
    kk: ({ defects, rejectedOn }) =>
      `Өтінішті қабылдаудан ${kk.on(rejectedOn)} бас тартылды; құжаттардағы кемшіліктер саны: ${defects.length}`,
  },
};

/** As "6 found, 10 nothing found". */
const counted = (answers: FamilyDataReceived['data']['answers'], language: Language): string =>
  registerOutcomes
    .map((outcome) => [answers.filter((answer) => answer.outcome === outcome).length, outcomes[outcome]] as const)
    .flatMap(([count, said]) => (count === 0 ? [] : [inNumbers(count, said[language], language)]))
    .join(', ');

const inNumbers = (count: number, said: string, language: Language): string =>
  language === 'en' ? `${count} ${said}` : `${said} — ${count}`;
