import type {
  CommissionKind,
  DefectKind,
  Form,
  Identification,
  Overpayment,
  PaperFault,
  Party,
  PaymentMode,
  RefusalGround,
  RegisterOutcome,
  ResultKind,
  ResultTaker,
  Route,
  TenancyKind,
  Verdict,
  Vote,
} from '../case/case.words.js';
import { said, type Said } from './said.js';

type Titles<Word extends string> = Readonly<Record<Word, Said>>;

/** What the words of bodies about cases are called, where no sentence of a refusal names them already. */
export const formTitles: Titles<Form> = {
  GRATUITOUS: said('Free of charge', 'Безвозмездно', 'Өтеусіз'),
  REDEMPTION: said('For its residual value', 'По остаточной стоимости', 'Қалдық құны бойынша'),
};

export const routeTitles: Titles<Route> = {
  COMMUNAL: said(
    'Communal stock of the local body',
    'Коммунальный жилищный фонд местного исполнительного органа',
    'Жергілікті атқарушы органның коммуналдық тұрғын үй қоры',
  ),
  COMMUNAL_ENTITY: said(
    'Communal enterprise or institution',
    'Коммунальное предприятие или учреждение',
    'Коммуналдық кәсіпорын немесе мекеме',
  ),
  REPUBLICAN_ENTITY: said(
    'Republican enterprise or institution',
    'Республиканское предприятие или учреждение',
    'Республикалық кәсіпорын немесе мекеме',
  ),
};

export const paymentModeTitles: Titles<PaymentMode> = {
  SINGLE: said('In one sum', 'Единовременно', 'Бір жолғы төлеммен'),
  INSTALMENTS: said('By instalments', 'В рассрочку', 'Бөліп төлеу арқылы'),
  NONE: said('Nothing is paid', 'Без оплаты', 'Төлемсіз'),
};

export const tenancyKindTitles: Titles<TenancyKind> = {
  TENANCY_AGREEMENT: said('Tenancy agreement', 'Договор найма', 'Жалдау шарты'),
  HOUSING_ORDER: said('Housing order', 'Ордер на жилище', 'Тұрғын үйге ордер'),
};

export const paperFaultTitles: Titles<PaperFault> = {
  UNREADABLE: said('It cannot be read', 'Не читается', 'Оқылмайды'),
  OTHER_TYPE: said('It is another document', 'Это другой документ', 'Бұл басқа құжат'),
  OTHER_PERSON: said('It is of somebody else', 'Это документ другого лица', 'Бұл басқа адамның құжаты'),
};

export const defectKindTitles: Titles<DefectKind> = {
  MISSING: said('It is missing', 'Отсутствует', 'Жоқ'),
  EXPIRED: said('It has expired', 'Срок действия истек', 'Мерзімі өткен'),
  UNSIGNED: said('It is not signed', 'Не подписан', 'Қол қойылмаған'),
};

export const partyTitles: Titles<Party> = {
  RECIPIENT: said('Recipient', 'Услугополучатель', 'Көрсетілетін қызметті алушы'),
  PROVIDER: said('Provider', 'Услугодатель', 'Көрсетілетін қызметті беруші'),
};

export const commissionKindTitles: Titles<CommissionKind> = {
  LOCAL_EXECUTIVE_BODY: said(
    'Of the local executive body',
    'Местного исполнительного органа',
    'Жергілікті атқарушы органның',
  ),
  STATE_ENTERPRISE: said('Of a state enterprise', 'Государственного предприятия', 'Мемлекеттік кәсіпорынның'),
  STATE_INSTITUTION: said('Of a state institution', 'Государственного учреждения', 'Мемлекеттік мекеменің'),
};

export const voteTitles: Titles<Vote> = {
  FOR: said('For', 'За', 'Жақтады'),
  AGAINST: said('Against', 'Против', 'Қарсы'),
  ABSTAINED: said('Abstained', 'Воздержался', 'Қалыс қалды'),
  RECUSED: said(
    'Recused for a conflict of interest',
    'Взял самоотвод из-за конфликта интересов',
    'Мүдделер қақтығысына байланысты қатыспады',
  ),
};

export const verdictTitles: Titles<Verdict> = {
  PRIVATIZE: said('Privatize', 'Приватизировать', 'Жекешелендіру'),
  REFUSE: said('Refuse', 'Отказать', 'Бас тарту'),
};

export const refusalGroundTitles: Titles<RefusalGround> = {
  UNRELIABLE_DOCUMENTS: said(
    'Documents or data cannot be relied on',
    'Документы или сведения недостоверны',
    'Құжаттар немесе мәліметтер дұрыс емес',
  ),
  NOT_COMPLIANT: said(
    'The requirements of the law are not met',
    'Не соблюдены требования законодательства',
    'Заңнама талаптары сақталмаған',
  ),
  RIGHT_DEPRIVED_BY_COURT: said(
    'A court took the right away',
    'Лишен права решением суда',
    'Сот шешімімен құқығынан айырылған',
  ),
};

export const registerOutcomeTitles: Titles<RegisterOutcome> = {
  FOUND: said('Found', 'Сведения найдены', 'Мәлімет табылды'),
  NOT_FOUND: said('Not found', 'Сведений нет', 'Мәлімет жоқ'),
  UNAVAILABLE: said('It did not answer', 'Система недоступна', 'Жүйе қолжетімсіз'),
};

export const overpaymentTitles: Titles<Overpayment> = {
  TO_BE_RETURNED: said('To be returned', 'Подлежит возврату', 'Қайтарылуға тиіс'),
};

export const resultKindTitles: Titles<ResultKind> = {
  REJECTION: said('Rejection of the application', 'Отказ в приеме заявления', 'Өтінішті қабылдаудан бас тарту'),
  REFUSAL: said('Reasoned refusal', 'Мотивированный отказ', 'Дәлелді бас тарту'),
  DECISION: said('Decision to privatize', 'Решение о приватизации', 'Жекешелендіру туралы шешім'),
  TRANSFER_DEED: said('Transfer deed', 'Передаточный акт', 'Өткізу актісі'),
  AGREEMENT: said('Agreement', 'Договор', 'Шарт'),
};

export const resultTakerTitles: Titles<ResultTaker> = {
  RECIPIENT: said('The recipient', 'Услугополучателю', 'Көрсетілетін қызметті алушыға'),
  REPRESENTATIVE: said('A representative', 'Представителю', 'Өкілге'),
};

export const identificationTitles: Titles<Identification> = {
  IDENTITY_DOCUMENT: said('Identity document', 'Документ, удостоверяющий личность', 'Жеке басын куәландыратын құжат'),
  DIGITAL_DOCUMENT: said('Digital document', 'Цифровой документ', 'Цифрлық құжат'),
};
