import { describe, expect, it } from '@jest/globals';
import { cappedBy, dueDate } from '../../calendar/due-date.js';
import { kzCalendarData } from '../../calendar/kz-calendar.data.js';
import type { CaseCommand } from '../../case/case.commands.js';
import { rulebook2021 } from '../../rulebook/rulebooks.js';
import {
  caseAfter,
  complaintThat,
  correctRecord,
  eventsOf,
  extendComplaintTerm,
  fileComplaint,
  forwardComplaint,
  pathTo,
  refusalPath,
  registerApplication,
  registerComplaint,
  republicanPath,
  submitApplication,
} from '../../testing/index.js';
import { complaintDutyText, dutiesOfComplaint } from '../../complaint/complaint-duties.js';
import { derivationText, movedText, termText } from '../derivation-text.js';
import { dutiesOf } from '../duties.js';
import { dutiesInKazakh, holidaysInKazakh } from './kk.js';
import { daysInRussian, dutiesInRussian, holidaysInRussian } from './ru.js';
import type { Language } from '../../language.js';
import { holidayOf } from './words.js';

const text = (rule: string, path: readonly CaseCommand[], language: Language): string[] => {
  const duty = dutiesOf(caseAfter(eventsOf(path))).find((candidate) => candidate.rule === rule);
  return duty === undefined ? [] : derivationText(duty, language).split('\n');
};
const latin = /[a-z]/i;

describe('the reading of a due date in Russian', () => {
  it('tells who must do what, from filing to the last day', () =>
    expect(text('R-27', [submitApplication({ at: '2025-03-07T18:31:00+05:00' })], 'ru')).toEqual([
      'Услугодатель обязан в течение 30 календарных дней принять решение о приватизации жилища, зарегистрировать и подписать его: R-27, подпункт 1) пункта 6.',
      'В Приказе сказано (приводится английский перевод): "the first and second stages: the decision of the housing commission on the privatization of the dwelling within 30 (thirty) calendar days from the date the documents were provided by the service recipient;"',
      'Заявление подано: пятница, 7 марта 2025 года, 18:31:00.',
      'Это было после окончания рабочего времени (18:30), поэтому учитывается следующий рабочий день.',
      'Нерабочий день: суббота, 8 марта 2025 года — Международный женский день, праздничный день.',
      'Нерабочий день: воскресенье, 9 марта 2025 года — выходной день.',
      'Нерабочий день: понедельник, 10 марта 2025 года — Международный женский день, выходной день за праздник, совпавший с выходным.',
      'Поэтому днем приема считается вторник, 11 марта 2025 года (пункт 4).',
      'Срок (30 календарных дней) отсчитывается от дня, который сам не засчитывается: вторник, 11 марта 2025 года.',
      'День 1: среда, 12 марта 2025 года.',
      'День 30, последний: четверг, 10 апреля 2025 года.',
      'Обязанность исполняется до конца дня: четверг, 10 апреля 2025 года.',
    ]));

  it('tells of transfers, working weekends and days off that do not roll', () =>
    expect(termText(dueDate({ from: '2025-01-02', term: { n: 3, unit: 'working' } }), 'ru').split('\n')).toEqual([
      'Срок (3 рабочих дня) отсчитывается от дня, который сам не засчитывается: четверг, 2 января 2025 года.',
      'Не засчитывается: пятница, 3 января 2025 года — выходной день, перенесенный с 5 января 2025 года.',
      'Не засчитывается: суббота, 4 января 2025 года — выходной день.',
      'День 1: воскресенье, 5 января 2025 года — рабочий день в порядке переноса.',
      'Не засчитывается: вторник, 7 января 2025 года — православное Рождество, выходной день.',
      'День 3, последний: среда, 8 января 2025 года.',
    ]));

  it('tells of rolls, enclosing terms, provisional years, the day itself, and how it ended', () => {
    expect(text('R-36', pathTo('PAID'), 'ru').slice(-4)).toEqual([
      'Срок не может закончиться в нерабочий день: суббота, 19 апреля 2025 года — выходной день.',
      'Срок не может закончиться в нерабочий день: воскресенье, 20 апреля 2025 года — выходной день.',
      'Поэтому последний день переносится: понедельник, 21 апреля 2025 года.',
      'Обязанность исполняется до конца дня: понедельник, 21 апреля 2025 года. Исполнено: четверг, 10 апреля 2025 года, в срок.',
    ]);
    const capped = cappedBy(dueDate({ from: '2026-05-12', term: { n: 15, unit: 'calendar' } }), {
      rule: 'R-31',
      due: '2026-05-20',
    });
    expect(termText(capped, 'ru').split('\n').slice(-2)).toEqual([
      'Общий срок, в который он входит (R-31), истекает раньше: среда, 20 мая 2026 года.',
      'Календарь 2026 года предварительный: его дни еще могут быть перенесены.',
    ]);
    expect(text('R-33', pathTo('COMPLETE'), 'ru').at(-1)).toBe(
      'Право действует до конца дня: среда, 5 марта 2025 года. Право прекратилось: вторник, 4 марта 2025 года.',
    );
    expect(text('R-33', pathTo('COMPLETE'), 'ru')[0]).toBe(
      'Услугодатель в течение 2 рабочих дней отказывает в приеме заявления при неполном пакете документов или документах с истекшим сроком действия: R-33, последний абзац пункта 6.',
    );
    const late = [submitApplication(), registerApplication({ at: '2025-03-04T09:00:00+05:00' })];
    expect(text('R-15', late, 'ru').slice(4)).toEqual([
      'Срок — сам этот день: понедельник, 3 марта 2025 года.',
      'Обязанность исполняется до конца дня: понедельник, 3 марта 2025 года. Исполнено: вторник, 4 марта 2025 года, с опозданием.',
    ]);
  });

  it.each([
    [1, '1 рабочий день'],
    [2, '2 рабочих дня'],
    [4, '4 рабочих дня'],
    [5, '5 рабочих дней'],
    [11, '11 рабочих дней'],
    [14, '14 рабочих дней'],
    [15, '15 рабочих дней'],
    [21, '21 рабочий день'],
    [22, '22 рабочих дня'],
    [111, '111 рабочих дней'],
  ])('counts %i days as %s', (n, words) => expect(daysInRussian({ n, unit: 'working' })).toBe(words));

  it('says within what time in the genitive', () => {
    const [duty] = dutiesOf(caseAfter(eventsOf([submitApplication()])));
    const within = (n: number) =>
      duty && derivationText({ ...duty, term: { n, unit: 'calendar' } }, 'ru').split('\n')[0];
    expect(within(21)).toContain('обязан в течение 21 календарного дня ');
    expect(within(22)).toContain('обязан в течение 22 календарных дней ');
    expect(within(0)).toContain('обязан в тот же день ');
  });

  it('tells of a day that was set right', () =>
    expect(text('R-33', [submitApplication(), registerApplication(), correctRecord()], 'ru')[3]).toBe(
      'Запись о дне начала срока исправлена: было — понедельник, 3 марта 2025 года, стало — вторник, 4 марта 2025 года.',
    ));
});

describe('the reading of a due date in Kazakh', () => {
  it('tells who must do what, from filing to the last day', () =>
    expect(text('R-27', [submitApplication({ at: '2025-03-07T18:31:00+05:00' })], 'kk')).toEqual([
      'Көрсетілетін қызметті беруші 30 күнтізбелік күн ішінде тұрғын үйді жекешелендіру туралы шешім қабылдауға, оны тіркеуге және оған қол қоюға міндетті: R-27, 6-тармақтың 1) тармақшасы.',
      'Бұйрықта былай делінген (ағылшынша аудармасы келтірілген): "the first and second stages: the decision of the housing commission on the privatization of the dwelling within 30 (thirty) calendar days from the date the documents were provided by the service recipient;"',
      'Өтініш берілді: 2025 жылғы 7 наурыз, жұма, 18:31:00.',
      'Бұл жұмыс уақыты аяқталғаннан кейін (18:30) болды, сондықтан келесі жұмыс күні есепке алынады.',
      'Жұмыс күні емес: 2025 жылғы 8 наурыз, сенбі — Халықаралық әйелдер күні, мереке күні.',
      'Жұмыс күні емес: 2025 жылғы 9 наурыз, жексенбі — демалыс күні.',
      'Жұмыс күні емес: 2025 жылғы 10 наурыз, дүйсенбі — Халықаралық әйелдер күні, демалыс күніне тура келген мереке үшін демалыс күні.',
      'Сондықтан қабылданған күн болып есептеледі: 2025 жылғы 11 наурыз, сейсенбі (4-тармақ).',
      'Мерзім (30 күнтізбелік күн) мына күннен бастап есептеледі, оның өзі есепке кірмейді: 2025 жылғы 11 наурыз, сейсенбі.',
      '1-күн: 2025 жылғы 12 наурыз, сәрсенбі.',
      '30-күн, соңғысы: 2025 жылғы 10 сәуір, бейсенбі.',
      'Міндет мына күннің соңына дейін орындалады: 2025 жылғы 10 сәуір, бейсенбі.',
    ]));

  it('tells of transfers, working weekends and days off that do not roll', () =>
    expect(termText(dueDate({ from: '2025-01-02', term: { n: 3, unit: 'working' } }), 'kk').split('\n')).toEqual([
      'Мерзім (3 жұмыс күні) мына күннен бастап есептеледі, оның өзі есепке кірмейді: 2025 жылғы 2 қаңтар, бейсенбі.',
      'Есепке кірмейді: 2025 жылғы 3 қаңтар, жұма — ауыстырылған демалыс күні (оның орнына жұмыс күні — 2025 жылғы 5 қаңтар).',
      'Есепке кірмейді: 2025 жылғы 4 қаңтар, сенбі — демалыс күні.',
      '1-күн: 2025 жылғы 5 қаңтар, жексенбі — ауыстырылған жұмыс күні.',
      'Есепке кірмейді: 2025 жылғы 7 қаңтар, сейсенбі — православиелік Рождество, демалыс күні.',
      '3-күн, соңғысы: 2025 жылғы 8 қаңтар, сәрсенбі.',
    ]));

  it('tells of rolls and of how it ended', () => {
    expect(text('R-36', pathTo('PAID'), 'kk').slice(-3)).toEqual([
      'Мерзім жұмыс емес күні аяқталмайды: 2025 жылғы 20 сәуір, жексенбі — демалыс күні.',
      'Сондықтан соңғы күн ауысады: 2025 жылғы 21 сәуір, дүйсенбі.',
      'Міндет мына күннің соңына дейін орындалады: 2025 жылғы 21 сәуір, дүйсенбі. Орындалды: 2025 жылғы 10 сәуір, бейсенбі, мерзімінде.',
    ]);
    expect(text('R-33', pathTo('COMPLETE'), 'kk').at(-1)).toBe(
      'Құқық мына күннің соңына дейін қолданылады: 2025 жылғы 5 наурыз, сәрсенбі. Күшін жойды: 2025 жылғы 4 наурыз, сейсенбі.',
    );
  });
});

describe('the words of each language', () => {
  const rules = [...rulebook2021.terms, ...rulebook2021.complaintTerms].map(({ rule }) => rule);

  it('hold every duty of the rulebook', () => {
    expect(rules.filter((rule) => dutiesInRussian[rule] === undefined)).toEqual([]);
    expect(rules.filter((rule) => dutiesInKazakh[rule] === undefined)).toEqual([]);
  });

  it('hold every holiday of the calendar', () => {
    const names = kzCalendarData.off.filter(({ kind }) => kind !== 'transfer_off').map(({ name }) => holidayOf(name));
    expect(names.filter((name) => holidaysInRussian[name] === undefined)).toEqual([]);
    expect(names.filter((name) => holidaysInKazakh[name] === undefined)).toEqual([]);
  });

  it.each(['ru', 'kk'] as const)('leave nothing in English in %s but the words of the Order', (language) => {
    for (const path of [pathTo('PAID'), refusalPath, republicanPath]) {
      for (const duty of dutiesOf(caseAfter(eventsOf(path)))) {
        const [who = '', _quoted, ...others] = derivationText(duty, language).split('\n');
        const told = [who.replaceAll(/R-\d+[a-z]?/g, ''), ...others.map((line) => line.replace(/\(R-\d+[a-z]?\)/, ''))];
        expect(told.filter((line) => latin.test(line))).toEqual([]);
      }
    }
  });

  it('tell of a complaint whose term was extended (R-89)', () => {
    const extended = dutiesOfComplaint(
      complaintThat(fileComplaint(), forwardComplaint(), registerComplaint(), extendComplaintTerm({ workingDays: 2 })),
    ).find(({ extension }) => extension !== null)!;
    expect(complaintDutyText(extended, 'ru').split('\n')[0]).toBe(
      'Уполномоченный орган в сфере жилищных отношений обязан в течение 5 рабочих дней рассмотреть жалобу: R-87, пункт 13.',
    );
    expect(complaintDutyText(extended, 'ru').split('\n').at(-1)).toMatch(
      /^Срок продлен на 2 рабочих дня \(R-89, пункт 14\): /,
    );
    expect(complaintDutyText(extended, 'kk').split('\n').at(-1)).toMatch(
      /^Мерзім 2 жұмыс күніне ұзартылды \(R-89, 14-тармақ\): /,
    );
  });

  it('tell of a date that a correction of the calendar moved', () => {
    const correction = {
      date: '2025-06-09',
      to: 'OFF',
      name: 'Eid al-Adha',
      source: 'Order 12',
      knownFrom: '2025-06-02T09:00:00+05:00',
    } as const;
    expect(movedText({ wasDue: '2025-06-09', correction }, 'ru')).toBe(
      'Прежде срок истекал: понедельник, 9 июня 2025 года; с тех пор выходным днем объявлен день: ' +
        'понедельник, 9 июня 2025 года — первый день Курбан-айта (Order 12), известно со дня: понедельник, 2 июня 2025 года.',
    );
    expect(movedText({ wasDue: '2025-06-09', correction: { ...correction, to: 'WORKING' } }, 'kk')).toBe(
      'Бұрын мерзім мына күні аяқталатын: 2025 жылғы 9 маусым, дүйсенбі; содан кейін жұмыс күні болып жарияланды: ' +
        '2025 жылғы 9 маусым, дүйсенбі — Құрбан айттың бірінші күні (Order 12), белгілі болған күні: 2025 жылғы 2 маусым, дүйсенбі.',
    );
  });
});
