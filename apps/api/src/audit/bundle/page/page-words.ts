import type { Language } from '@app/domain';
import { kazakhTitles, russianTitles } from './titles.js';

/** What the page says in one language. */
export type PageWords = Readonly<{
  title: string;
  case: string;
  complaint: string;
  about: string;
  history: string;
  values: string;
  duties: string;
  proof: string;
  check: string;
  signedBy: string;
  seenBy: string;
  seenByNobody: string;
  notDisclosed: string;
  withheld: string;
  noDuties: string;
  pending: string;
  columns: Readonly<{
    number: string;
    happened: string;
    recorded: string;
    what: string;
    by: string;
    due: string;
    standing: string;
    why: string;
  }>;
  standings: Readonly<Record<string, string>>;
  /** What an event is called, before its English words; null in English. */
  eventTitle: (type: string) => string | null;
}>;

export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    title: 'Evidence bundle',
    case: 'Case',
    complaint: 'Complaint',
    about:
      'This page tells in words what the events of this bundle say. The events decide: verify.mjs proves them, and lists every value that is disclosed. This page itself is not proved.',
    history: 'What happened',
    values: 'Disclosed values',
    duties: 'Duties, as they stood when the last of these events was recorded',
    proof: 'How to check it',
    check: 'Unpack the bundle and run this, with the keys as you know them from elsewhere:',
    signedBy: 'The head of the log',
    seenBy: 'The head bears signatures of these keys, which the verifier checks:',
    seenByNobody: 'No witness has seen this head.',
    notDisclosed: 'not disclosed',
    withheld: 'This event is not shown: it holds text in clear that is not disclosed. Only that it is there is proved.',
    noDuties: 'None.',
    pending: 'not known yet',
    columns: {
      number: 'No.',
      happened: 'When',
      recorded: 'Recorded',
      what: 'What',
      by: 'By',
      due: 'Due',
      standing: 'Stands',
      why: 'Why',
    },
    standings: {},
    eventTitle: () => null,
  },
  ru: {
    title: 'Пакет доказательств',
    case: 'Дело',
    complaint: 'Жалоба',
    about:
      'Эта страница излагает словами то, что записано в событиях пакета. Решающими являются сами события: verify.mjs доказывает их и перечисляет каждое раскрытое значение. Сама страница не доказывается.',
    history: 'Что произошло',
    values: 'Раскрытые значения',
    duties: 'Обязанности на момент записи последнего из этих событий',
    proof: 'Как проверить',
    check: 'Распакуйте пакет и выполните команду, указав ключи, известные вам из другого источника:',
    signedBy: 'Голова журнала',
    seenBy: 'Под ней стоят подписи этих ключей, их проверяет программа:',
    seenByNobody: 'Ни один свидетель не видел этой головы.',
    notDisclosed: 'не раскрыто',
    withheld: 'Событие не показано: в нем есть открытый текст, который не раскрывается. Доказано лишь, что оно есть.',
    noDuties: 'Нет.',
    pending: 'пока неизвестен',
    columns: {
      number: '№',
      happened: 'Когда',
      recorded: 'Записано',
      what: 'Что',
      by: 'Кто',
      due: 'Срок',
      standing: 'Состояние',
      why: 'Почему',
    },
    standings: {
      OPEN: 'не исполнена',
      OVERDUE: 'просрочена',
      KEPT: 'исполнена в срок',
      LATE: 'исполнена с опозданием',
      LAPSED: 'право не использовано',
      FALLEN_AWAY: 'отпала',
      PENDING: 'срок неизвестен',
    },
    eventTitle: (type) => titleIn(russianTitles, type),
  },
  kk: {
    title: 'Дәлелдемелер жинағы',
    case: 'Іс',
    complaint: 'Шағым',
    about:
      'Бұл бет жинақтағы оқиғаларда жазылғанды сөзбен баяндайды. Шешуші күш оқиғалардың өзінде: verify.mjs оларды дәлелдейді және ашылған әрбір мәнді тізеді. Беттің өзі дәлелденбейді.',
    history: 'Не болды',
    values: 'Ашылған мәндер',
    duties: 'Осы оқиғалардың соңғысы жазылған сәттегі міндеттер',
    proof: 'Қалай тексеруге болады',
    check: 'Жинақты ашып, кілттерді өзіңіз басқа жерден білетіндей көрсетіп, мына команданы орындаңыз:',
    signedBy: 'Журналдың басы',
    seenBy: 'Оның астында мына кілттердің қолдары бар, оларды бағдарлама тексереді:',
    seenByNobody: 'Бұл басты бірде-бір куәгер көрген жоқ.',
    notDisclosed: 'ашылмаған',
    withheld: 'Оқиға көрсетілмейді: онда ашылмайтын ашық мәтін бар. Оның бар екені ғана дәлелденген.',
    noDuties: 'Жоқ.',
    pending: 'әзірге белгісіз',
    columns: {
      number: '№',
      happened: 'Қашан',
      recorded: 'Жазылды',
      what: 'Не',
      by: 'Кім',
      due: 'Мерзімі',
      standing: 'Күйі',
      why: 'Неге',
    },
    standings: {
      OPEN: 'орындалмаған',
      OVERDUE: 'мерзімі өткен',
      KEPT: 'мерзімінде орындалды',
      LATE: 'кешігіп орындалды',
      LAPSED: 'құқық пайдаланылмады',
      FALLEN_AWAY: 'күшін жойды',
      PENDING: 'мерзімі белгісіз',
    },
    eventTitle: (type) => titleIn(kazakhTitles, type),
  },
};

const titleIn = (titles: Readonly<Record<string, string>>, type: string): string | null =>
  Object.hasOwn(titles, type) ? (titles[type] ?? null) : null;
