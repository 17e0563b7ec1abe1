import type { DutyStanding, Language } from '@app/domain';

/** What the sheet says of itself in one language. */
export type SheetWords = Readonly<{
  title: string;
  case: string;
  complaint: string;
  about: string;
  zone: string;
  history: string;
  duties: string;
  proof: string;
  check: string;
  checkInPage: string;
  signedBy: string;
  seenBy: string;
  seenByNobody: string;
  notDisclosed: string;
  withheld: string;
  noDuties: string;
  pending: string;
  facts: Readonly<Record<'happened' | 'recorded' | 'by' | 'due' | 'standing', string>>;
  standings: Readonly<Record<DutyStanding, string>>;
}>;

export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  en: {
    title: 'Evidence bundle',
    case: 'Case',
    complaint: 'Complaint',
    about:
      'This sheet tells in words what the events of this bundle say. The events decide: verify.mjs proves them, and lists every value that is disclosed. This sheet itself is not proved.',
    zone: 'Times are by the clock of the office',
    history: 'What happened',
    duties: 'Duties, as they stood when the last of these events was recorded',
    proof: 'How to check it',
    check: 'Unpack the bundle and run this, with the keys as you know them from elsewhere:',
    checkInPage: 'Or open verify.html in a browser, also without a network, and give it the bundle.',
    signedBy: 'The head of the log',
    seenBy: 'The head bears signatures of these keys, which the verifier checks:',
    seenByNobody: 'No witness has seen this head.',
    notDisclosed: 'not disclosed',
    withheld: 'This event is not shown: it holds text in clear that is not disclosed. Only that it is there is proved.',
    noDuties: 'None.',
    pending: 'not known yet',
    facts: { happened: 'When', recorded: 'Recorded', by: 'By', due: 'Due', standing: 'Stands' },
    standings: {
      OPEN: 'open',
      OVERDUE: 'overdue',
      KEPT: 'done in time',
      LATE: 'done late',
      LAPSED: 'lapsed unused',
      FALLEN_AWAY: 'fallen away',
      PENDING: 'pending',
    },
  },
  ru: {
    title: 'Пакет доказательств',
    case: 'Дело',
    complaint: 'Жалоба',
    about:
      'Этот лист излагает словами то, что записано в событиях пакета. Решающими являются сами события: verify.mjs доказывает их и перечисляет каждое раскрытое значение. Сам лист не доказывается.',
    zone: 'Время указано по часовому поясу',
    history: 'Что произошло',
    duties: 'Обязанности на момент записи последнего из этих событий',
    proof: 'Как проверить',
    check: 'Распакуйте пакет и выполните команду, указав ключи, известные вам из другого источника:',
    checkInPage: 'Либо откройте verify.html в браузере, можно без сети, и передайте ему пакет.',
    signedBy: 'Голова журнала',
    seenBy: 'Под ней стоят подписи этих ключей, их проверяет программа:',
    seenByNobody: 'Ни один свидетель не видел этой головы.',
    notDisclosed: 'не раскрыто',
    withheld: 'Событие не показано: в нем есть открытый текст, который не раскрывается. Доказано лишь, что оно есть.',
    noDuties: 'Нет.',
    pending: 'пока неизвестен',
    facts: { happened: 'Когда', recorded: 'Записано', by: 'Кем', due: 'Последний день', standing: 'Состояние' },
    standings: {
      OPEN: 'не исполнена',
      OVERDUE: 'просрочена',
      KEPT: 'исполнена в срок',
      LATE: 'исполнена с опозданием',
      LAPSED: 'право не использовано',
      FALLEN_AWAY: 'отпала',
      PENDING: 'срок неизвестен',
    },
  },
  kk: {
    title: 'Дәлелдемелер жинағы',
    case: 'Іс',
    complaint: 'Шағым',
    about:
      'Бұл парақ жинақтағы оқиғаларда жазылғанды сөзбен баяндайды. Шешуші күш оқиғалардың өзінде: verify.mjs оларды дәлелдейді және ашылған әрбір мәнді тізеді. Парақтың өзі дәлелденбейді.',
    zone: 'Уақыт мына белдеу бойынша көрсетілген',
    history: 'Не болды',
    duties: 'Осы оқиғалардың соңғысы жазылған сәттегі міндеттер',
    proof: 'Қалай тексеруге болады',
    check: 'Жинақты ашып, кілттерді өзіңіз басқа жерден білетіндей көрсетіп, мына команданы орындаңыз:',
    checkInPage: 'Немесе verify.html файлын браузерде ашып (желісіз де болады), жинақты соған беріңіз.',
    signedBy: 'Журналдың басы',
    seenBy: 'Оның астында мына кілттердің қолдары бар, оларды бағдарлама тексереді:',
    seenByNobody: 'Бұл басты бірде-бір куәгер көрген жоқ.',
    notDisclosed: 'ашылмаған',
    withheld: 'Оқиға көрсетілмейді: онда ашылмайтын ашық мәтін бар. Оның бар екені ғана дәлелденген.',
    noDuties: 'Жоқ.',
    pending: 'әзірге белгісіз',
    facts: { happened: 'Қашан', recorded: 'Жазылды', by: 'Кім', due: 'Соңғы күні', standing: 'Күйі' },
    standings: {
      OPEN: 'орындалмаған',
      OVERDUE: 'мерзімі өткен',
      KEPT: 'мерзімінде орындалды',
      LATE: 'кешігіп орындалды',
      LAPSED: 'құқық пайдаланылмады',
      FALLEN_AWAY: 'күшін жойды',
      PENDING: 'мерзімі белгісіз',
    },
  },
};
