import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { kzCalendarData } from '../../calendar/kz-calendar.data.js';
import { rulebook2021 } from '../../rulebook/rulebooks.js';
import { caseAfter, eventsOf, submitApplication } from '../../testing/index.js';
import { dutiesOf } from '../duties.js';
import { dutyKey } from '../duty.js';
import { languages } from '../../language.js';
import { type Words } from './words.js';
import { wordsOf } from '../derivation-text.js';

type Said = Readonly<Record<string, (words: Words) => string>>;

const weekend = { kind: 'weekend', name: 'Saturday' } as const;
const setRight = { fact: 'ApplicationRegistered', was: '2025-03-03', is: '2025-03-04', reason: 'N 7.' } as const;
const change = { name: 'Eid al-Adha', source: 'Order 12', knownFrom: '2025-06-02T09:00:00+05:00' } as const;
const madeOff = { date: '2025-06-09', to: 'OFF', ...change } as const;
const madeWorking = { date: '2025-06-14', to: 'WORKING', ...change, name: '2025' } as const;
const registration = dutiesOf(caseAfter(eventsOf([submitApplication()])))[0]!;

const sentences: Said = {
  'words of the Order': (words) => words.quotes('5 (five) working days'),
  'a filing': (words) => words.filed('2025-03-07', '18:31:00'),
  'a filing after hours': (words) => words.afterHours('18:30'),
  'a day of no acceptance': (words) => words.notWorking('2025-03-08', weekend),
  'the day of acceptance': (words) => words.accepted('2025-03-11'),
  'a delivery': (words) => words.delivered('2025-03-07', '19:00:00'),
  'the day of receipt of a delivery': (words) => words.received('2025-03-11'),
  'an agreed day': (words) => words.agreed('2025-03-20', '2025-05-31'),
  'a day that was ordered': (words) => words.ordered('2025-04-16', '2025-04-28'),
  'a first day set right': (words) => words.setRight('START', setRight),
  'a last day set right': (words) => words.setRight('END', setRight),
  'a term of the same day': (words) => words.theDayItself('2025-03-03'),
  'a term of one working day': (words) => words.runsFrom('2025-03-03', { n: 1, unit: 'working' }),
  'a term of calendar days': (words) => words.runsFrom('2025-03-03', { n: 22, unit: 'calendar' }),
  'a day that does not count': (words) => words.notCounted('2025-03-08', weekend),
  'a day off that was added': (words) =>
    words.notCounted('2025-06-09', { kind: 'transfer_off', name: 'Day of mourning (Decree 5)' }),
  'a first day': (words) => words.counted('2025-03-04', 1, { last: false, workingWeekend: false }),
  'a last day': (words) => words.counted('2025-03-10', 5, { last: true, workingWeekend: false }),
  'a weekend that counts': (words) => words.counted('2025-01-05', 2, { last: false, workingWeekend: true }),
  'a last day that is off': (words) => words.cannotEndOn('2025-03-08', weekend),
  'a roll to a working day': (words) => words.movesTo('2025-03-11'),
  'what it began with': (words) => words.begunBy('PetitionSent', '2025-03-03'),
  'a term that holds it': (words) => words.heldIn('R-32', '2025-04-02'),
  'an enclosing term': (words) => words.enclosed('R-31', '2025-04-10'),
  'an enclosing term that was over': (words) => words.beganAfter('R-31', '2025-04-10'),
  'a provisional calendar': (words) => words.provisional(2026),
  'an obligation and its day': (words) => words.until('OBLIGATION', '2025-03-10'),
  'a power and its day': (words) => words.until('POWER', '2025-03-10'),
  'done in time': (words) => words.done('2025-03-10', false),
  'done late': (words) => words.done('2025-03-11', true),
  'fallen away': (words) => words.fellAway('2025-03-10', false, 'OBLIGATION'),
  'fallen away overdue': (words) => words.fellAway('2025-03-11', true, 'OBLIGATION'),
  'longer by one day': (words) => words.extended('2025-03-10', 1, '2025-03-11'),
  'longer by two days': (words) => words.extended('2025-03-10', 2, '2025-03-11'),
  'a day made off': (words) => words.moved({ wasDue: '2025-06-09', correction: madeOff }, '2025-06-02'),
  'a day made working': (words) => words.moved({ wasDue: '2025-06-16', correction: madeWorking }, '2025-06-02'),
  'a duty of a rule to come': (words) => words.owes({ ...registration, rule: 'R-00', duty: 'sign' }),
  'a duty within one day': (words) => words.owes({ ...registration, term: { n: 1, unit: 'working' } }),
};

const { contribution, instalment, ...owed } = rulebook2021.instalments;
const instalments = [
  { ...owed, instance: 0, term: null, duty: contribution },
  { ...owed, instance: 3, term: null, duty: `${instalment} 3` },
];

const duties: Said = Object.fromEntries(
  [
    ...[...rulebook2021.terms, ...rulebook2021.complaintTerms].map((row) => ({ instance: null, ...row })),
    ...instalments,
  ].map((row) => [
    `${dutyKey(row)}, ${row.paragraph}`,
    (words: Words) => words.owes({ ...registration, ...row, trigger: registration.trigger }),
  ]),
);

const triggers: Said = Object.fromEntries(
  [...rulebook2021.terms, ...rulebook2021.complaintTerms]
    .filter(({ trigger }) => trigger !== 'ApplicationSubmitted')
    .map(({ trigger }) => [trigger, (words: Words) => words.startedBy(trigger, '2025-03-03')]),
);

const daysOff: Said = Object.fromEntries(
  kzCalendarData.off.map(({ date, kind, name }) => [name, (words: Words) => words.notCounted(date, { kind, name })]),
);

const dates: Said = Object.fromEntries(
  Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-1${month % 10}` as const).map(
    (date) => [date, (words: Words) => words.movesTo(date)],
  ),
);

const document = readFileSync(new URL('golden-words.md', import.meta.url), 'utf8');

/** What a section of the document has in one language, in its order. */
const writtenIn = (language: string, section: string): string[][] => {
  const [, text = ''] = document.split(`\n## ${section}\n`);
  const entries = (text.split('\n## ')[0] ?? '').split('\n- ').slice(1);
  return entries.map((entry) => {
    const [key = '', ...lines] = entry.split('\n');
    const start = `  - ${language}: `;
    return [key, ...lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))];
  });
};

describe.each(languages)('the golden words in %s', (language) => {
  it.each([
    ['Sentences', sentences],
    ['Duties', duties],
    ['What terms are counted from', triggers],
    ['Days off', daysOff],
    ['Dates', dates],
  ])('come out, or golden-words.md is changed by hand: %s', (section, said) =>
    expect(Object.entries(said).map(([key, say]) => [key, say(wordsOf[language])])).toEqual(
      writtenIn(language, section),
    ),
  );
});
