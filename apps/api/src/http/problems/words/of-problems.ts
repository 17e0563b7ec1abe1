import type { Sentence } from './sentence.js';

/** What problems say of a request, and of what it asks for. */
export const problemSentences: readonly Sentence[] = [
  ['"{}" is no year such as 2028.', '"{}" не является годом, например 2028.', '"{}" 2028 сияқты жыл емес.'],
  ['A part of the address is too long.', 'Часть адреса слишком длинная.', 'Мекенжайдың бір бөлігі тым ұзын.'],
  [
    'A body may weigh one megabyte (1,048,576 bytes).',
    'Тело запроса не больше одного мегабайта (1 048 576 байт).',
    'Сұрау денесі бір мегабайттан (1 048 576 байт) аспауы тиіс.',
  ],
  [
    'Authorization must be: Bearer <token>.',
    'Заголовок Authorization: Bearer <токен>.',
    'Authorization тақырыбы: Bearer <токен>.',
  ],
  [
    'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    'Idempotency-Key: от 1 до 200 видимых символов ASCII.',
    'Idempotency-Key: 1-ден 200-ге дейін көрінетін ASCII таңба.',
  ],
  [
    'Idempotency-Key must not hold the IIN of a person.',
    'Idempotency-Key не должен содержать ИИН.',
    'Idempotency-Key ішінде ЖСН болмауы тиіс.',
  ],
  [
    'If-Match must be a revision in quotes, such as "3".',
    'If-Match: ревизия в кавычках, например "3".',
    'If-Match: тырнақшадағы ревизия, мысалы "3".',
  ],
  [
    'This command cannot be tried: send it without `Prefer: validate-only`.',
    'Эту команду нельзя проверить заранее: отправьте ее без `Prefer: validate-only`.',
    'Бұл пәрменді алдын ала тексеруге болмайды: оны `Prefer: validate-only` жазбасынсыз жіберіңіз.',
  ],
  [
    'More commands wait than can be taken on; nothing was recorded.',
    'Ожидает слишком много команд; ничего не записано.',
    'Күтіп тұрған пәрмен тым көп; ештеңе жазылған жоқ.',
  ],
  ['Nothing is at this address.', 'По этому адресу ничего нет.', 'Бұл мекенжайда ештеңе жоқ.'],
  ['Only {}', 'Разрешено только {}', 'Тек мынаған рұқсат: {}'],
  [
    'Others keep writing to this case; nothing was recorded.',
    'В это дело одновременно пишут другие; ничего не записано.',
    'Бұл іске басқалар жазып жатыр; ештеңе жазылған жоқ.',
  ],
  [
    'Prefer: validate-only takes no value.',
    'Prefer: validate-only не принимает значения.',
    'Prefer: validate-only мән қабылдамайды.',
  ],
  [
    'Prefer: wait takes whole seconds from 0 to 10.',
    'Prefer: wait принимает целые секунды от 0 до 10.',
    'Prefer: wait 0-ден 10-ға дейінгі бүтін секундты қабылдайды.',
  ],
  [
    'See errors: each names a field by its path.',
    'См. errors: каждая запись называет поле и его путь.',
    'errors қараңыз: әр жазба өрісті жолымен атайды.',
  ],
  [
    'See errors: each names a query parameter.',
    'См. errors: каждая запись называет параметр запроса.',
    'errors қараңыз: әр жазба сұрау параметрін атайды.',
  ],
  [
    'Send a token: Authorization: Bearer <token>.',
    'Отправьте токен: Authorization: Bearer <токен>.',
    'Токен жіберіңіз: Authorization: Bearer <токен>.',
  ],
  ['Send application/json.', 'Отправьте application/json.', 'application/json жіберіңіз.'],
  [
    'So many duties cannot be put in the order of their shares.',
    'Столько обязанностей нельзя упорядочить по долям.',
    'Мұнша міндетті үлесі бойынша реттеу мүмкін емес.',
  ],
  [
    'The address or the headers cannot be read.',
    'Адрес или заголовки не читаются.',
    'Мекенжай немесе тақырыптар оқылмайды.',
  ],
  ['The body holds more than {} values.', 'В теле запроса больше {} значений.', 'Сұрау денесінде {} мәннен көп.'],
  ['The body is not JSON.', 'Тело запроса не является JSON.', 'Сұрау денесі JSON емес.'],
  ['The body is not UTF-8.', 'Тело запроса не в UTF-8.', 'Сұрау денесі UTF-8 емес.'],
  [
    'The body nests deeper than {}.',
    'Вложенность тела запроса больше {}.',
    'Сұрау денесінің тереңдігі {} деңгейден асады.',
  ],
  [
    'The case has no duty under this rule, or not yet.',
    'По этому правилу у дела нет обязанности или пока нет.',
    'Бұл ереже бойынша істің міндеті жоқ немесе әзірге жоқ.',
  ],
  [
    'The case has several duties under this rule: name one by `?instance=`, from {} to {}.',
    'По этому правилу у дела несколько обязанностей: укажите `?instance=` от {} до {}.',
    'Бұл ереже бойынша істің бірнеше міндеті бар: `?instance=` арқылы {} мен {} аралығынан біреуін көрсетіңіз.',
  ],
  [
    'The complaint has no duty under this rule, or not yet.',
    'По этому правилу у жалобы нет обязанности или пока нет.',
    'Бұл ереже бойынша шағымның міндеті жоқ немесе әзірге жоқ.',
  ],
  ['The cursor is not one of this list.', 'Курсор не от этого списка.', 'Курсор бұл тізімнен емес.'],
  [
    'The headers may weigh sixteen kilobytes.',
    'Заголовки не больше шестнадцати килобайт.',
    'Тақырыптар он алты килобайттан аспауы тиіс.',
  ],
  [
    'The range that is asked for is not in the file.',
    'Запрошенного диапазона в файле нет.',
    'Сұралған аралық файлда жоқ.',
  ],
  ['The role {} lacks the permission {}.', 'У роли {} нет права {}.', '{} рөлінің {} құқығы жоқ.'],
  [
    'There are calendars for {}; no term is counted without one.',
    'Есть календари на {}; без календаря срок не считается.',
    '{} жылдарының күнтізбелері бар; күнтізбесіз мерзім есептелмейді.',
  ],
  [
    'There is a trail as decided once the complaint is.',
    'След на момент решения есть после решения по жалобе.',
    'Шешім сәтіндегі із шағым қаралғаннан кейін болады.',
  ],
  ['There is no command of that name.', 'Команды с таким именем нет.', 'Мұндай атаулы пәрмен жоқ.'],
  ['There is no dataset {}; there are {}.', 'Набора данных {} нет; есть {}.', '{} деректер жинағы жоқ; барлары: {}.'],
  [
    'There is no paragraph {}; GET /monitoring/paragraphs lists them.',
    'Пункта {} нет; список: GET /monitoring/paragraphs.',
    '{} тармағы жоқ; тізімі: GET /monitoring/paragraphs.',
  ],
  [
    'There is no refused stage record of this id.',
    'Отклоненной записи этапа с этим номером нет.',
    'Бұл нөмірмен қабылданбаған кезең жазбасы жоқ.',
  ],
  [
    'There is no such case, or it is not of your office.',
    'Такого дела нет или оно не вашего отдела.',
    'Мұндай іс жоқ немесе ол сіздің бөліміңіздікі емес.',
  ],
  [
    'There is no such complaint, or it is not of your office.',
    'Такой жалобы нет или она не вашего отдела.',
    'Мұндай шағым жоқ немесе ол сіздің бөліміңіздікі емес.',
  ],
  [
    'This Idempotency-Key was sent before with another request.',
    'Этот Idempotency-Key уже отправлен с другим запросом.',
    'Бұл Idempotency-Key бұрын басқа сұраумен жіберілген.',
  ],
  ['This is not a request that can be read.', 'Этот запрос не читается.', 'Бұл сұрау оқылмайды.'],
  [
    'This was not your doing. The correlation id finds it in our log.',
    'Это не ваша ошибка. По correlationId она найдется в нашем журнале.',
    'Бұл сіздің қатеңіз емес. correlationId арқылы ол біздің журналдан табылады.',
  ],
  ['Try again in a moment.', 'Повторите через некоторое время.', 'Сәл кейін қайталаңыз.'],
  [
    'X-Min-Position must be a log position, as X-Log-Position gave it.',
    'X-Min-Position: позиция журнала из X-Log-Position.',
    'X-Min-Position: X-Log-Position берген журнал позициясы.',
  ],
  ['You have {} requests in flight.', 'У вас одновременно {} запросов.', 'Сізде бір мезгілде {} сұрау бар.'],
  ['You lack the permission {}.', 'У вас нет права {}.', 'Сізде {} құқығы жоқ.'],
  [
    'You saw revision {}; it is at {} now.',
    'Вы видели ревизию {}; сейчас {}.',
    'Сіз {} ревизиясын көрдіңіз; қазір {}.',
  ],
  [
    'You saw revision {}; there is none yet.',
    'Вы видели ревизию {}; ни одной еще нет.',
    'Сіз {} ревизиясын көрдіңіз; әлі бірде-біреуі жоқ.',
  ],
  [
    'Your role may look for cases by their numbers, not by persons.',
    'Ваша роль ищет дела по номерам, а не по лицам.',
    'Сіздің рөліңіз істерді адам бойынша емес, нөмірі бойынша іздейді.',
  ],
  [
    'Your role sees no person in clear.',
    'Ваша роль не видит персональные данные открыто.',
    'Сіздің рөліңіз дербес деректерді ашық көрмейді.',
  ],
  [
    'Send the same request with the same Idempotency-Key: it is carried out once.',
    'Отправьте тот же запрос с тем же Idempotency-Key: он исполнится один раз.',
    'Сол сұрауды сол Idempotency-Key мәнімен жіберіңіз: ол бір рет орындалады.',
  ],
  ['you may not act for the office {}', 'вы не действуете за отдел {}', 'сіз {} бөлімі атынан әрекет ете алмайсыз'],
  ['there is no office {}', 'отдела {} нет', '{} бөлімі жоқ'],
  ['{} is given more than once.', 'Заголовок {} указан несколько раз.', '{} тақырыбы бірнеше рет көрсетілген.'],
];
