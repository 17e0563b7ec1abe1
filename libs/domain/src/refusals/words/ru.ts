import { inRussian } from '../../calendar/days-in-words.js';
import type { RefusalCode } from '../refuse.js';
import { agreementInRussian } from './ru/agreement.js';
import { closingInRussian } from './ru/closing.js';
import { complaintInRussian } from './ru/complaint.js';
import { erasureInRussian } from './ru/erasure.js';
import { newLogInRussian } from './ru/new-log.js';
import { filingInRussian } from './ru/filing.js';
import { stageOneInRussian } from './ru/stage-one.js';
import { stageTwoInRussian } from './ru/stage-two.js';
import { timeInRussian } from './ru/times.js';
import { transferInRussian } from './ru/transfer.js';
import type { Terms } from './terms.js';
import type { FactWords, Told } from './words.js';

/** What every refusal says in Russian. Dates stand after a colon or a dash, so that they need no case. */
export const refusalsInRussian: Readonly<Record<RefusalCode, Told>> = {
  ...timeInRussian,
  ...filingInRussian,
  ...stageOneInRussian,
  ...stageTwoInRussian,
  ...transferInRussian,
  ...agreementInRussian,
  ...closingInRussian,
  ...complaintInRussian,
  ...erasureInRussian,
  ...newLogInRussian,
};

const terms: Terms = {
  STATE_CORPORATION: 'Государственная корпорация',
  PORTAL: 'портал',
  ELECTRONIC: 'электронная',
  PAPER: 'бумажная',
  PROVIDER_HEAD: 'руководитель услугодателя',
  AUTHORIZED_BODY: 'уполномоченный орган в сфере жилищных отношений',
  QUALITY_BODY: 'уполномоченный орган по оценке и контролю за качеством оказания государственных услуг',
  TRANSFERRING: 'передающая сторона',
  RECEIVING: 'принимающая сторона',
  STATE_PROPERTY_TERRITORIAL_HEAD:
    'руководитель территориального подразделения уполномоченного органа по управлению государственным имуществом',
  NATIONAL_BANK_DEPUTY_CHAIRMAN: 'заместитель Председателя Национального Банка',
  COMMUNAL_PROPERTY_BODY_HEAD:
    'руководитель исполнительного органа, уполномоченного на распоряжение коммунальным имуществом',
  AKIM_OFFICE: 'аппарат акима',
  IDENTITY: 'удостоверение личности',
  MARRIAGE_DIVORCE: 'брак и его расторжение',
  DEATH: 'смерть',
  BIRTH: 'рождение',
  MARRIAGE: 'брак',
  DISSOLUTION: 'расторжение брака',
  HOUSING: 'жилище в собственности',
  ADDRESS: 'адрес',
  COURT_DECISIONS: 'судебные решения',
  SOCIAL_STATUS: 'социальная уязвимость',
  FAMILY_STATUS_ACT: 'акт гражданского состояния',
  COURT_RECOGNIZED_FAMILY: 'член семьи по решению суда',
  SOCIALLY_VULNERABLE: 'социальная уязвимость',
  OCCUPATION: 'род занятий',
  COSMONAUT: 'космонавт или кандидат в космонавты',
  MISSING: 'отсутствует —',
  EXPIRED: 'срок действия истек —',
  UNSIGNED: 'не подписано —',
  D1: 'заявление',
  D2: 'свидетельство о браке, его расторжении, смерти или рождении',
  D3: 'договор найма или ордер на жилище',
  D4: 'решение суда о членах семьи',
  D5: 'подтверждение социальной уязвимости',
  D6: 'справка с места работы или службы',
  D7: 'подтверждение статуса космонавта',
  D8: 'подтверждение отсутствия задолженности по договору найма',
  D9: 'подтверждение категории безвозмездного получения',
  place: 'место',
  body: 'наименование органа',
  official: 'должностное лицо',
  secretary: 'секретарь',
  participants: 'участники',
  question: 'содержание вопроса',
  explanations: 'содержание пояснений',
  signedByChair: 'подпись председательствующего',
  signedBySecretary: 'подпись секретаря',
  facts: 'обстоятельства',
  reasons: 'причины',
  OFF: 'выходной день',
  WORKING: 'рабочий день',
  A_TEXT: 'текст',
  AN_AMOUNT: 'сумма в тенге с двумя знаками после точки',
  A_WHOLE_NUMBER: 'целое число',
  A_DAY: 'день в виде «год-месяц-день»',
  AN_INSTANT: 'момент времени со смещением от всемирного времени',
  person: 'лицо',
};

/** How facts are said in Russian. */
export const russian: FactWords & Readonly<{ terms: Terms }> = { date: inRussian, terms };
