import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { calendarsOf, type CalendarEvent, type CaseEvent, type ComplaintEvent, type LocalDate } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { dayMadeOff } from '../testing/calendar-history.js';
import { paidCase, rejectedCase } from '../testing/case-history.js';
import { lateComplaint, ruledComplaint, runningComplaint, settledComplaint } from '../testing/complaint-history.js';
import { recorder } from '../testing/recorded.js';
import { caseAfter } from '../../../domain/src/testing/index.js';
import { foldCase } from '../case-view/fold-case.js';
import { makeTrail, makeTrailAsDecided, upTo, type TrailHistories } from './make-trail.js';

type Of = Readonly<{ stream: 'case-c1' | 'complaint-k1' | 'calendar-kz' }>;

const correctedDays: readonly LocalDate[] = ['2024-03-14', '2024-04-01', '2024-04-02', '2025-04-10'];

/** A case, a complaint about it and corrections of the calendar, their events among each other in any order. */
const histories = fc
  .record({
    ofCase: fc.constantFrom(paidCase('c1'), rejectedCase('c1')),
    complaint: fc.constantFrom(
      ruledComplaint('k1'),
      settledComplaint('k1'),
      lateComplaint('k1'),
      runningComplaint('k1', { contested: { kind: 'DECISION', what: 'The refusal', rule: null, on: '2024-03-04' } }),
    ),
    corrections: fc.subarray([...correctedDays]),
    order: fc.array(fc.nat({ max: 2 }), { minLength: 10, maxLength: 60 }),
  })
  .map(({ ofCase, complaint, corrections, order }): TrailHistories => {
    const record = recorder();
    const waiting: readonly (Of & { left: (CaseEvent | ComplaintEvent | CalendarEvent)[] })[] = [
      { stream: 'case-c1', left: [...ofCase] },
      { stream: 'complaint-k1', left: [...complaint] },
      { stream: 'calendar-kz', left: corrections.map((date) => dayMadeOff(date)) },
    ];
    const log = order.flatMap((nth) => {
      const { stream, left } = waiting[nth]!;
      return record(stream, left.splice(0, 1));
    });
    const of = (wanted: Of['stream']) => log.filter(({ stream }) => stream === wanted) as readonly unknown[];
    return {
      case: of('case-c1') as readonly Recorded<CaseEvent>[],
      complaint: of('complaint-k1') as readonly Recorded<ComplaintEvent>[],
      calendar: of('calendar-kz') as readonly Recorded<CalendarEvent>[],
    };
  });

const positionsOf = ({ case: ofCase, complaint, calendar }: TrailHistories): readonly number[] =>
  [...ofCase, ...complaint, ...calendar].map(({ position }) => position).toSorted((one, other) => one - other);

const ends: ReadonlySet<string> = new Set(['ComplaintDecided', 'FavourableActAdopted']);

const decisionOf = ({ metadata, position }: Recorded) => ({
  decidedAt: metadata.recordedAt,
  decidedPosition: position,
});

const beginning = <E>(events: readonly E[], of: readonly E[]): boolean =>
  events.every((event, index) => event === of[index]);

describe('the trail of a complaint, over generated cases, complaints and corrections of the calendar', () => {
  it('as of any place in the log is that of its prefix, whatever came later', () =>
    fc.assert(
      fc.property(histories, fc.nat({ max: 60 }), (whole, nth) => {
        const position = positionsOf(whole)[nth] ?? Number.MAX_SAFE_INTEGER;
        const held = upTo(whole, position);
        expect(beginning(held.case, whole.case) && beginning(held.complaint, whole.complaint)).toBe(true);
        const trail = makeTrail(held);
        expect(trail === null).toBe(held.complaint.length === 0);
        if (!trail) return;
        expect(trail.events.map(({ position: at }) => at)).toEqual(held.complaint.map(({ position: at }) => at));
        expect(trail.duties.map(({ rule, due }) => [rule, due])).toEqual(
          (foldCase(held.case, { calendars: calendarsOf(held.calendar.map(({ data }) => data)) })?.duties ?? []).map(
            ({ rule, due }) => [rule, due],
          ),
        );
        expect(trail.madeFrom).toMatchObject({
          complaint: { revision: held.complaint.length - 1 },
          calendarCorrections: held.calendar.length,
        });
      }),
      { numRuns: 60 },
    ));

  it('tells the case at the contested moment as the fold of the events that were recorded by then', () =>
    fc.assert(
      fc.property(histories, (whole) => {
        const trail = makeTrail(whole);
        if (!trail) return;
        const then = whole.case.filter(({ metadata }) => metadata.recordedAt <= trail.contestedAt);
        expect(trail.known.revisions).toEqual(then.map(({ revision }) => revision));
        expect(trail.known.shown?.status ?? null).toBe(caseAfter(then).status);
        expect(trail.happened.map(({ revision }) => revision)).toEqual(
          whole.case.slice(then.length).map(({ revision }) => revision),
        );
        const happened = whole.case.filter(
          ({ metadata }) => Date.parse(metadata.effectiveAt) <= Date.parse(trail.contestedAt),
        );
        expect(trail.effective.revisions).toEqual(happened.map(({ revision }) => revision));
      }),
      { numRuns: 60 },
    ));

  it('as decided is made from the log up to the decision, and never changes after it', () =>
    fc.assert(
      fc.property(histories, fc.nat({ max: 60 }), (whole, nth) => {
        const end = whole.complaint.find(({ type }) => ends.has(type));
        const position = positionsOf(whole)[nth] ?? Number.MAX_SAFE_INTEGER;
        const decided = makeTrailAsDecided(upTo(whole, position));
        const expected = end && end.position <= position ? makeTrailAsDecided(whole) : null;
        expect(decided).toEqual(expected);
        const made = end && { ...makeTrail(upTo(whole, end.position)), ...decisionOf(end) };
        expect(makeTrailAsDecided(whole)).toEqual(made ?? null);
      }),
      { numRuns: 60 },
    ));
});
