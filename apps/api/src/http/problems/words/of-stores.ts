import type { Sentence } from './sentence.js';

/** What problems say of the log, the keys, the projections and the signed heads. */
export const storeSentences: readonly Sentence[] = [
  [
    'No projection holds back anything of this case.',
    'Ни одна проекция ничего из этого дела не задерживает.',
    'Бірде-бір проекция бұл істен ештеңе ұстап тұрған жоқ.',
  ],
  [
    'No signed head of the proof log holds all of these events yet. Ask again in a while, or for fewer events by until.',
    'Подписанной головы журнала доказательств для всех этих событий еще нет. Повторите позже или запросите меньше событий через until.',
    'Бұл оқиғалардың барлығына қол қойылған журнал басы әлі жоқ. Кейінірек қайталаңыз немесе until арқылы аз оқиға сұраңыз.',
  ],
  [
    'No signed head of the proof log holds all of these events, and none is signed any more: {}',
    'Подписанной головы журнала доказательств для всех этих событий нет, и подписание остановлено: {}',
    'Бұл оқиғалардың барлығына қол қойылған журнал басы жоқ және қол қою тоқтатылған: {}',
  ],
  [
    'Nobody has asked for a rebuild of {}.',
    'Перестроение {} никто не запрашивал.',
    '{} қайта құруды ешкім сұраған жоқ.',
  ],
  ['Nothing is answered: {}.', 'Ответа нет: {}.', 'Жауап берілмейді: {}.'],
  [
    'The event at position {} cannot be applied.',
    'Событие на позиции {} нельзя применить.',
    '{} позициясындағы оқиғаны қолдану мүмкін емес.',
  ],
  ['The event store gave no answer. {}', 'Хранилище событий не ответило. {}', 'Оқиғалар қоймасы жауап бермеді. {}'],
  [
    'The history cannot be read so far: {}.',
    'Историю нельзя прочесть до этого места: {}.',
    'Тарихты осы жерге дейін оқу мүмкін емес: {}.',
  ],
  ['The history cannot be relied on: {}.', 'На историю нельзя положиться: {}.', 'Тарихқа сенуге болмайды: {}.'],
  ['The key store gave no answer. {}', 'Хранилище ключей не ответило. {}', 'Кілттер қоймасы жауап бермеді. {}'],
  [
    'The log ends at {}: position {} is not one of it.',
    'Журнал заканчивается на {}: позиции {} в нем нет.',
    'Журнал {} позициясында аяқталады: онда {} позициясы жоқ.',
  ],
  [
    'The log has no event at this position: it was given by another log.',
    'В журнале нет события на этой позиции: она от другого журнала.',
    'Журналда бұл позицияда оқиға жоқ: ол басқа журналдан.',
  ],
  [
    'The read models are at position {}, not at {} yet.',
    'Представления данных на позиции {}, а не на {}.',
    'Деректер көрінісі {} позициясында, әлі {} емес.',
  ],
  ['The read models cannot be reached.', 'Представления данных недоступны.', 'Деректер көрінісі қолжетімсіз.'],
  [
    'The read models do not include all that is in the log yet.',
    'Представления данных еще не содержат всего, что есть в журнале.',
    'Деректер көрінісінде журналдағының бәрі әлі жоқ.',
  ],
  ['There is no projection {}; there are {}.', 'Проекции {} нет; есть {}.', '{} проекциясы жоқ; барлары: {}.'],
  [
    'What would be recorded is larger than the log takes.',
    'Запись больше, чем принимает журнал.',
    'Жазылатын дерек журнал қабылдайтыннан үлкен.',
  ],
];
