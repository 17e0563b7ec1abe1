import { titled, type FieldTitles } from './field-title.js';

/** The agreement, payments, results and corrections. */
export const closingTitles: FieldTitles = {
  source: titled(['Source', 'Источник', 'Дереккөз']),
  encumbrances: titled(
    ['Rights of others', 'Обременения', 'Ауыртпалықтар'],
    ['Leave it empty where there are none', 'Оставьте пустым, если их нет', 'Болмаса, бос қалдырыңыз'],
  ),
  technicalCharacteristics: titled([
    'Technical characteristics',
    'Технические характеристики',
    'Техникалық сипаттамалар',
  ]),
  receivedOn: titled(['Received on', 'Дата получения', 'Алынған күні']),
  agreementNumber: titled(['Number of the agreement', 'Номер договора', 'Шарт нөмірі']),
  price: titled(['Price', 'Цена', 'Бағасы'], ['In tenge', 'В тенге', 'Теңгемен']),
  instalments: titled(['Instalments', 'Рассрочка', 'Бөліп төлеу']),
  initialContributionDue: titled([
    'Initial contribution until',
    'Первоначальный взнос до',
    'Бастапқы жарнаның мерзімі',
  ]),
  firstInstalmentDue: titled(['First instalment until', 'Первый платеж до', 'Бірінші төлемнің мерзімі']),
  everyMonths: titled(['Months between instalments', 'Месяцев между платежами', 'Төлемдер арасындағы айлар']),
  party: titled(['Party', 'Сторона', 'Тарап']),
  amount: titled(['Amount', 'Сумма', 'Сома'], ['In tenge', 'В тенге', 'Теңгемен']),
  paidOn: titled(['Paid on', 'Дата оплаты', 'Төленген күні']),
  reference: titled(['Payment document', 'Платежный документ', 'Төлем құжаты']),
  overpayment: titled(['What is paid beyond the price', 'Излишек сверх цены', 'Бағадан артық төленген сома']),
  repeatedBecause: titled(
    ['Why it is another payment', 'Почему это другой платеж', 'Неліктен бұл басқа төлем'],
    [
      'Where one with this document is entered already',
      'Если платеж по этому документу уже внесен',
      'Осы құжат бойынша төлем енгізілген болса',
    ],
  ),
  payment: titled(['Payment', 'Платеж', 'Төлем']),
  result: titled(['Result', 'Результат', 'Нәтиже']),
  issuedTo: titled(['Issued to', 'Кому выдается', 'Кімге беріледі']),
  subject: titled(['What was wrong', 'Что было неверно', 'Не қате болды']),
  was: titled(['What was recorded', 'Что было записано', 'Не жазылған еді']),
  is: titled(['What is right', 'Как правильно', 'Дұрысы қандай']),
  values: titled(['Right values', 'Верные значения', 'Дұрыс мәндер']),
  revision: titled(['Entry', 'Запись', 'Жазба']),
  field: titled(['Field of the entry', 'Поле записи', 'Жазбаның өрісі']),
  date: titled(['Day that was wrong', 'Неверный день', 'Қате күн']),
  fact: titled(['What happened that day', 'Что произошло в этот день', 'Сол күні не болды']),
  'CorrectedDayDto.is': titled(['The right day', 'Верный день', 'Дұрыс күн']),
};
