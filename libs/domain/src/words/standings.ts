import type { CaseStage, CaseStatus } from '../case/case.words.js';
import type { DutyKind } from '../rulebook/rulebook.js';
import type { DutyStanding } from '../duties/duty.js';
import { said, type Said } from './said.js';

type Titles<Word extends string> = Readonly<Record<Word, Said>>;

/** What it is called where a case stands. */
export const caseStatusTitles: Titles<CaseStatus> = {
  SUBMITTED: said('Submitted', 'Подано', 'Берілді'),
  REGISTERED: said('Registered', 'Зарегистрировано', 'Тіркелді'),
  COMPLETE: said('Complete', 'Пакет полный', 'Топтама толық'),
  EXAMINED: said('Examined', 'Рассмотрено', 'Қаралды'),
  COMMISSION_FORMED: said('Commission formed', 'Комиссия образована', 'Комиссия құрылды'),
  DECIDED: said('Decided', 'Решение принято', 'Шешім қабылданды'),
  DECISION_SIGNED: said('Decision signed', 'Решение подписано', 'Шешімге қол қойылды'),
  PETITION_SENT: said('Petition sent', 'Ходатайство направлено', 'Қолдаухат жіберілді'),
  INDUSTRY_AGREED: said('Agreed by the industry', 'Согласовано отраслью', 'Салалық орган келісті'),
  STATE_PROPERTY_DECIDED: said('Transfer decided', 'Решение о передаче принято', 'Беру туралы шешім қабылданды'),
  DEED_SIGNED: said('Deed signed', 'Акт подписан', 'Актіге қол қойылды'),
  DEED_APPROVED: said('Deed approved', 'Акт утвержден', 'Акт бекітілді'),
  TITLE_REGISTERED: said('Title registered', 'Право зарегистрировано', 'Құқық тіркелді'),
  AGREEMENT_OFFERED: said('Agreement offered', 'Договор предложен', 'Шарт ұсынылды'),
  AGREEMENT_CONCLUDED: said('Agreement concluded', 'Договор заключен', 'Шарт жасалды'),
  PAID: said('Paid', 'Оплачено', 'Төленді'),
  CONCLUDED: said('Transferred free of charge', 'Передано безвозмездно', 'Өтеусіз берілді'),
  REJECTED: said('Rejected', 'В приеме отказано', 'Қабылдаудан бас тартылды'),
  REFUSED: said('Refused', 'Отказано', 'Бас тартылды'),
  WITHDRAWN: said('Withdrawn', 'Отозвано', 'Кері қайтарып алынды'),
};

export const caseStageTitles: Titles<CaseStage> = {
  DOCUMENTS: said('Documents', 'Документы', 'Құжаттар'),
  DECISION: said('Decision', 'Решение', 'Шешім'),
  TRANSFER: said('Transfer', 'Передача', 'Беру'),
  AGREEMENT: said('Agreement', 'Договор', 'Шарт'),
  PAYMENT: said('Payment', 'Оплата', 'Төлем'),
  CLOSED: said('Closed', 'Закрыто', 'Жабылды'),
};

export const dutyStandingTitles: Titles<DutyStanding> = {
  OPEN: said('To be done', 'Не исполнена', 'Орындалмаған'),
  OVERDUE: said('Overdue', 'Просрочена', 'Мерзімі өткен'),
  LAPSED: said('Lapsed', 'Право не использовано', 'Құқық пайдаланылмады'),
  KEPT: said('Done in time', 'Исполнена в срок', 'Мерзімінде орындалды'),
  LATE: said('Done late', 'Исполнена с опозданием', 'Кешігіп орындалды'),
  FALLEN_AWAY: said('Fell away', 'Отпала', 'Күшін жойды'),
  PENDING: said('Day not known yet', 'Срок пока неизвестен', 'Мерзімі әзірге белгісіз'),
};

export const dutyKindTitles: Titles<DutyKind> = {
  OBLIGATION: said('Obligation', 'Обязанность', 'Міндет'),
  POWER: said('Power', 'Право', 'Құқық'),
};
