import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dayNumberOf } from '../calendar/day-number.js';
import { dueDate } from '../calendar/due-date.js';
import { kzCalendar } from '../calendar/working-calendar.js';
import { isAfter } from '../calendar/zones.js';
import type { ComplaintCommand } from '../complaint/complaint.commands.js';
import { complaintDecider } from '../complaint/complaint.decider.js';
import { dutiesOfComplaint } from '../complaint/complaint-duties.js';
import type { ComplaintEvent } from '../complaint/complaint.events.js';
import { complaintStatusOf, initialComplaint, type ComplaintState } from '../complaint/complaint.state.js';
import { derivationText } from '../duties/derivation-text.js';
import { languages } from '../language.js';
import { Refusal } from '../refusal.js';
import * as commands from '../samples/complaint-commands.js';
import { complaintAfter } from './complaint-story.js';

const bodies = ['PROVIDER_HEAD', 'AUTHORIZED_BODY', 'QUALITY_BODY'] as const;
const medium = fc.constantFrom('PAPER', 'ELECTRONIC');
const filings = fc.record({
  addressee: fc.constantFrom(...bodies),
  lodgedWith: fc.constantFrom('PROVIDER', 'AUTHORIZED_BODY', 'QUALITY_BODY'),
  medium,
});

/** Whatever may be tried with a complaint, mostly by the body that considers it. */
const attempts = (addressee: (typeof bodies)[number]): fc.Arbitrary<ComplaintCommand> => {
  const actingFor = fc.constantFrom(addressee, addressee, addressee, ...bodies);
  return fc.oneof(
    fc.constant(commands.forwardComplaint()),
    fc.record({ fully: fc.boolean() }).map(commands.adoptFavourableAct),
    fc.record({ actingFor }).map(commands.registerComplaint),
    fc.record({ actingFor, workingDays: fc.integer({ min: -1, max: 12 }) }).map(commands.extendComplaintTerm),
    fc.record({ actingFor, medium }).map(commands.sendExtensionNotice),
    fc.record({ actingFor }).map(commands.decideComplaint),
    fc.record({ lawReference: fc.constantFrom(null, null, 'APPC 91(5)') }).map(commands.fileCourtAppeal),
    fc.constant(commands.recordCourtRuling()),
    fc.constantFrom('R-84', 'R-86', 'R-87', 'R-88', 'R-90').map((rule) => commands.recordComplaintDutyMissed({ rule })),
  );
};

/** A filing and what is tried after it, in any order, each some days after the one before, and now and then before it. */
const walks: fc.Arbitrary<readonly ComplaintCommand[]> = filings.chain((filed) =>
  fc.array(fc.tuple(attempts(filed.addressee), fc.integer({ min: -1, max: 4 })), { maxLength: 40 }).map((tried) => {
    let days = 0;
    const later = tried.map(([command, after]) => ({ ...command, at: dayAfterFiling((days += after)) }));
    return [commands.fileComplaint(filed), ...later];
  }),
);

const dayAfterFiling = (days: number): string =>
  new Date(Date.parse('2025-04-03T06:00:00.000Z') + days * 86_400_000).toISOString();

type Told = Readonly<{ log: readonly ComplaintEvent[]; states: readonly ComplaintState[] }>;

/** Carries attempts out, refused ones left out, and gives every state on the way. */
const carriedOut = (tried: readonly ComplaintCommand[]): Told => {
  const log: ComplaintEvent[] = [];
  const states: ComplaintState[] = [initialComplaint];
  for (const command of tried) {
    const before = states.at(-1)!;
    const events = decided(command, before);
    log.push(...events);
    if (events.length > 0) states.push(complaintAfter(events, before));
  }
  return { log, states };
};

const decided = (command: ComplaintCommand, state: ComplaintState): readonly ComplaintEvent[] => {
  try {
    return complaintDecider.decide(command, state);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

const holds = (check: (told: Told) => void): void =>
  fc.assert(
    fc.property(walks, (walk) => check(carriedOut(walk))),
    { numRuns: 150 },
  );

const momentsOf = ({ log }: Told, type: ComplaintEvent['type']): readonly string[] =>
  log.filter((event) => event.type === type).map(({ data }) => data.at);

describe('whatever is done to a complaint', () => {
  it('comes by every status', () => {
    const told = fc.sample(walks, { numRuns: 1000, seed: 12 }).flatMap((walk) => carriedOut(walk).states);
    expect(new Set(told.map(complaintStatusOf))).toEqual(
      new Set([null, 'FILED', 'FORWARDED', 'REGISTERED', 'SETTLED', 'DECIDED', 'IN_COURT', 'RULED']),
    );
  });

  it('is known again from its log alone, also after it was written as JSON', () =>
    holds(({ log, states }) => {
      const last = states.at(-1)!;
      const read: ComplaintEvent[] = JSON.parse(JSON.stringify(log));
      expect(complaintAfter(read)).toEqual(last);
      expect(dutiesOfComplaint(complaintAfter(read))).toEqual(dutiesOfComplaint(last));
    }));

  it('owes each duty once, by a working day', () =>
    holds(({ states }) => {
      for (const duties of states.map((state) => dutiesOfComplaint(state))) {
        expect(new Set(duties.map(({ rule }) => rule)).size).toBe(duties.length);
        expect(duties.filter(({ due }) => kzCalendar.offReason(dayNumberOf(due!)) !== null)).toEqual([]);
      }
    }));

  it('is extended once, by at most ten working days and before the term is over (R-89, para 14)', () =>
    holds((told) => {
      expect(momentsOf(told, 'ComplaintTermExtended').length <= 1).toBe(true);
      for (const { derivation, extension, term } of dutiesOfComplaint(told.states.at(-1)!)) {
        if (extension === null || term === null) continue;
        const most = { n: term.n + 10, unit: 'working' } as const;
        expect(derivation.due! <= dueDate({ from: derivation.from, term: most, calendar: kzCalendar }).due!).toBe(true);
        expect(extension.on <= extension.dueBefore!).toBe(true);
      }
    }));

  it('is decided once by one body, or settled by the provider, and never both (R-85, R-86)', () =>
    holds((told) => {
      const ends = [...momentsOf(told, 'ComplaintDecided'), ...momentsOf(told, 'FavourableActAdopted')];
      expect(ends.length <= 1).toBe(true);
      expect(momentsOf(told, 'ComplaintRegistered').length <= 1).toBe(true);
    }));

  it('comes before a court only when it was decided or left unanswered, or a law allows it (R-93, para 15)', () =>
    holds(({ log }) => {
      const index = log.findIndex(({ type }) => type === 'CourtAppealFiled');
      const appeal = log[index];
      if (appeal?.type !== 'CourtAppealFiled' || appeal.data.lawReference !== null) return;
      const before = complaintAfter(log.slice(0, index));
      const { ComplaintDecided: decidedAt } = before.moments;
      const isDecided = decidedAt !== undefined && !isAfter(decidedAt, appeal.data.at);
      const isLate = dutiesOfComplaint(before).some(({ dueAt }) => isAfter(appeal.data.at, dueAt!));
      expect(isDecided || isLate).toBe(true);
    }));

  it('is told of each missed duty once, after its day', () =>
    holds(({ log }) => {
      const missed = log.flatMap((event) => (event.type === 'DutyMissed' ? [event.data] : []));
      expect(new Set(missed.map(({ rule, due }) => `${rule} ${due}`)).size).toBe(missed.length);
      expect(missed.filter(({ at, dueAt }) => !isAfter(at, dueAt))).toEqual([]);
    }));
});

describe('facts of a complaint in whatever order', () => {
  const facts = fc.sample(walks, { numRuns: 100, seed: 12 }).flatMap((walk) => carriedOut(walk).log);

  it('are folded, give duties and are explained in each language without an error', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...facts), { maxLength: 30 }), (events) => {
        const state = complaintAfter(events);
        const duties = dutiesOfComplaint(state);
        expect(duties.length === 0 || state.filing !== null).toBe(true);
        for (const duty of duties) for (const language of languages) derivationText(duty, language);
      }),
      { numRuns: 150 },
    ));
});
