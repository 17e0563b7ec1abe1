import type {
  ComplaintOutcome,
  ComplaintStatus,
  ContestedKind,
  EffectKind,
  ExtensionGround,
  LodgedWith,
  OrderCause,
} from '../complaint/complaint.types.js';
import { said, type Said } from './said.js';

type Titles<Word extends string> = Readonly<Record<Word, Said>>;

/** What the words of bodies about complaints are called. */
export const contestedKindTitles: Titles<ContestedKind> = {
  DECISION: said('A decision', 'Решение', 'Шешім'),
  ACTION: said('An action', 'Действие', 'Әрекет'),
  INACTION: said('An inaction', 'Бездействие', 'Әрекетсіздік'),
};

export const lodgingTitles: Titles<LodgedWith> = {
  PROVIDER: said('The provider', 'Услугодателю', 'Көрсетілетін қызметті берушіге'),
  AUTHORIZED_BODY: said(
    'The authorized body in housing relations',
    'Уполномоченному органу в сфере жилищных отношений',
    'Тұрғын үй қатынастары саласындағы уәкілетті органға',
  ),
  QUALITY_BODY: said(
    'The body for assessment and control of quality',
    'Уполномоченному органу по оценке и контролю за качеством',
    'Сапаны бағалау және бақылау жөніндегі уәкілетті органға',
  ),
};

export const extensionGroundTitles: Titles<ExtensionGround> = {
  ADDITIONAL_STUDY_OR_INSPECTION: said(
    'Further study or an inspection is needed',
    'Нужно дополнительное изучение или проверка',
    'Қосымша зерделеу немесе тексеру қажет',
  ),
  ADDITIONAL_INFORMATION: said(
    'Further information is needed',
    'Нужна дополнительная информация',
    'Қосымша ақпарат қажет',
  ),
};

export const complaintOutcomeTitles: Titles<ComplaintOutcome> = {
  SATISFIED: said('Satisfied', 'Удовлетворена', 'Қанағаттандырылды'),
  PARTLY_SATISFIED: said('Satisfied in part', 'Удовлетворена частично', 'Ішінара қанағаттандырылды'),
  DISMISSED: said('Dismissed', 'Отказано', 'Бас тартылды'),
};

export const effectKindTitles: Titles<EffectKind> = {
  DECIDE_ANEW: said('Decide anew', 'Принять новое решение', 'Жаңа шешім қабылдау'),
  ACT: said('Do what was not done', 'Совершить действие', 'Әрекет жасау'),
  NONE: said('Nothing', 'Ничего', 'Ештеңе'),
};

export const orderCauseTitles: Titles<OrderCause> = {
  COMPLAINT: said('The decision on the complaint', 'Решение по жалобе', 'Шағым бойынша шешім'),
  COURT: said('The last ruling of a court', 'Последний судебный акт', 'Соңғы сот актісі'),
};

export const complaintStatusTitles: Titles<ComplaintStatus> = {
  FILED: said('Filed', 'Подана', 'Берілді'),
  FORWARDED: said('Sent on', 'Направлена', 'Жіберілді'),
  REGISTERED: said('Registered', 'Зарегистрирована', 'Тіркелді'),
  DECIDED: said('Decided', 'Рассмотрена', 'Қаралды'),
  SETTLED: said('Settled', 'Урегулирована', 'Реттелді'),
  IN_COURT: said('In court', 'В суде', 'Сотта'),
  RULED: said('Ruled by a court', 'Есть судебный акт', 'Сот актісі бар'),
};
