import { titled, type FieldTitles } from './field-title.js';

/** Complaints and courts. */
export const complaintTitles: FieldTitles = {
  caseId: titled(['Case', 'Дело', 'Іс']),
  addressee: titled(['To whom it is addressed', 'Кому адресована', 'Кімге жолданған']),
  lodgedWith: titled(['With whom it is left', 'Кому подана', 'Кімге берілген']),
  complainant: titled(['Complainant', 'Податель жалобы', 'Шағым беруші']),
  contested: titled(['What is complained of', 'Что обжалуется', 'Не шағымдалады']),
  'ContestedDto.kind': titled([
    'Decision, action or inaction',
    'Решение, действие или бездействие',
    'Шешім, әрекет немесе әрекетсіздік',
  ]),
  what: titled(['In words', 'Словами', 'Сөзбен'], ['Name no person', 'Не называйте лиц', 'Адамдарды атамаңыз']),
  on: titled(['Its day', 'Дата', 'Күні']),
  rule: titled(['Duty that was not kept', 'Неисполненная обязанность', 'Орындалмаған міндет']),
  learnedOn: titled(['Learned of it on', 'Когда стало известно', 'Қашан белгілі болды']),
  demands: titled(['Demands', 'Требования', 'Талаптар'], ['Name no person', 'Не называйте лиц', 'Адамдарды атамаңыз']),
  actingFor: titled(['For which body', 'За какой орган', 'Қай орган үшін']),
  forwardingNumber: titled(['Number of the letter', 'Номер письма', 'Хат нөмірі']),
  'AdoptFavourableActDto.act': titled(['What was done', 'Что сделано', 'Не істелді']),
  fully: titled([
    'It meets the demands in full',
    'Требования удовлетворены полностью',
    'Талаптар толық қанағаттандырылды',
  ]),
  workingDays: titled(
    ['Working days', 'Рабочих дней', 'Жұмыс күндері'],
    ['Ten at most', 'Не более десяти', 'Оннан аспайды'],
  ),
  noticeNumber: titled(['Number of the notice', 'Номер сообщения', 'Хабарлама нөмірі']),
  effect: titled(['What follows for the case', 'Последствия для дела', 'Іске салдары']),
  'ComplaintEffectDto.kind': titled(['What is to be done', 'Что надлежит сделать', 'Не істелуі тиіс']),
  description: titled(['In words', 'Словами', 'Сөзбен']),
  carryOutBy: titled(['To be done until', 'Исполнить до', 'Орындау мерзімі']),
  court: titled(['Court', 'Суд', 'Сот']),
  appealNumber: titled(['Number of the appeal', 'Номер обращения', 'Арыз нөмірі']),
  lawReference: titled(
    ['Law that allows it earlier', 'Закон, допускающий это раньше', 'Бұған ертерек жол беретін заң'],
    ['Only before the complaint is decided', 'Только до решения по жалобе', 'Тек шағым қаралғанға дейін'],
  ),
  rulingNumber: titled(['Number of the ruling', 'Номер судебного акта', 'Сот актісінің нөмірі']),
  'RecordCourtRulingDto.summary': titled(
    ['The ruling in words', 'Содержание судебного акта', 'Сот актісінің мазмұны'],
    ['Name no person', 'Не называйте лиц', 'Адамдарды атамаңыз'],
  ),
  cause: titled(['Which order', 'Чье предписание', 'Кімнің нұсқауы']),
};
