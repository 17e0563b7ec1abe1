import { say } from '../../calendar/say.js';
import type { WordsOf } from '../../event-words.js';
import { termIn } from '../../refusals/words/term-in.js';
import type { TransferEvent } from './transfer.events.js';

const { en, ru, kk } = say;

/** What is said of the transfer into the communal stock, and of the registers of rights. */
export const transferWords: WordsOf<TransferEvent> = {
  RightsInformationReceived: {
    called: {
      en: 'Rights information received',
      ru: 'Получены сведения о зарегистрированных правах',
      kk: 'Тіркелген құқықтар туралы мәлімет алынды',
    },
    en: ({ encumbrances: { length }, receivedOn }) =>
      `Information on registered rights received ${en.on(receivedOn)}: ${length === 0 ? 'no encumbrance' : `${length} ${length === 1 ? 'encumbrance' : 'encumbrances'}`}`,
    ru: ({ encumbrances: { length }, receivedOn }) =>
      `Сведения о зарегистрированных правах получены ${ru.on(receivedOn)}: ${length === 0 ? 'обременений нет' : `обременений — ${length}`}`,
    kk: ({ encumbrances: { length }, receivedOn }) =>
      `Тіркелген құқықтар туралы мәлімет ${kk.on(receivedOn)} алынды: ${length === 0 ? 'ауыртпалық жоқ' : `ауыртпалықтар — ${length}`}`,
  },
  PetitionSent: {
    called: { en: 'Petition sent', ru: 'Направлено ходатайство акима', kk: 'Әкімнің қолдаухаты жіберілді' },
    en: ({ petitionNumber, sentOn }) =>
      `Petition ${petitionNumber} of the akim sent to the state property body ${en.on(sentOn)}`,
    ru: ({ petitionNumber, sentOn }) =>
      `Ходатайство акима № ${petitionNumber} направлено ${ru.on(sentOn)} в уполномоченный орган по управлению государственным имуществом`,
    kk: ({ petitionNumber, sentOn }) =>
      `Әкімнің № ${petitionNumber} қолдаухаты ${kk.on(sentOn)} мемлекеттік мүлікті басқару жөніндегі уәкілетті органға жіберілді`,
  },
  IndustryConsentGiven: {
    called: {
      en: 'Industry consent given',
      ru: 'Дано согласие уполномоченного органа соответствующей отрасли',
      kk: 'Тиісті саланың уәкілетті органы келісім берді',
    },
    en: ({ consentNumber, givenOn }) => `Consent ${consentNumber} of the body of the industry given ${en.on(givenOn)}`,
    ru: ({ consentNumber, givenOn }) =>
      `Согласие № ${consentNumber} уполномоченного органа соответствующей отрасли дано ${ru.on(givenOn)}`,
    kk: ({ consentNumber, givenOn }) =>
      `Тиісті саланың уәкілетті органы ${kk.on(givenOn)} № ${consentNumber} келісім берді`,
  },
  StatePropertyDecisionMade: {
    called: {
      en: 'State property decision made',
      ru: 'Принято решение о передаче государственного имущества',
      kk: 'Мемлекеттік мүлікті беру туралы шешім қабылданды',
    },
    en: ({ decisionNumber, decidedOn }) =>
      `Decision ${decisionNumber} on the transfer made by the state property body ${en.on(decidedOn)}`,
    ru: ({ decisionNumber, decidedOn }) =>
      `Уполномоченный орган по управлению государственным имуществом ${ru.on(decidedOn)} принял решение № ${decisionNumber} о передаче`,
    kk: ({ decisionNumber, decidedOn }) =>
      `Мемлекеттік мүлікті басқару жөніндегі уәкілетті орган ${kk.on(decidedOn)} мүлікті беру туралы № ${decisionNumber} шешім қабылдады`,
  },
  TransferDeedSigned: {
    called: { en: 'Transfer deed signed', ru: 'Подписан передаточный акт', kk: 'Өткізу актісіне қол қойылды' },
    en: ({ side, signedOn, completesSigning }) =>
      `Transfer deed signed by ${termIn(side, 'en')} ${en.on(signedOn)}${completesSigning ? '; both sides have signed' : ''}`,
    ru: ({ side, signedOn, completesSigning }) =>
      `Передаточный акт подписан ${ru.on(signedOn)}: ${termIn(side, 'ru')}${completesSigning ? '; подписали обе стороны' : ''}`,
    kk: ({ side, signedOn, completesSigning }) =>
      `Өткізу актісіне ${kk.on(signedOn)} қол қойылды: ${termIn(side, 'kk')}${completesSigning ? '; екі тарап та қол қойды' : ''}`,
  },
  TransferDeedApproved: {
    called: { en: 'Transfer deed approved', ru: 'Утвержден передаточный акт', kk: 'Өткізу актісі бекітілді' },
    en: ({ side, approvedOn, completesApproval }) =>
      `Transfer deed approved for ${termIn(side, 'en')} ${en.on(approvedOn)}${completesApproval ? '; it is approved' : ''}`,
    ru: ({ side, approvedOn, completesApproval }) =>
      `Передаточный акт утвержден ${ru.on(approvedOn)}: ${termIn(side, 'ru')}${completesApproval ? '; утвержден обеими сторонами' : ''}`,
    kk: ({ side, approvedOn, completesApproval }) =>
      `Өткізу актісі ${kk.on(approvedOn)} бекітілді: ${termIn(side, 'kk')}${completesApproval ? '; екі тарап та бекітті' : ''}`,
  },
  TitleRegistered: {
    called: {
      en: 'Title registered',
      ru: 'Зарегистрировано право коммунальной собственности',
      kk: 'Коммуналдық меншік құқығы тіркелді',
    },
    en: ({ registrationNumber, registeredOn }) =>
      `Title of communal ownership registered as ${registrationNumber} ${en.on(registeredOn)}`,
    ru: ({ registrationNumber, registeredOn }) =>
      `Право коммунальной собственности зарегистрировано ${ru.on(registeredOn)} под № ${registrationNumber}`,
    kk: ({ registrationNumber, registeredOn }) =>
      `Коммуналдық меншік құқығы ${kk.on(registeredOn)} ${registrationNumber} нөмірімен тіркелді`,
  },
};
