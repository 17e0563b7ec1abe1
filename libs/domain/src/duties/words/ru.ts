import { dayInRussian, inRussian } from '../../calendar/days-in-words.js';
import type { Term } from '../../calendar/due-date.js';
import type { OffReason } from '../../calendar/working-calendar.js';
import type { Obliged } from '../../rulebook/rulebook.js';
import { dutyKey } from '../duty.js';
import { appendixOf, holidayOf, paragraphParts, transferredFrom, type Words } from './words.js';

/** Why a date is what it is, in Russian. Dates stand after a colon or a dash, so that they need no case. */
export const russian: Words = {
  owes: ({ debtor, kind, rule, instance, duty, term, paragraph, heldBy }) => {
    const { name, must, may } = debtors[debtor];
    const key = dutyKey({ rule, instance });
    const what = dutiesInRussian[key] ?? dutiesInRussian[rule] ?? `исполнить «${duty}»`;
    const verb = rule === 'R-33' ? '' : ` ${kind === 'POWER' ? may : must}`;
    const time = heldBy === null ? within(term, rule) : `в пределах срока ${heldBy}`;
    return `${name}${verb} ${time} ${what}: ${key}, ${paragraphInRussian(paragraph)}.`;
  },
  quotes: (text) => `В Приказе сказано (приводится английский перевод): "${text}"`,
  filed: (on, at) => `Заявление подано: ${inRussian(on)}, ${at}.`,
  afterHours: (closesAt) =>
    `Это было после окончания рабочего времени (${closesAt}), поэтому учитывается следующий рабочий день.`,
  notWorking: (date, reason) => `Нерабочий день: ${inRussian(date)} — ${because(reason)}.`,
  accepted: (on) => `Поэтому днем приема считается ${inRussian(on)} (пункт 4).`,
  delivered: (on, at) => `Документы доставлены услугодателю: ${inRussian(on)}, ${at}.`,
  received: (on) => `Поэтому днем их поступления считается ${inRussian(on)} (пункт 4).`,
  startedBy: (event, on) => `Отсчет ведется от события: ${triggers[event] ?? event} — ${inRussian(on)}.`,
  agreed: (concludedOn, on) => `День установлен договором (заключен: ${inRussian(concludedOn)}): ${inRussian(on)}.`,
  ordered: (orderedOn, on) =>
    `День установлен решением по жалобе или судебным актом (${inRussian(orderedOn)}): ${inRussian(on)}.`,
  setRight: (which, { was, is, reason }) =>
    `Запись о дне ${which === 'START' ? 'начала срока' : 'исполнения'} исправлена: было — ${inRussian(was)}, ` +
    `стало — ${inRussian(is)}${reason === null ? '.' : `; причина: ${reason}`}`,
  theDayItself: (date) => `Срок — сам этот день: ${inRussian(date)}.`,
  runsFrom: (date, term) =>
    `Срок (${daysInRussian(term)}) отсчитывается от дня, который сам не засчитывается: ${inRussian(date)}.`,
  notCounted: (date, reason) => `Не засчитывается: ${inRussian(date)} — ${because(reason)}.`,
  counted: (date, number, { last, workingWeekend }) =>
    `День ${number}${last ? ', последний' : ''}: ${inRussian(date)}${workingWeekend ? ' — рабочий день в порядке переноса' : ''}.`,
  cannotEndOn: (date, reason) => `Срок не может закончиться в нерабочий день: ${inRussian(date)} — ${because(reason)}.`,
  movesTo: (date) => `Поэтому последний день переносится: ${inRussian(date)}.`,
  beganAfter: (rule, due) =>
    `Общий срок, в который он входит (${rule}), истек до его начала: ${inRussian(due)}; этот срок он не сокращает.`,
  begunBy: (event, on) => `Основание — событие: ${triggers[event] ?? event} — ${inRussian(on)}.`,
  heldIn: (rule, due) =>
    `Собственного срока Приказ не устанавливает: это часть срока (${rule}), который истекает: ${inRussian(due)}.`,
  enclosed: (rule, due) => `Общий срок, в который он входит (${rule}), истекает раньше: ${inRussian(due)}.`,
  provisional: (year) => `Календарь ${year} года предварительный: его дни еще могут быть перенесены.`,
  until: (kind, due) =>
    `${kind === 'POWER' ? 'Право действует' : 'Обязанность исполняется'} до конца дня: ${inRussian(due)}.`,
  acceptancePending: (missingYear, notBefore) =>
    `День приема пока неизвестен: нет календаря ${missingYear} года. Он наступит не раньше: ${inRussian(notBefore)} (пункт 4).`,
  pending: ({ missingYear, notBefore }, nominalDue) =>
    `Срок исполнения пока неизвестен: нет календаря ${missingYear} года. ` +
    (nominalDue === null
      ? `Срок истечет не раньше: ${inRussian(notBefore)}.`
      : `Последний день самого срока: ${inRussian(nominalDue)}.`),
  doneWhilePending: (on, missingYear) =>
    `Исполнено: ${inRussian(on)}; в срок ли, покажет календарь ${missingYear} года.`,
  done: (on, late) => `Исполнено: ${inRussian(on)}, ${late ? 'с опозданием' : 'в срок'}.`,
  fellAway: (on, late, kind) =>
    `${kind === 'POWER' ? 'Право прекратилось' : 'Обязанность прекратилась'}: ${inRussian(on)}${late ? ', по истечении срока' : ''}.`,
  extended: (on, workingDays, dueBefore) =>
    `Срок продлен на ${daysInRussian({ n: workingDays, unit: 'working' })} (R-89, пункт 14): ${inRussian(on)}` +
    `${dueBefore === null ? '' : `; без продления он истек бы: ${inRussian(dueBefore)}`}.`,
  moved: ({ wasDue, correction: { date, to, name, source } }, since) =>
    `Прежде срок истекал: ${inRussian(wasDue)}; с тех пор ${to === 'OFF' ? 'выходным' : 'рабочим'} днем объявлен день: ` +
    `${inRussian(date)} — ${named(name)} (${source}), известно со дня: ${inRussian(since)}.`,
};

/** A length of time as it is counted: `1 рабочий день`, `2 рабочих дня`, `5 рабочих дней`. */
export const daysInRussian = ({ n, unit }: Term): string =>
  `${n} ${adjectives[unit][isOne(n) ? 'one' : 'many']} ${nounOf(n)}`;

const nounOf = (n: number): string => {
  if (isOne(n)) return 'день';
  const last = n % 10;
  return last >= 2 && last <= 4 && !isTeen(n) ? 'дня' : 'дней';
};

const isOne = (n: number): boolean => n % 10 === 1 && !isTeen(n);
const isTeen = (n: number): boolean => n % 100 >= 11 && n % 100 <= 14;

const adjectives = {
  calendar: { one: 'календарный', ofOne: 'календарного', many: 'календарных' },
  working: { one: 'рабочий', ofOne: 'рабочего', many: 'рабочих' },
} as const;

const within = (term: Term | null, rule: string): string => {
  if (term === null) return rule === 'R-83a' ? 'не позднее установленного дня' : 'не позднее согласованного дня';
  const { n, unit } = term;
  if (n === 0) return 'в тот же день';
  return `в течение ${n} ${isOne(n) ? `${adjectives[unit].ofOne} дня` : `${adjectives[unit].many} дней`}`;
};

/** A place of the Order in Russian. */
export const paragraphInRussian = (paragraph: string): string => {
  const appendix = appendixOf(paragraph);
  if (appendix !== null) return `приложение ${appendix}`;
  const { number, point, isLast } = paragraphParts(paragraph);
  if (isLast) return `последний абзац пункта ${number}`;
  return point === null ? `пункт ${number}` : `подпункт ${point}) пункта ${number}`;
};

const because = ({ kind, name }: OffReason): string => reasons[kind](name);

const reasons: Readonly<Record<OffReason['kind'], (name: string) => string>> = {
  weekend: () => 'выходной день',
  holiday: (name) => `${named(name)}, праздничный день`,
  substitute: (name) => `${named(name)}, выходной день за праздник, совпавший с выходным`,
  transfer_off: (name) => {
    const from = transferredFrom(name);
    return from === null ? name : `выходной день, перенесенный с ${dayInRussian(from)}`;
  },
  day_off_no_roll: (name) => `${named(name)}, выходной день`,
};

/** A holiday that was added later keeps the name it was added by. */
const named = (name: string): string => holidaysInRussian[holidayOf(name)] ?? name;

const man = { must: 'обязан', may: 'вправе' } as const;
const many = { must: 'обязаны', may: 'вправе' } as const;

export const debtors: Readonly<Record<Obliged, Readonly<{ name: string; must: string; may: string }>>> = {
  RECIPIENT: { name: 'Услугополучатель', ...man },
  PROVIDER: { name: 'Услугодатель', ...man },
  PROVIDER_AND_RECIPIENT: { name: 'Услугодатель и услугополучатель', ...many },
  STATE_CORPORATION: { name: 'Государственная корпорация', must: 'обязана', may: 'вправе' },
  LOCAL_BUDGET: { name: 'Местный бюджет', ...man },
  TRANSFER_PARTIES: { name: 'Передающая и принимающая стороны', ...many },
  STATE_PROPERTY_BODY: { name: 'Уполномоченный орган по управлению государственным имуществом', ...man },
  AKIM: { name: 'Аким', ...man },
  INDUSTRY_BODY: { name: 'Уполномоченный орган соответствующей отрасли', ...man },
  AUTHORIZED_BODY: { name: 'Уполномоченный орган в сфере жилищных отношений', ...man },
  QUALITY_BODY: {
    name: 'Уполномоченный орган по оценке и контролю за качеством оказания государственных услуг',
    ...man,
  },
  COMPLAINANT: { name: 'Податель жалобы', ...man },
};

const triggers: Readonly<Record<string, string>> = {
  DocumentsDelivered: 'доставка документов',
  DecisionSigned: 'подписание решения',
  PetitionSent: 'направление ходатайства',
  ApplicationRegistered: 'регистрация заявления',
  PreliminaryRefusalNotified: 'получение уведомления',
  CommissionDecided: 'решение комиссии',
  StatePropertyDecisionMade: 'решение о передаче государственного имущества',
  TitleRegistered: 'регистрация права на жилище',
  AgreementSigned: 'заключение договора',
  CaseReopened: 'указание решить заново',
  ComplaintFiled: 'поступление жалобы',
  ComplaintForwarded: 'направление жалобы',
  ComplaintRegistered: 'регистрация жалобы',
  ComplaintTermExtended: 'продление срока',
};

const concludeAgreement = 'заключить договор о приватизации жилища';
const obtainRights =
  'получить сведения о зарегистрированных правах (обременениях) на жилище и его технические характеристики';
const considerComplaint = 'рассмотреть жалобу';

/** What is to be done under each rule with a term, in Russian. */
export const dutiesInRussian: Readonly<Record<string, string>> = {
  'R-15': 'зарегистрировать заявление и документы',
  'R-18': 'доставить документы услугодателю',
  'R-19': 'выдать услугополучателю расписку о приеме документов',
  'R-25': 'отобразить в личном кабинете статус о принятии запроса с указанием даты получения результата',
  'R-26': 'направить решение или мотивированный отказ в личный кабинет',
  'R-47': obtainRights,
  'R-52': obtainRights,
  'R-53': 'направить ходатайство в уполномоченный орган по управлению государственным имуществом',
  'R-54a': 'согласовать решение о передаче государственного имущества',
  'R-59': obtainRights,
  'R-69': 'получить сведения из государственных информационных систем по всем членам семьи',
  'R-79': 'провести заслушивание и вести его протокол',
  'R-27': 'принять решение о приватизации жилища, зарегистрировать и подписать его',
  'R-28': concludeAgreement,
  'R-29': 'передать жилище в коммунальный жилищный фонд и зарегистрировать право на него',
  'R-30': concludeAgreement,
  'R-31': 'передать жилище из республиканской собственности в коммунальную и зарегистрировать право на него',
  'R-32': 'принять решение о передаче государственного имущества',
  'R-32a': 'подписать и утвердить передаточный акт и зарегистрировать право на жилище',
  'R-32b': concludeAgreement,
  // Stated as done, not as a right (para 6).
  'R-33': 'отказывает в приеме заявления при неполном пакете документов или документах с истекшим сроком действия',
  'R-36': 'уплатить стоимость жилища в местный бюджет',
  'R-75': 'уведомить услугополучателя о предварительном решении об отказе с указанием времени и места заслушивания',
  'R-78': 'представить возражение на предварительное решение',
  'R-83a':
    'принять и подписать новое решение, как предписано решением по жалобе или судебным актом (срок установлен ими, а не Приказом: A31)',
  'R-84': 'направить жалобу в орган, который ее рассматривает',
  'R-86a': 'зарегистрировать жалобу (Приказ считает срок с регистрации и не устанавливает ее дня: A32)',
  'R-86': considerComplaint,
  'R-87': considerComplaint,
  'R-88': considerComplaint,
  'R-90': 'сообщить подателю жалобы о продлении срока с указанием причин',
  'R-98': 'внести очередной платеж по рассрочке',
  'R-98/0': 'внести первоначальный взнос',
};

/** The holidays of the calendar in Russian. */
export const holidaysInRussian: Readonly<Record<string, string>> = {
  "New Year's Day": 'Новый год',
  'Orthodox Christmas': 'православное Рождество',
  "International Women's Day": 'Международный женский день',
  'Nowruz Holiday': 'Наурыз мейрамы',
  "Kazakhstan's People Solidarity Holiday": 'Праздник единства народа Казахстана',
  'Defender of the Fatherland Day': 'День защитника Отечества',
  'Victory Day': 'День Победы',
  'Capital Day': 'День столицы',
  'Eid al-Adha': 'первый день Курбан-айта',
  'Constitution Day': 'День Конституции',
  'Republic Day': 'День Республики',
  'First President Day': 'День Первого Президента',
  'Independence Day': 'День Независимости',
};
