import { say } from '../../calendar/say.js';
import type { WordsOf } from '../../event-words.js';
import type { FilingEvent } from './filing.events.js';

const { en, ru, kk } = say;

const channels = {
  STATE_CORPORATION: {
    en: 'through the State Corporation',
    ru: 'через Государственную корпорацию',
    kk: 'Мемлекеттік корпорация арқылы',
  },
  PORTAL: { en: 'through the portal', ru: 'через портал', kk: 'портал арқылы' },
} as const;

/** What is said of filing and acceptance. */
export const filingWords: WordsOf<FilingEvent> = {
  ApplicationSubmitted: {
    called: { en: 'Application submitted', ru: 'Подано заявление', kk: 'Өтініш берілді' },
    en: ({ channel, acceptedOn, resultDue }) =>
      `Application submitted ${channels[channel].en}; accepted ${en.on(acceptedOn)}, the decision is due by ${en.day(resultDue)}`,
    ru: ({ channel, acceptedOn, resultDue }) =>
      `Подано заявление ${channels[channel].ru}; день приема — ${ru.day(acceptedOn)}, последний день для принятия решения — ${ru.day(resultDue)}`,
    kk: ({ channel, acceptedOn, resultDue }) =>
      `Өтініш ${channels[channel].kk} берілді; қабылданған күні — ${kk.day(acceptedOn)}, шешім қабылдаудың соңғы күні — ${kk.day(resultDue)}`,
  },
  ReceiptIssued: {
    called: { en: 'Receipt issued', ru: 'Выдана расписка', kk: 'Қолхат берілді' },
    en: ({ receiptNumber }) => `Receipt ${receiptNumber} issued to the applicant`,
    ru: ({ receiptNumber }) => `Услугополучателю выдана расписка № ${receiptNumber} о приеме документов`,
    kk: ({ receiptNumber }) =>
      `Көрсетілетін қызметті алушыға құжаттардың қабылданғаны туралы № ${receiptNumber} қолхат берілді`,
  },
  DocumentsDelivered: {
    called: { en: 'Documents delivered', ru: 'Документы доставлены', kk: 'Құжаттар жеткізілді' },
    en: ({ deliveryNumber, deliveredOn }) =>
      `Documents delivered to the provider (delivery ${deliveryNumber}) ${en.on(deliveredOn)}`,
    ru: ({ deliveryNumber, deliveredOn }) =>
      `Документы доставлены услугодателю ${ru.on(deliveredOn)} (доставка № ${deliveryNumber})`,
    kk: ({ deliveryNumber, deliveredOn }) =>
      `Құжаттар көрсетілетін қызметті берушіге ${kk.on(deliveredOn)} жеткізілді (жеткізу № ${deliveryNumber})`,
  },
  ApplicationRegistered: {
    called: { en: 'Application registered', ru: 'Заявление зарегистрировано', kk: 'Өтініш тіркелді' },
    en: ({ registrationNumber, registeredOn }) =>
      `Application registered as ${registrationNumber} ${en.on(registeredOn)}`,
    ru: ({ registrationNumber, registeredOn }) =>
      `Заявление зарегистрировано ${ru.on(registeredOn)} под № ${registrationNumber}`,
    kk: ({ registrationNumber, registeredOn }) =>
      `Өтініш ${kk.on(registeredOn)} ${registrationNumber} нөмірімен тіркелді`,
  },
};
