import { describe, expect, it } from '@jest/globals';
import { complaintWords } from '../complaint/complaint.words.js';
import { complaintSchemas } from '../complaint/complaint.events.js';
import { caseEventTypes, complaintEventTypes, eventSchemas } from '../event-schemas.js';
import type { Spoken } from '../event-words.js';
import { languages } from '../language.js';
import { dutyIn } from '../duties/words/label.js';
import { foundInWords } from '../duties/words/missed.js';
import { rulebook2021 } from '../rulebook/rulebooks.js';
import {
  addDocument,
  correctRecord,
  eventsOf,
  recordDutyMissed,
  samplePaths,
  setDocumentAside,
  stateFamilyAct,
  submitApplication,
  withdrawApplication,
} from '../testing/index.js';
import { caseEventTold, caseWords } from './case-told.js';
import { fieldWords } from './corrections/field.words.js';

const latin = /[a-z]/i;
/** Numbers as the samples have them, and what names a rule or a time, are the same in each language. */
const withoutNumbers = (text: string): string => text.replaceAll(/\b(R-\d+\w*|UTC|[A-Z]+-[\d/]+|[A-Z]{3}-\d+)/g, '');
const lettersOfKazakhAlone = /[әғқңөұүһі]/i;

const asides = [
  addDocument(),
  setDocumentAside(),
  stateFamilyAct(),
  recordDutyMissed(),
  correctRecord(),
  withdrawApplication(),
];
const told = [...samplePaths, [...samplePaths[0]!.slice(0, 3), ...asides]].flatMap((path) =>
  eventsOf(path).map((event) => [event.type, caseEventTold(event)] as const),
);

describe('what is said of an event', () => {
  it('is there for every event in each language, and each calls it by words of its own', () => {
    expect(Object.keys(caseWords).toSorted()).toEqual([...caseEventTypes].toSorted());
    expect(Object.keys(complaintWords).toSorted()).toEqual([...Object.keys(complaintSchemas), 'DutyMissed'].toSorted());
    for (const { called } of [...Object.values(caseWords), ...Object.values(complaintWords)]) {
      expect(Object.keys(called).toSorted()).toEqual([...languages].toSorted());
      expect(new Set(Object.values(called)).size).toBe(3);
      expect([latin.test(called.ru), latin.test(called.kk)]).toEqual([false, false]);
    }
  });

  it('leaves nothing in English in Russian and Kazakh, and no day as a number', () => {
    expect(new Set(told.map(([type]) => type)).size).toBeGreaterThan(28);
    const foreign = told.filter(([, { ru, kk }]) => [ru, kk].some((text) => latin.test(withoutNumbers(text))));
    expect(foreign).toEqual([]);
    const inNumbers = told.filter(([, spoken]) => Object.values(spoken).some((text) => /\d{4}-\d\d-\d\d/.test(text)));
    expect(inNumbers).toEqual([]);
    expect(told.filter(([, { ru }]) => lettersOfKazakhAlone.test(ru))).toEqual([]);
    expect(told.filter(([, { kk }]) => !lettersOfKazakhAlone.test(kk))).toEqual([]);
  });

  it('is a sentence as an official writes it', () => {
    const ofType = (type: string): Spoken | undefined => told.find(([one]) => one === type)?.[1];
    expect(ofType('ApplicationRegistered')).toEqual({
      en: 'Application registered as REG-1 on 3 March 2025',
      ru: 'Заявление зарегистрировано 3 марта 2025 года под № REG-1',
      kk: 'Өтініш 2025 жылғы 3 наурызда REG-1 нөмірімен тіркелді',
    });
    expect(ofType('DutyMissed')).toMatchObject({
      ru: 'Обязанность не исполнена в срок: принять решение о приватизации жилища, зарегистрировать и подписать его (R-27, подпункт 1) пункта 6); последний день — 2 апреля 2025 года',
      kk: 'Міндет мерзімінде орындалмады: тұрғын үйді жекешелендіру туралы шешім қабылдау, оны тіркеу және оған қол қою (R-27, 6-тармақтың 1) тармақшасы); соңғы күні — 2025 жылғы 2 сәуір',
    });
    expect(ofType('CorrectionRecorded')).toMatchObject({
      ru: 'Запись исправлена: «Заявление зарегистрировано», день регистрации — 4 марта 2025 года (было: 3 марта 2025 года)',
      kk: 'Жазба түзетілді: «Өтініш тіркелді», тіркелген күні — 2025 жылғы 4 наурыз (бұрын: 2025 жылғы 3 наурыз)',
    });
    expect(ofType('PaymentReceived')).toMatchObject({
      ru: expect.stringMatching(/^Платеж \d[\d\u00A0]*,\d\d\u00A0тенге поступил \d+ апреля 2025 года; /),
      kk: expect.stringMatching(/^\d[\d\u00A0]*,\d\d\u00A0теңге төлем 2025 жылғы \d+ сәуірде түсті; /),
    });
  });

  it('says of a year without calendar that its day is not known', () => {
    const [event] = eventsOf([submitApplication()]);
    const pending = { ...event, data: { ...event!.data, resultDue: null } } as typeof event;
    expect(caseEventTold(pending!)).toMatchObject({
      en: expect.stringContaining('due by a day that no calendar told yet'),
      ru: expect.stringContaining('последний день для принятия решения — календарь его еще не назвал'),
      kk: expect.stringContaining('шешім қабылдаудың соңғы күні — күнтізбеде әлі жоқ'),
    });
  });

  it('is the name of one that this version does not know', () => {
    const later = { type: 'LaterEvent', data: {} } as unknown as Parameters<typeof caseEventTold>[0];
    expect(caseEventTold(later)).toEqual({ en: 'LaterEvent', ru: 'LaterEvent', kk: 'LaterEvent' });
  });
});

describe('what is said of a value that was set right', () => {
  it('names every value that can be', () => {
    const names = [...caseEventTypes, ...complaintEventTypes].flatMap((type) =>
      Object.keys(eventSchemas[type].correctable ?? {}).map(
        (path) => path.replace(/\.\*$/, '').split('.').at(-1) ?? '',
      ),
    );
    expect(names.filter((name) => !Object.hasOwn(fieldWords, name))).toEqual([]);
  });
});

describe('what is said of a duty', () => {
  it('stands by itself in each language', () => {
    const duties = [...rulebook2021.terms, ...rulebook2021.complaintTerms].map(({ rule, duty }) => ({
      rule,
      duty,
      instance: null,
    }));
    for (const duty of duties) {
      const [ru, kk] = [dutyIn(duty, 'ru'), dutyIn(duty, 'kk')];
      expect([duty.rule, latin.test(ru.replaceAll(/A\d+/g, '')), latin.test(kk.replaceAll(/A\d+/g, ''))]).toEqual([
        duty.rule,
        false,
        false,
      ]);
      expect(kk).not.toMatch(/[ую](ге|ға)([\s,;]|$)/);
    }
    expect(dutyIn({ rule: 'R-98', instance: 0, duty: '' }, 'ru')).toBe('внести первоначальный взнос');
  });

  it('is added to by what was found of a missed one', () => {
    const found = { foundKeptOn: null, foundDueOn: null, foundNotOwed: false };
    expect(foundInWords(found)).toEqual({ en: '', ru: '', kk: '' });
    expect(foundInWords({ ...found, foundKeptOn: '2025-03-26' }).kk).toBe(
      '; анықталды: 2025 жылғы 26 наурызда орындалған',
    );
    expect(foundInWords({ ...found, foundDueOn: '2025-04-08' }).ru).toBe(
      '; установлено: последний день — 8 апреля 2025 года',
    );
    expect(foundInWords({ ...found, foundNotOwed: true }).en).toBe('; found not owed');
  });
});
