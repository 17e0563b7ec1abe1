import { say } from '../../calendar/say.js';
import type { Spoken, WordsOf } from '../../event-words.js';
import { dutyMissedWords } from '../../duties/words/missed.js';
import type { Outcome, ReopeningCause, ResultKind, ResultTaker } from '../case.words.js';
import type { ClosingEvent } from './closing.events.js';

const { en, ru, kk } = say;

const results: Readonly<Record<ResultKind, Spoken>> = {
  REJECTION: { en: 'Rejection', ru: 'отказ в приеме заявления', kk: 'өтінішті қабылдаудан бас тарту' },
  REFUSAL: { en: 'Reasoned refusal', ru: 'мотивированный отказ', kk: 'дәлелді бас тарту' },
  DECISION: { en: 'Decision', ru: 'решение', kk: 'шешім' },
  TRANSFER_DEED: { en: 'Transfer deed', ru: 'передаточный акт', kk: 'өткізу актісі' },
  AGREEMENT: { en: 'Agreement', ru: 'договор', kk: 'шарт' },
};

const takers: Readonly<Record<ResultTaker, Spoken>> = {
  RECIPIENT: { en: 'recipient', ru: 'услугополучателю', kk: 'көрсетілетін қызметті алушыға' },
  REPRESENTATIVE: { en: 'representative', ru: 'представителю', kk: 'өкілге' },
};

const endings: Readonly<Record<Outcome, Spoken>> = {
  PAID: { en: 'paid in full', ru: 'стоимость уплачена полностью', kk: 'құны толық төленді' },
  CONCLUDED: {
    en: 'agreement concluded, free of charge',
    ru: 'договор заключен, безвозмездно',
    kk: 'шарт өтеусіз жасалды',
  },
  REJECTED: { en: 'application rejected', ru: 'в приеме заявления отказано', kk: 'өтінішті қабылдаудан бас тартылды' },
  REFUSED: { en: 'refused, with reasons', ru: 'дан мотивированный отказ', kk: 'дәлелді бас тартылды' },
  WITHDRAWN: { en: 'application withdrawn', ru: 'заявление отозвано', kk: 'өтініш кері қайтарып алынды' },
};

const causes: Readonly<Record<ReopeningCause, Spoken>> = {
  COMPLAINT: {
    en: 'a decision on a complaint has it decided anew',
    ru: 'решением по жалобе предписано принять новое решение',
    kk: 'шағым бойынша шешімде қайта шешу тапсырылды',
  },
  COURT: {
    en: 'a court ruling has it decided anew',
    ru: 'судебным актом предписано принять новое решение',
    kk: 'сот актісінде қайта шешу тапсырылды',
  },
  PAYMENT_TAKEN_BACK: {
    en: 'a payment was taken back and the price is not paid in full',
    ru: 'платеж возвращен, стоимость уплачена не полностью',
    kk: 'төлем кері қайтарылды, құны толық төленбеген',
  },
};

/** What is said of results, missed duties, the end of a case, and that it goes on after all. */
export const closingWords: WordsOf<ClosingEvent> = {
  ResultIssued: {
    called: { en: 'Result issued', ru: 'Выдан результат', kk: 'Нәтиже берілді' },
    en: ({ result, issuedOn, issuedTo }) =>
      `${results[result].en} issued to the ${takers[issuedTo].en} ${en.on(issuedOn)}`,
    ru: ({ result, issuedOn, issuedTo }) =>
      `Результат выдан ${takers[issuedTo].ru} ${ru.on(issuedOn)}: ${results[result].ru}`,
    kk: ({ result, issuedOn, issuedTo }) =>
      `Нәтиже ${takers[issuedTo].kk} ${kk.on(issuedOn)} берілді: ${results[result].kk}`,
  },
  DutyMissed: dutyMissedWords,
  ApplicationWithdrawn: {
    called: { en: 'Application withdrawn', ru: 'Заявление отозвано', kk: 'Өтініш кері қайтарып алынды' },
    en: ({ withdrawnOn }) => `Application withdrawn ${en.on(withdrawnOn)} (outside the Order)`,
    ru: ({ withdrawnOn }) => `Заявление отозвано ${ru.on(withdrawnOn)} (Приказом не предусмотрено)`,
    kk: ({ withdrawnOn }) => `Өтініш ${kk.on(withdrawnOn)} кері қайтарып алынды (Бұйрықта көзделмеген)`,
  },
  CaseClosed: {
    called: { en: 'Case closed', ru: 'Дело закрыто', kk: 'Іс жабылды' },
    en: ({ outcome }) => `Case closed: ${endings[outcome].en}`,
    ru: ({ outcome }) => `Дело закрыто: ${endings[outcome].ru}`,
    kk: ({ outcome }) => `Іс жабылды: ${endings[outcome].kk}`,
  },
  CaseReopened: {
    called: { en: 'Case reopened', ru: 'Дело возобновлено', kk: 'Іс қайта қозғалды' },
    en: ({ cause, reopenedOn, carryOutBy }) =>
      `Case reopened ${en.on(reopenedOn)}: ${causes[cause].en}${carryOutBy === null ? '' : `, by ${en.day(carryOutBy)}`}`,
    ru: ({ cause, reopenedOn, carryOutBy }) =>
      `Дело возобновлено ${ru.on(reopenedOn)}: ${causes[cause].ru}${carryOutBy === null ? '' : `, последний день — ${ru.day(carryOutBy)}`}`,
    kk: ({ cause, reopenedOn, carryOutBy }) =>
      `Іс ${kk.on(reopenedOn)} қайта қозғалды: ${causes[cause].kk}${carryOutBy === null ? '' : `, соңғы күні — ${kk.day(carryOutBy)}`}`,
  },
};
