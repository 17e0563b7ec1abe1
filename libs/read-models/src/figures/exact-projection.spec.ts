import { describe, expect, it } from '@jest/globals';
import {
  calendarsOf,
  caseDecider,
  evolveCase,
  Refusal,
  type CaseCommand,
  type CaseEvent,
  type LocalDate,
} from '@app/domain';
import type { Recorded } from '@app/event-store';
import * as fc from 'fast-check';
import { caseAfter, correctRecord, sampleCommands, samplePaths } from '../../../domain/src/testing/index.js';
import { caseEvent } from '../case-view/case-event.js';
import { ruledComplaint } from '../testing/complaint-history.js';
import { CalendarKnowledge } from '../engine/calendar-knowledge.js';
import type { Projection } from '../engine/projection.js';
import { refold } from '../engine/refold.js';
import { complaintFigures, exactComplaints } from '../complaints/complaint-figures.projection.js';
import { dayMadeOff } from '../testing/calendar-history.js';
import { streamsOf } from '../testing/log.js';
import { recorder } from '../testing/recorded.js';
import { caseFigures, exactCases } from './case-figures.projection.js';
import { changesIn, figureAt, type ExactDocument } from './exact-projection.js';

/** What was carried out of a walk, refused steps left out. */
const eventsIn = (walk: readonly CaseCommand[]): readonly CaseEvent[] => {
  const events: CaseEvent[] = [];
  for (const command of walk) {
    try {
      events.push(...caseDecider.decide(command, caseAfter(events)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return events;
};

const corrections = fc
  .tuple(
    fc.constantFrom('ApplicationSubmitted', 'ApplicationRegistered', 'CommissionDecided', 'DecisionSigned'),
    fc.integer({ min: 3, max: 28 }),
  )
  .map(([fact, day]) =>
    correctRecord({
      date: { fact: fact as 'DecisionSigned', is: `2025-03-${String(day).padStart(2, '0')}` },
      at: '2025-06-02T10:00:00+05:00',
      enteredAt: '2025-06-02T10:00:00+05:00',
    }),
  );

/** A walk with steps left out, others tried in between, and days set right. */
const walks: fc.Arbitrary<readonly CaseEvent[]> = fc
  .constantFrom(...samplePaths)
  .chain((path) =>
    fc.tuple(
      ...path.map((command) =>
        fc
          .tuple(
            fc.array(fc.oneof(fc.constantFrom(...sampleCommands), corrections), { maxLength: 1 }),
            fc.oneof({ weight: 24, arbitrary: fc.constant([command]) }, { weight: 1, arbitrary: fc.constant([]) }),
          )
          .map((tried) => tried.flat()),
      ),
    ),
  )
  .map((commands) => eventsIn(commands.flat()));

const daysOff: readonly LocalDate[] = ['2025-03-05', '2025-03-12', '2025-03-19', '2025-04-02'];
const calendarChanges = fc
  .tuple(fc.constantFrom(...daysOff), fc.constantFrom('03-04', '03-18', '06-30'))
  .map(([date, entered]) => dayMadeOff(date, `2025-${entered}T12:00:00+05:00`));

type Entry = Readonly<{ stream: string; events: Parameters<ReturnType<typeof recorder>>[1] }>;

/** Cases and a complaint mingled in one log in any way, with corrections of the calendar anywhere, also after all of them. */
const logs: fc.Arbitrary<readonly Recorded[]> = fc
  .record({
    cases: fc.array(walks, { minLength: 1, maxLength: 3 }),
    order: fc.array(fc.nat({ max: 3 }), { minLength: 120, maxLength: 120 }),
    changes: fc.array(fc.tuple(calendarChanges, fc.nat({ max: 130 })), { maxLength: 3 }),
  })
  .map(({ cases, order, changes }) => {
    const left: Entry[][] = [
      ...cases.map((events, index) => events.map((event) => ({ stream: `case-c${index}`, events: [event] }))),
      ruledComplaint('k1').map((event) => ({ stream: 'complaint-k1', events: [event] })),
    ];
    const entries = order.flatMap((turn) => left[turn]?.splice(0, 1) ?? []).concat(...left);
    for (const [event, place] of changes) entries.splice(place, 0, { stream: 'calendar-kz', events: [event] });
    const record = recorder();
    return entries.flatMap(({ stream, events }) => record(stream, events));
  });

type Figures = ExactDocument;

const calendars = calendarsOf([]);

const told = ({ figure }: Figures): unknown => (figure === null ? null : JSON.parse(figure));

/** A projection by the calendar as a log has it. */
const bound = async (projection: Projection, log: readonly Recorded[]) => {
  const calendar = new CalendarKnowledge(streamsOf(log));
  await calendar.learn();
  return { calendars: calendar.calendars, projection: calendar.bind(projection) };
};

const kinds = [
  [caseFigures as unknown as Projection, exactCases],
  [complaintFigures as unknown as Projection, exactComplaints],
] as const;

describe('what figures are made of', () => {
  it('is at every position what a fresh fold of the log up to there gives, corrections of days and of the calendar included', () =>
    fc.assert(
      fc.asyncProperty(logs, fc.nat({ max: 1_000 }), async (log, permille) => {
        const prefix = log.slice(0, 1 + Math.floor(((log.length - 1) * permille) / 1_000));
        const position = prefix.at(-1)?.position ?? 0;
        for (const [projection, exact] of kinds) {
          const whole = await bound(projection, log);
          const fresh = await bound(projection, prefix);
          // Both projections give documents of this shape.
          const shown = refold(fresh.projection, prefix).documents as unknown as readonly Figures[];
          const expected = shown.map((one) => [one.id, told(one)]);
          const documents = refold(whole.projection, log).documents as unknown as readonly Figures[];
          const there = documents.filter(({ id }) => shown.some((one) => one.id === id));
          const at = (one: Figures) => figureAt(exact as typeof exactCases, changesIn(one), position, whole.calendars);
          expect(there.map((one) => [one.id, at(one)])).toEqual(expected);
          const held = there.filter(({ since }) => since <= position).map((one) => [one.id, told(one)]);
          expect(expected).toEqual(expect.arrayContaining(held));
        }
      }),
      { numRuns: 60 },
    ));

  it('holds all that the figures of a case follow from, at every step', () =>
    fc.assert(
      fc.property(walks, (events) => {
        const log = recorder()('case-c1', events);
        let [kept, whole] = [exactCases.initial, exactCases.initial];
        for (const event of log) {
          kept = exactCases.evolve(kept, event);
          whole = evolveCase(whole, caseEvent(event), event.metadata.recordedAt);
          expect(exactCases.figureOf(kept, calendars)).toEqual(exactCases.figureOf(whole, calendars));
        }
      }),
      { numRuns: 60 },
    ));

  it('is kept as what each event changed, without a word about anybody', () => {
    const record = recorder();
    const steps = eventsIn(samplePaths[0] ?? []).filter(({ type }) => type !== 'FamilyDataReceived');
    const log = record('case-c1', steps.slice(0, 4));
    const [document] = refold(caseFigures as unknown as Projection, log).documents as unknown as readonly Figures[];
    expect(document && changesIn(document).slice(1)).toEqual([
      {
        position: log[1]?.position,
        set: {
          status: 'REGISTERED',
          dates: { ApplicationRegistered: '2025-03-03' },
          entered: { ApplicationRegistered: '2024-03-04T05:00:01.401Z' },
          registeredFrom: '2025-03-03',
          history: { 1: expect.objectContaining({ revision: 1 }) },
        },
      },
      expect.objectContaining({ position: log[2]?.position }),
      expect.objectContaining({ set: expect.objectContaining({ status: 'EXAMINED' }) }),
    ]);
    expect(JSON.stringify(document)).not.toMatch(/Sadykov|fullName|791028302728|Abay/i);
  });

  it('grows by each payment alone, however many there were before', () => {
    const concluded = eventsIn(samplePaths[0] ?? []).filter(
      ({ type }) => !['PaymentReceived', 'CaseClosed'].includes(type),
    );
    const lengthAfter = (payments: number): number => {
      const log = recorder()('case-c1', [...concluded, ...Array.from({ length: payments }, paymentOfATenge)]);
      const [document] = refold(caseFigures as unknown as Projection, log).documents as unknown as readonly Figures[];
      return document?.changes.length ?? 0;
    };
    const [few, more, most] = [lengthAfter(10), lengthAfter(100), lengthAfter(190)];
    expect((most - more) / (more - few)).toBeCloseTo(1, 1);
  });
});

const paymentOfATenge = (_: unknown, number: number): CaseEvent => ({
  type: 'PaymentReceived',
  data: {
    at: '2025-04-02T10:00:00+05:00',
    amount: 100,
    paidOn: '2025-04-02',
    reference: `PAY-${number}`,
    outstanding: 0,
    overpaid: 0,
    allocations: [],
    overpayment: null,
    repeatedBecause: null,
    applicantIin: null,
  },
});
