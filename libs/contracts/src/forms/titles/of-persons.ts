import { titled, type FieldTitles } from './field-title.js';

/** Persons, their signatures and their papers. */
export const personTitles: FieldTitles = {
  effectiveAt: titled(
    ['When it happened', 'Когда это произошло', 'Қашан болды'],
    ['Leave it empty where it is now', 'Оставьте пустым, если сейчас', 'Қазір болса, бос қалдырыңыз'],
  ),
  iin: titled(['IIN', 'ИИН', 'ЖСН'], ['Twelve digits', 'Двенадцать цифр', 'Он екі сан']),
  subjectIin: titled(['Person', 'Лицо', 'Тұлға'], ['By the IIN', 'По ИИН', 'ЖСН бойынша']),
  nominalOwnerIin: titled(
    [
      'In whose name the dwelling is privatized',
      'На чье имя приватизируется жилище',
      'Тұрғын үй кімнің атына жекешелендіріледі',
    ],
    [
      'The IIN of the applicant or of a member of the family',
      'ИИН заявителя или члена семьи',
      'Өтініш берушінің немесе отбасы мүшесінің ЖСН',
    ],
  ),
  fullName: titled(
    ['Full name', 'Фамилия, имя, отчество', 'Тегі, аты, әкесінің аты'],
    ['The patronymic if there is one', 'Отчество при наличии', 'Әкесінің аты болған жағдайда'],
  ),
  address: titled(['Address', 'Адрес', 'Мекенжай']),
  relationship: titled(
    ['Relation to the applicant', 'Родство с заявителем', 'Өтініш берушіге туыстығы'],
    ['Such as spouse or son', 'Например, супруга или сын', 'Мысалы, жұбайы немесе ұлы'],
  ),
  identityDocument: titled([
    'Identity document',
    'Документ, удостоверяющий личность',
    'Жеке басын куәландыратын құжат',
  ]),
  number: titled(['Number', 'Номер', 'Нөмірі']),
  issuedOn: titled(['Issued on', 'Дата выдачи', 'Берілген күні']),
  issuedBy: titled(['Issued by', 'Кем выдан', 'Кім берген']),
  expiresOn: titled(
    ['Valid until', 'Действителен до', 'Жарамды мерзімі'],
    ['Leave it empty where it does not expire', 'Оставьте пустым, если бессрочный', 'Мерзімсіз болса, бос қалдырыңыз'],
  ),
  consent: titled(
    ['Signature of the member', 'Подпись члена семьи', 'Отбасы мүшесінің қолы'],
    ['Every adult member signs', 'Подписывает каждый совершеннолетний', 'Әрбір кәмелетке толған мүше қол қояды'],
  ),
  signature: titled(['Signature of the applicant', 'Подпись заявителя', 'Өтініш берушінің қолы']),
  signedAt: titled(['Signed at', 'Время подписания', 'Қол қойылған уақыты']),
  certificateSerial: titled([
    'Serial number of the EDS certificate',
    'Серийный номер сертификата ЭЦП',
    'ЭЦҚ сертификатының сериялық нөмірі',
  ]),
  'FormSignatureDto.certificateSerial': titled(
    ['Serial number of the EDS certificate', 'Серийный номер сертификата ЭЦП', 'ЭЦҚ сертификатының сериялық нөмірі'],
    [
      'Leave it empty where it is signed by hand',
      'Оставьте пустым, если подпись от руки',
      'Қолмен қойылса, бос қалдырыңыз',
    ],
  ),
  eds: titled(['Electronic signature', 'Электронная цифровая подпись', 'Электрондық цифрлық қолтаңба']),
  powerOfAttorney: titled(['Power of attorney', 'Доверенность', 'Сенімхат']),
  notarizedOn: titled(['Notarized on', 'Дата удостоверения', 'Куәландырылған күні']),
  notary: titled(['Notary', 'Нотариус', 'Нотариус']),
  representative: titled(['Representative', 'Представитель', 'Өкіл']),
  type: titled(['Kind of document', 'Вид документа', 'Құжат түрі']),
  sha256: titled(
    ['Electronic copy', 'Электронная копия', 'Электрондық көшірме'],
    ['The SHA-256 of the file', 'SHA-256 файла', 'Файлдың SHA-256 мәні'],
  ),
  document: titled(['Document', 'Документ', 'Құжат']),
  documentType: titled(['Document', 'Документ', 'Құжат']),
  documents: titled(['Documents', 'Документы', 'Құжаттар']),
  act: titled(['Act of civil status', 'Акт гражданского состояния', 'Азаматтық хал актісі']),
  actOn: titled(
    ['Day of the act', 'Дата акта', 'Актінің күні'],
    [
      'Leave it empty where there is no such act',
      'Оставьте пустым, если такого акта нет',
      'Мұндай акт болмаса, бос қалдырыңыз',
    ],
  ),
};
