import { describe, expect, it } from '@jest/globals';
import { erasureDecider, type HeldOf } from './erasure.decider.js';
import type { ErasureEvent } from './erasure.events.js';

type Command = Parameters<typeof erasureDecider.decide>[0];
const decide = (command: Command, history: readonly ErasureEvent[] = []): readonly ErasureEvent[] =>
  erasureDecider.decide(command, history.reduce(erasureDecider.evolve, erasureDecider.initial));

const at = '2026-11-29T10:00:00+05:00';
const today = '2026-11-29';
const over = {
  stream: 'case-1',
  as: 'OWN',
  endedAt: '2010-01-01T10:00:00+05:00',
  retainedUntil: '2025-01-01',
} as const;

const request = (overrides: Partial<Extract<Command, { type: 'RequestErasure' }>> = {}): Command => ({
  type: 'RequestErasure',
  at,
  erasureId: 'e-1',
  iin: '790101300123',
  reason: 'asked',
  legalBasis: 'article 18',
  by: 'first',
  keys: 2,
  held: [over],
  today,
  ...overrides,
});
const confirm = (overrides: Partial<Extract<Command, { type: 'ConfirmErasure' }>> = {}): Command => ({
  type: 'ConfirmErasure',
  at,
  by: 'second',
  erasureId: 'e-1',
  subject: 'hash',
  keyIds: ['hash-1'],
  withheld: ['other-1'],
  streams: [{ stream: 'case-1', as: 'OWN', clearTexts: 3 }],
  held: [over],
  today,
  ...overrides,
});
const record: Command = { type: 'RecordErased', at, erasureId: 'e-1' };
const refusal = (code: string, facts: object = {}) => expect.objectContaining({ code, rule: null, facts });
const goesOn: HeldOf & { retainedUntil: null } = { stream: 'case-2', as: 'NAMED', endedAt: null, retainedUntil: null };

describe('an erasure', () => {
  it('is asked for, confirmed by another and recorded once; who was meant is known until then', () => {
    const asked = decide(request());
    const confirmed = [...asked, ...decide(confirm(), asked)];
    const recorded = decide(record, confirmed);
    expect(recorded).toEqual([
      {
        type: 'PersonalDataErased',
        data: { at, erasureId: 'e-1', subject: 'hash', keyIds: ['hash-1'], withheld: ['other-1'] },
      },
    ]);
    expect(decide(record, [...confirmed, ...recorded])).toEqual([]);
    expect(decide(record, asked)).toEqual([]);
    const after = (events: readonly ErasureEvent[]) =>
      events.reduce(erasureDecider.evolve, erasureDecider.initial).map(({ iin, reason }) => [iin, reason]);
    expect(after(confirmed)).toEqual([['790101300123', 'asked']]);
    expect(after([...confirmed, ...recorded])).toEqual([[null, null]]);
  });

  it('is not confirmed by who asked, twice, or where nobody asked', () => {
    const asked = decide(request());
    expect(() => decide(confirm({ by: 'first' }), asked)).toThrow(refusal('erasure-by-the-same', { erasureId: 'e-1' }));
    expect(() => decide(confirm(), [...asked, ...decide(confirm(), asked)])).toThrow(
      refusal('erasure-confirmed-already', { erasureId: 'e-1' }),
    );
    expect(() => decide(confirm())).toThrow(refusal('erasure-unknown'));
  });

  it('is of somebody of whom something is held', () =>
    expect(() => decide(request({ keys: 0 }))).toThrow(refusal('erasure-nothing-held')));

  it('waits until all is over, when it is asked for and when it is confirmed', () => {
    const open = refusal('erasure-while-open', { open: ['case-2'] });
    expect(() => decide(request({ held: [over, goesOn] }))).toThrow(open);
    expect(() => decide(confirm({ held: [goesOn] }), decide(request()))).toThrow(open);
  });

  it('waits until nothing must be kept: on the day itself no more', () => {
    const kept = [over, { ...over, stream: 'case-3', retainedUntil: '2026-11-30' }];
    expect(() => decide(request({ held: kept }))).toThrow(
      refusal('erasure-while-retained', { kept: ['case-3'], until: '2026-11-30' }),
    );
    expect(decide(request({ held: kept, today: '2026-11-30' }))).toHaveLength(1);
  });
});
