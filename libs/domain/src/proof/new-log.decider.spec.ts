import { describe, expect, it } from '@jest/globals';
import { newLogDecider } from './new-log.decider.js';
import type { LastHead, NewLogEvent } from './proof-log.events.js';

type Command = Parameters<typeof newLogDecider.decide>[0];
const decide = (command: Command, history: readonly NewLogEvent[] = []): readonly NewLogEvent[] =>
  newLogDecider.decide(command, history.reduce(newLogDecider.evolve, newLogDecider.initial));

const at = '2026-11-29T10:00:00+05:00';
const after: LastHead = { checkpoint: 'log.example\n20\n…', vkey: 'log.example+1+…', head: 7, lost: 3 };
const stopped = { origin: 'log.example', after };

const request = (newLogId = 'n-1'): Command => ({
  type: 'RequestNewLog',
  at,
  newLogId,
  reason: 'a backup was restored',
  by: 'first',
  stopped,
});
const confirm = (overrides: Partial<Extract<Command, { type: 'ConfirmNewLog' }>> = {}): Command => ({
  type: 'ConfirmNewLog',
  at,
  newLogId: 'n-1',
  by: 'second',
  origin: 'log.example/new',
  mac: 'its mark',
  stopped,
  ...overrides,
});
const refusal = (code: string, facts: object = {}) => expect.objectContaining({ code, rule: null, facts });

describe('a new log', () => {
  it('is asked for, and begun by another with the last head of the log before', () => {
    const asked = decide(request());
    expect(decide(confirm(), asked)).toEqual([
      {
        type: 'NewLogBegun',
        data: { at, newLogId: 'n-1', confirmedBy: 'second', origin: 'log.example/new', after, mac: 'its mark' },
      },
    ]);
  });

  it('is not confirmed by who asked, twice, or where nobody asked', () => {
    const asked = decide(request());
    const facts = { newLogId: 'n-1' };
    expect(() => decide(confirm({ by: 'first' }), asked)).toThrow(refusal('new-log-by-the-same', facts));
    expect(() => decide(confirm(), [...asked, ...decide(confirm(), asked)])).toThrow(
      refusal('new-log-confirmed-already', facts),
    );
    expect(() => decide(confirm())).toThrow(refusal('new-log-unknown', facts));
  });

  it('is needless where heads are signed, when it is asked for and when it is confirmed', () => {
    expect(() => decide({ ...request(), stopped: null })).toThrow(refusal('new-log-needless'));
    expect(() => decide(confirm({ stopped: null }), decide(request()))).toThrow(refusal('new-log-needless'));
  });

  it('is begun once, however many were asked for: another takes up the one that was begun, once it is stopped as well', () => {
    const asked = [...decide(request()), ...decide(request('n-2'))];
    const begun = [...asked, ...decide(confirm(), asked)];
    const second = { newLogId: 'n-2', origin: 'log.example/third' };
    expect(() => decide(confirm(second), begun)).toThrow(refusal('new-log-needless'));
    expect(decide(confirm({ ...second, stopped: { origin: 'log.example/new', after } }), begun)).toHaveLength(1);
  });
});
