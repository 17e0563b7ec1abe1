import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CaseEvent } from '../case/case.events.js';
import {
  caseAfter,
  communalEntityPath,
  eventsOf,
  portalPath,
  republicanPath,
  submitApplication,
} from '../testing/index.js';
import { clockWentBackAt, eventsAt, type HistoricEvent, momentOf } from './history-point.js';

const minute = 60_000;
const start = Date.parse('2025-03-03T05:00:00Z');
const instant = (minutes: number): string => new Date(start + minutes * minute).toISOString();

/** A history whose nth event was recorded and happened at these minutes. */
const historyOf = (events: readonly CaseEvent[], moments: readonly (readonly [number, number])[]): HistoricEvent[] =>
  events.slice(0, moments.length).map((event, revision) => {
    const [recorded = 0, effective = 0] = moments[revision] ?? [];
    return { ...event, revision, metadata: { recordedAt: instant(recorded), effectiveAt: instant(effective) } };
  });

/** Without the answers of registers, which are no step. */
const walk = eventsOf(portalPath).filter(({ type }) => type !== 'FamilyDataReceived');
const correction: CaseEvent = {
  type: 'CorrectionRecorded',
  data: {
    at: instant(900),
    subject: 'the day of registration',
    was: '2025-03-03',
    is: '2025-03-04',
    reason: 'a slip of the pen',
    values: [],
    applicantIin: null,
    date: { fact: 'ApplicationRegistered', was: '2025-03-03', is: '2025-03-04' },
    correctedBy: 'head',
  },
};

/** Cases of three routes and any length, recorded one after another (some at the same moment), each event happening whenever it did; corrections among them. */
const histories = fc
  .record({
    events: fc.constantFrom(...[portalPath, communalEntityPath, republicanPath].map((path) => eventsOf(path))),
    corrected: fc.nat({ max: walk.length }),
    moments: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 40 })), { maxLength: 25 }),
  })
  .map(({ events, corrected, moments }) => {
    let recorded = 0;
    const placed = moments.map(([pause, ago]) => {
      recorded += pause;
      return [recorded, recorded - ago] as const;
    });
    return historyOf(events.toSpliced(corrected, 0, correction), placed);
  });

const revisionsOf = (events: readonly HistoricEvent[]): readonly number[] => events.map(({ revision }) => revision);

describe('a history read as of any moment', () => {
  it('as recorded is the fold of its beginning, whatever came later', () =>
    fc.assert(
      fc.property(histories, fc.nat({ max: 60 }), (history, minutes) => {
        const events = eventsAt(history, { kind: 'RECORDED', at: instant(minutes) });
        expect(caseAfter(events)).toEqual(caseAfter(history.slice(0, events.length)));
        const later = history.slice(events.length);
        expect(later.filter(({ metadata }) => metadata.recordedAt <= instant(minutes))).toEqual([]);
        expect(events.filter(({ metadata }) => metadata.recordedAt > instant(minutes))).toEqual([]);
      }),
      { numRuns: 200 },
    ));

  it('by revision is the same as recorded at its moment, where no other was recorded then', () =>
    fc.assert(
      fc.property(histories, fc.nat({ max: walk.length }), (history, revision) => {
        const events = eventsAt(history, { kind: 'REVISION', revision });
        const knownAt = momentOf(events, { kind: 'REVISION', revision })?.knownAt ?? instant(0);
        const recorded = eventsAt(history, { kind: 'RECORDED', at: knownAt });
        const apart = recorded.slice(events.length).every(({ metadata }) => metadata.recordedAt === knownAt);
        expect([recorded.slice(0, events.length), apart]).toEqual([events, true]);
      }),
      { numRuns: 200 },
    ));

  it('as effective holds what had happened of what was known, in the order of the stream', () =>
    fc.assert(
      fc.property(histories, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (history, happened, known) => {
        const knownAt = instant(known);
        const effectiveAt = instant(happened);
        const events = eventsAt(history, { kind: 'EFFECTIVE', effectiveAt, knownAt });
        const recorded = eventsAt(history, { kind: 'RECORDED', at: knownAt });
        const facts = recorded.filter((event) => event.type !== 'CorrectionRecorded');
        expect(events.filter((event) => event.type !== 'CorrectionRecorded')).toEqual(
          facts.filter(({ metadata }) => metadata.effectiveAt <= effectiveAt),
        );
        expect(revisionsOf(events)).toEqual(revisionsOf(recorded).filter((one) => revisionsOf(events).includes(one)));
        expect(() => caseAfter(events)).not.toThrow();
      }),
      { numRuns: 200 },
    ));

  it('is never changed by what is recorded after it', () =>
    fc.assert(
      fc.property(histories, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (history, happened, known) => {
        const [effectiveAt, knownAt] = [instant(happened), instant(known)];
        const later = historyOf([submitApplicationEvent], [[known + 1, 0]]).map((event) => ({
          ...event,
          revision: history.length,
        }));
        for (const point of [
          { kind: 'RECORDED', at: knownAt } as const,
          { kind: 'EFFECTIVE', effectiveAt, knownAt } as const,
        ])
          expect(eventsAt([...history, ...later], point)).toEqual(eventsAt(history, point));
      }),
      { numRuns: 200 },
    ));
});

const [submitApplicationEvent] = eventsOf([submitApplication()]) as [CaseEvent];

describe('a point of a history', () => {
  const history = historyOf(
    [...walk.slice(0, 2), correction],
    [
      [10, 0],
      [20, 5],
      [30, 29],
    ],
  );

  it('before the first event holds nothing and has no moment', () => {
    expect(eventsAt(history, { kind: 'REVISION', revision: -1 })).toEqual([]);
    expect(momentOf([], { kind: 'REVISION', revision: -1 })).toBeNull();
  });

  it('by revision ends with the event of that revision', () =>
    expect([0, 1, 2, 3].map((revision) => eventsAt(history, { kind: 'REVISION', revision }).length)).toEqual([
      1, 2, 3, 3,
    ]));

  it('counts a correction with the fact that it sets right, once it is known', () => {
    const at = (known: number) =>
      revisionsOf(eventsAt(history, { kind: 'EFFECTIVE', effectiveAt: instant(6), knownAt: instant(known) }));
    expect([at(25), at(30)]).toEqual([
      [0, 1],
      [0, 1, 2],
    ]);
    const early = eventsAt(history, { kind: 'EFFECTIVE', effectiveAt: instant(4), knownAt: instant(30) });
    expect(revisionsOf(early)).toEqual([0]);
  });

  it('looks at its duties at the moment it names, or at which its event was recorded', () => {
    const [asOf, knownAt] = [instant(6), instant(30)];
    expect(momentOf(history, { kind: 'EFFECTIVE', effectiveAt: asOf, knownAt })).toEqual({ asOf, knownAt });
    expect(momentOf(history, { kind: 'RECORDED', at: asOf })).toEqual({ asOf, knownAt: asOf });
    const recorded = instant(20);
    expect(momentOf(history.slice(0, 2), { kind: 'REVISION', revision: 1 })).toEqual({
      asOf: recorded,
      knownAt: recorded,
    });
  });

  it('cannot be named by what is no instant', () =>
    expect(() => eventsAt(history, { kind: 'RECORDED', at: 'yesterday' })).toThrow(RangeError));
});

describe('a clock that went back', () => {
  const history = historyOf(walk.slice(0, 4), [
    [10, 0],
    [30, 0],
    [20, 0],
    [30, 0],
  ]);

  it('is told by the revisions that say to be recorded before one that they follow', () =>
    expect(clockWentBackAt(history)).toEqual([2]));

  it('does not take an event out of the order of the stream', () =>
    expect(revisionsOf(eventsAt(history, { kind: 'RECORDED', at: instant(25) }))).toEqual([0]));

  it('is told of no history whose moments only go on, or of an empty one', () => {
    expect(clockWentBackAt(history.slice(0, 2))).toEqual([]);
    expect(clockWentBackAt([])).toEqual([]);
  });
});
