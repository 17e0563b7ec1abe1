import { describe, expect, it } from '@jest/globals';
import {
  comesTo,
  complaintEventsOf,
  decideComplaint,
  fileComplaint,
  forwardComplaint,
  registerComplaint,
  setCarryOutDay,
} from '../../testing/index.js';
import { evolveComplaint } from '../complaint.evolve.js';
import { initialComplaint, isFiled } from '../complaint.state.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { setCarryOutDay as decide } from './set-carry-out-day.js';

const dated = [
  fileComplaint(),
  forwardComplaint(),
  registerComplaint(),
  decideComplaint({ effect: { kind: 'DECIDE_ANEW', description: 'Anew', carryOutBy: '2025-04-24' } }),
];

/** As it was recorded before a day was asked for. */
const undated = complaintEventsOf(dated).map((event): ComplaintEvent =>
  event.type === 'ComplaintDecided'
    ? { ...event, data: { ...event.data, effect: event.data.effect && { ...event.data.effect, carryOutBy: null } } }
    : event,
);
const after = (events: readonly ComplaintEvent[]) => {
  const state = events.reduce((known, event) => evolveComplaint(known, event, event.data.at), initialComplaint);
  if (!isFiled(state)) throw new Error('not filed');
  return state;
};

describe('the day by which a case is decided anew, named afterwards (R-83a, A31)', () => {
  it('is that of an order that named none, and is named once', () => {
    const events = decide(setCarryOutDay(), after(undated));
    expect(events).toMatchObject([
      { type: 'CarryOutDaySet', data: { cause: 'COMPLAINT', carryOutBy: '2025-06-24', setOn: '2025-06-10' } },
    ]);
    expect(() => decide(setCarryOutDay(), after([...undated, ...events]))).toThrow(/without a day/);
    expect(comesTo(dated, setCarryOutDay())).toMatchObject({ code: 'no-order-without-day' });
  });

  it.each([
    [{ actingFor: 'PROVIDER_HEAD' }, 'another-body-considers'],
    [{ cause: 'COURT' }, 'no-order-without-day'],
    [{ reason: ' ' }, 'carry-out-day-without-reason'],
    [{ carryOutBy: '2025-06-10' }, 'carry-out-day-mismatch'],
    [{ at: '2025-04-10T10:00:00+05:00' }, 'before-what-it-follows'],
  ] as const)('%p is refused: %s', (changes, code) => {
    expect(() => decide(setCarryOutDay(changes), after(undated))).toThrow(expect.objectContaining({ code }));
  });
});
