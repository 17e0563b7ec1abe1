import { say } from '../calendar/say.js';
import { correctionWords } from '../case/corrections/correction.words.js';
import { dutyMissedWords } from '../duties/words/missed.js';
import { daysInKazakh } from '../duties/words/kk.js';
import { daysInRussian } from '../duties/words/ru.js';
import { type Spoken, toldBy, type WordsOf } from '../event-words.js';
import { termIn } from '../refusals/words/term-in.js';
import type { ComplaintEvent } from './complaint.events.js';
import type { ComplaintOutcome, ContestedKind } from './complaint.types.js';

const { en, ru, kk } = say;

const kinds: Readonly<Record<ContestedKind, Spoken>> = {
  DECISION: { en: 'a decision', ru: 'решение', kk: 'шешім' },
  ACTION: { en: 'an action', ru: 'действие', kk: 'әрекет' },
  INACTION: { en: 'an inaction', ru: 'бездействие', kk: 'әрекетсіздік' },
};

const outcomes: Readonly<Record<ComplaintOutcome, Spoken>> = {
  SATISFIED: { en: 'satisfied', ru: 'требования удовлетворены', kk: 'талаптар қанағаттандырылды' },
  PARTLY_SATISFIED: {
    en: 'satisfied in part',
    ru: 'требования удовлетворены частично',
    kk: 'талаптар ішінара қанағаттандырылды',
  },
  DISMISSED: { en: 'dismissed', ru: 'в удовлетворении отказано', kk: 'талаптарды қанағаттандырудан бас тартылды' },
};

/** What an event of a complaint says to somebody who does not know its name, in each language; holds no personal data. */
export const complaintEventTold = (event: ComplaintEvent): Spoken => toldBy(complaintWords, event);

/** What is said of each event of a complaint. */
export const complaintWords: WordsOf<ComplaintEvent> = {
  ComplaintFiled: {
    called: { en: 'Complaint filed', ru: 'Подана жалоба', kk: 'Шағым берілді' },
    en: ({ contested, addressee, receivedOn }) =>
      `Complaint about ${kinds[contested.kind].en} received ${en.on(receivedOn)}, addressed to ${termIn(addressee, 'en')}`,
    ru: ({ contested, addressee, receivedOn }) =>
      `Жалоба на ${kinds[contested.kind].ru} поступила ${ru.on(receivedOn)}; адресат: ${termIn(addressee, 'ru')}`,
    kk: ({ contested, addressee, receivedOn }) =>
      `Шағым ${kk.on(receivedOn)} келіп түсті; шағым жасалған: ${kinds[contested.kind].kk}; кімге: ${termIn(addressee, 'kk')}`,
  },
  ComplaintForwarded: {
    called: { en: 'Complaint forwarded', ru: 'Жалоба направлена', kk: 'Шағым жіберілді' },
    en: ({ forwardingNumber, forwardedTo, forwardedOn }) =>
      `Complaint sent on to ${termIn(forwardedTo, 'en')} ${en.on(forwardedOn)} (${forwardingNumber})`,
    ru: ({ forwardingNumber, forwardedTo, forwardedOn }) =>
      `Жалоба направлена ${ru.on(forwardedOn)} (№ ${forwardingNumber}); кому: ${termIn(forwardedTo, 'ru')}`,
    kk: ({ forwardingNumber, forwardedTo, forwardedOn }) =>
      `Шағым ${kk.on(forwardedOn)} жіберілді (№ ${forwardingNumber}); кімге: ${termIn(forwardedTo, 'kk')}`,
  },
  FavourableActAdopted: {
    called: { en: 'Favourable act adopted', ru: 'Принят благоприятный акт', kk: 'Қолайлы акт қабылданды' },
    en: ({ fully, adoptedOn }) =>
      `A favourable act was adopted ${en.on(adoptedOn)}${fully ? '; it meets the demands in full' : ''}`,
    ru: ({ fully, adoptedOn }) =>
      `Благоприятный акт принят ${ru.on(adoptedOn)}${fully ? '; требования удовлетворены полностью' : ''}`,
    kk: ({ fully, adoptedOn }) =>
      `Қолайлы акт ${kk.on(adoptedOn)} қабылданды${fully ? '; талаптар толық қанағаттандырылды' : ''}`,
  },
  ComplaintRegistered: {
    called: { en: 'Complaint registered', ru: 'Жалоба зарегистрирована', kk: 'Шағым тіркелді' },
    en: ({ registrationNumber, registeredIn, registeredOn }) =>
      `Complaint registered by ${termIn(registeredIn, 'en')} as ${registrationNumber} ${en.on(registeredOn)}`,
    ru: ({ registrationNumber, registeredIn, registeredOn }) =>
      `Жалоба зарегистрирована ${ru.on(registeredOn)} под № ${registrationNumber}; кем: ${termIn(registeredIn, 'ru')}`,
    kk: ({ registrationNumber, registeredIn, registeredOn }) =>
      `Шағым ${kk.on(registeredOn)} ${registrationNumber} нөмірімен тіркелді; тіркеген: ${termIn(registeredIn, 'kk')}`,
  },
  ComplaintTermExtended: {
    called: {
      en: 'Complaint term extended',
      ru: 'Срок рассмотрения жалобы продлен',
      kk: 'Шағымды қарау мерзімі ұзартылды',
    },
    en: ({ workingDays, extendedOn, dueBefore, due }) =>
      `Term extended ${en.on(extendedOn)} by ${workingDays} working ${workingDays === 1 ? 'day' : 'days'}${isMoved(dueBefore, due) ? `: due ${en.on(due)}, not ${en.on(dueBefore)}` : ''}`,
    ru: ({ workingDays, extendedOn, dueBefore, due }) =>
      `Срок рассмотрения жалобы продлен ${ru.on(extendedOn)} на ${daysInRussian({ n: workingDays, unit: 'working' })}${isMoved(dueBefore, due) ? `: последний день — ${ru.day(due)}, прежде — ${ru.day(dueBefore)}` : ''}`,
    kk: ({ workingDays, extendedOn, dueBefore, due }) =>
      `Шағымды қарау мерзімі ${kk.on(extendedOn)} ${daysInKazakh({ n: workingDays, unit: 'working' })}не ұзартылды${isMoved(dueBefore, due) ? `: соңғы күні — ${kk.day(due)}, бұрынғысы — ${kk.day(dueBefore)}` : ''}`,
  },
  ExtensionNoticeSent: {
    called: {
      en: 'Extension notice sent',
      ru: 'Направлено сообщение о продлении срока',
      kk: 'Мерзімнің ұзартылғаны хабарланды',
    },
    en: ({ noticeNumber, sentOn }) => `Notice ${noticeNumber} of the extension sent ${en.on(sentOn)}`,
    ru: ({ noticeNumber, sentOn }) => `Сообщение № ${noticeNumber} о продлении срока направлено ${ru.on(sentOn)}`,
    kk: ({ noticeNumber, sentOn }) => `Мерзімнің ұзартылғаны туралы № ${noticeNumber} хабар ${kk.on(sentOn)} жіберілді`,
  },
  ComplaintDecided: {
    called: { en: 'Complaint decided', ru: 'По жалобе принято решение', kk: 'Шағым бойынша шешім қабылданды' },
    en: ({ outcome, decidedIn, decidedOn }) =>
      `Complaint ${outcomes[outcome].en} by ${termIn(decidedIn, 'en')} ${en.on(decidedOn)}`,
    ru: ({ outcome, decidedIn, decidedOn }) =>
      `По жалобе принято решение ${ru.on(decidedOn)}: ${outcomes[outcome].ru}; кем: ${termIn(decidedIn, 'ru')}`,
    kk: ({ outcome, decidedIn, decidedOn }) =>
      `Шағым бойынша ${kk.on(decidedOn)} шешім қабылданды: ${outcomes[outcome].kk}; шешкен: ${termIn(decidedIn, 'kk')}`,
  },
  CourtAppealFiled: {
    called: { en: 'Court appeal filed', ru: 'Подано обращение в суд', kk: 'Сотқа жүгінілді' },
    en: ({ court, appealNumber, filedOn }) => `Appeal ${appealNumber} filed with ${court} ${en.on(filedOn)}`,
    ru: ({ court, appealNumber, filedOn }) => `Подано обращение в суд ${ru.on(filedOn)} (${court}, № ${appealNumber})`,
    kk: ({ court, appealNumber, filedOn }) => `Сотқа ${kk.on(filedOn)} жүгінілді (${court}, № ${appealNumber})`,
  },
  CourtRulingRecorded: {
    called: { en: 'Court ruling recorded', ru: 'Внесен судебный акт', kk: 'Сот актісі енгізілді' },
    en: ({ rulingNumber, outcome, ruledOn }) =>
      `Court ruling ${rulingNumber} of ${en.day(ruledOn)}: the claim is ${outcomes[outcome].en}`,
    ru: ({ rulingNumber, outcome, ruledOn }) =>
      `Судебный акт № ${rulingNumber} от ${ru.day(ruledOn)}: ${outcomes[outcome].ru}`,
    kk: ({ rulingNumber, outcome, ruledOn }) =>
      `${kk.day(ruledOn)}, № ${rulingNumber} сот актісі: ${outcomes[outcome].kk}`,
  },
  CarryOutDaySet: {
    called: { en: 'Carry out day set', ru: 'Назначен день нового решения', kk: 'Жаңа шешім күні белгіленді' },
    en: ({ cause, carryOutBy, setOn }) =>
      `The ${cause === 'COURT' ? 'court ruling' : 'decision on the complaint'} is to be carried out by ${en.day(carryOutBy)}: set ${en.on(setOn)}`,
    ru: ({ cause, carryOutBy, setOn }) =>
      `Последний день исполнения ${cause === 'COURT' ? 'судебного акта' : 'решения по жалобе'} — ${ru.day(carryOutBy)}; установлен ${ru.on(setOn)}`,
    kk: ({ cause, carryOutBy, setOn }) =>
      `${cause === 'COURT' ? 'Сот актісін' : 'Шағым бойынша шешімді'} орындаудың соңғы күні — ${kk.day(carryOutBy)}; ${kk.on(setOn)} белгіленді`,
  },
  ComplaintCorrected: {
    ...correctionWords<ComplaintEvent['type']>((type) => complaintWords[type].called),
    called: { en: 'Complaint corrected', ru: 'Исправлена запись по жалобе', kk: 'Шағым бойынша жазба түзетілді' },
  },
  DutyMissed: dutyMissedWords,
};

/** Nothing is said of days that no calendar told. */
const isMoved = (before: string | null, due: string | null): boolean => before !== null && due !== null;
