import { momentIn, say } from '../../calendar/say.js';
import type { Spoken, WordsOf } from '../../event-words.js';
import type { CommissionKind } from '../case.words.js';
import type { ExaminationEvent } from './examination.events.js';

const { en, ru, kk } = say;

const kinds: Readonly<Record<CommissionKind, Spoken>> = {
  LOCAL_EXECUTIVE_BODY: {
    en: 'local executive body',
    ru: 'местный исполнительный орган',
    kk: 'жергілікті атқарушы орган',
  },
  STATE_ENTERPRISE: { en: 'state enterprise', ru: 'государственное предприятие', kk: 'мемлекеттік кәсіпорын' },
  STATE_INSTITUTION: { en: 'state institution', ru: 'государственное учреждение', kk: 'мемлекеттік мекеме' },
};

/** What is said of compliance, commission, hearing and decision. */
export const examinationWords: WordsOf<ExaminationEvent> = {
  ComplianceReviewed: {
    called: {
      en: 'Compliance reviewed',
      ru: 'Документы проверены на соответствие требованиям',
      kk: 'Құжаттардың талаптарға сәйкестігі тексерілді',
    },
    en: ({ findings: { length } }) =>
      length === 0
        ? 'Compliance reviewed: nothing found against the application'
        : `Compliance reviewed: ${counted(length, 'finding')} for the commission`,
    ru: ({ findings: { length } }) =>
      `Документы проверены на соответствие требованиям: ${length === 0 ? 'препятствий не выявлено' : `обстоятельств для комиссии — ${length}`}`,
    kk: ({ findings: { length } }) =>
      `Құжаттардың талаптарға сәйкестігі тексерілді: ${length === 0 ? 'кедергі анықталған жоқ' : `комиссия қарайтын мән-жайлар — ${length}`}`,
  },
  CommissionFormed: {
    called: { en: 'Commission formed', ru: 'Образована жилищная комиссия', kk: 'Тұрғын үй комиссиясы құрылды' },
    en: ({ kind, members }) =>
      `Housing commission of the ${kinds[kind].en} formed, ${counted(members.length, 'member')}`,
    ru: ({ kind, members }) => `Образована жилищная комиссия (${kinds[kind].ru}); членов комиссии: ${members.length}`,
    kk: ({ kind, members }) => `Тұрғын үй комиссиясы құрылды (${kinds[kind].kk}); мүшелерінің саны: ${members.length}`,
  },
  RemarksRaised: {
    called: { en: 'Remarks raised', ru: 'Высказаны замечания к документам', kk: 'Құжаттарға ескертулер айтылды' },
    en: ({ remarks, raisedOn }) => `${counted(remarks.length, 'remark')} on the documents raised ${en.on(raisedOn)}`,
    ru: ({ remarks, raisedOn }) => `К документам высказаны замечания ${ru.on(raisedOn)}: ${remarks.length}`,
    kk: ({ remarks, raisedOn }) => `Құжаттарға ${kk.on(raisedOn)} ескертулер айтылды: ${remarks.length}`,
  },
  PreliminaryRefusalNotified: {
    called: {
      en: 'Preliminary refusal notified',
      ru: 'Направлено уведомление о предварительном решении об отказе',
      kk: 'Бас тарту туралы алдын ала шешім жөнінде хабарлама жіберілді',
    },
    en: ({ notifiedOn, objectionsUntil, actNotBefore }) =>
      `Preliminary refusal notified ${en.on(notifiedOn)}; objections until ${en.day(objectionsUntil)}, no act before ${en.day(actNotBefore)}`,
    ru: ({ notifiedOn, objectionsUntil, actNotBefore }) =>
      `Уведомление о предварительном решении об отказе направлено ${ru.on(notifiedOn)}; последний день для возражений — ${ru.day(objectionsUntil)}, первый день для принятия решения — ${ru.day(actNotBefore)}`,
    kk: ({ notifiedOn, objectionsUntil, actNotBefore }) =>
      `Бас тарту туралы алдын ала шешім жөнінде хабарлама ${kk.on(notifiedOn)} жіберілді; қарсылық білдірудің соңғы күні — ${kk.day(objectionsUntil)}, шешім қабылдауға болатын бірінші күн — ${kk.day(actNotBefore)}`,
  },
  HearingScheduled: {
    called: { en: 'Hearing scheduled', ru: 'Назначено заслушивание', kk: 'Тыңдау тағайындалды' },
    en: ({ hearing }) => `Hearing scheduled for ${momentIn(hearing.at, 'en')}`,
    ru: ({ hearing }) => `Заслушивание назначено на ${momentIn(hearing.at, 'ru')}`,
    kk: ({ hearing }) => `Тыңдау тағайындалды: ${momentIn(hearing.at, 'kk')}`,
  },
  ObjectionReceived: {
    called: { en: 'Objection received', ru: 'Поступило возражение', kk: 'Қарсылық түсті' },
    en: ({ receivedOn, late }) =>
      `Objection to the preliminary refusal received ${en.on(receivedOn)}${late ? ', after its term; kept all the same' : ''}`,
    ru: ({ receivedOn, late }) =>
      `Возражение на предварительное решение поступило ${ru.on(receivedOn)}${late ? ', по истечении срока; приобщено к делу' : ''}`,
    kk: ({ receivedOn, late }) =>
      `Алдын ала шешімге қарсылық ${kk.on(receivedOn)} келіп түсті${late ? ', мерзімі өткеннен кейін; іске қосылды' : ''}`,
  },
  HearingHeld: {
    called: { en: 'Hearing held', ru: 'Проведено заслушивание', kk: 'Тыңдау өткізілді' },
    en: ({ appeared, heldOn }) =>
      appeared ? `Hearing held ${en.on(heldOn)}` : `Hearing ${en.on(heldOn)}: the applicant did not appear`,
    ru: ({ appeared, heldOn }) =>
      appeared
        ? `Заслушивание проведено ${ru.on(heldOn)}`
        : `Заслушивание ${ru.on(heldOn)}: услугополучатель не явился`,
    kk: ({ appeared, heldOn }) =>
      appeared
        ? `Тыңдау ${kk.on(heldOn)} өткізілді`
        : `Тыңдау, ${kk.day(heldOn)}: көрсетілетін қызметті алушы келген жоқ`,
  },
  CommissionDecided: {
    called: { en: 'Commission decided', ru: 'Комиссия приняла решение', kk: 'Комиссия шешім қабылдады' },
    en: ({ outcome, decidedOn }) =>
      `The commission decided ${en.on(decidedOn)} to ${outcome === 'PRIVATIZE' ? 'privatize the dwelling' : 'refuse, with reasons'}`,
    ru: ({ outcome, decidedOn }) =>
      `Комиссия ${ru.on(decidedOn)} приняла решение ${outcome === 'PRIVATIZE' ? 'о приватизации жилища' : 'о мотивированном отказе'}`,
    kk: ({ outcome, decidedOn }) =>
      `Комиссия ${kk.on(decidedOn)} ${outcome === 'PRIVATIZE' ? 'тұрғын үйді жекешелендіру' : 'дәлелді бас тарту'} туралы шешім қабылдады`,
  },
  DecisionSigned: {
    called: { en: 'Decision signed', ru: 'Подписано решение', kk: 'Шешімге қол қойылды' },
    en: ({ decisionNumber, signedOn }) => `Decision ${decisionNumber} signed by the provider ${en.on(signedOn)}`,
    ru: ({ decisionNumber, signedOn }) => `Решение № ${decisionNumber} подписано услугодателем ${ru.on(signedOn)}`,
    kk: ({ decisionNumber, signedOn }) =>
      `№ ${decisionNumber} шешімге көрсетілетін қызметті беруші ${kk.on(signedOn)} қол қойды`,
  },
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
