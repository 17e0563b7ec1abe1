import { describe, expect, it } from '@jest/globals';
import { decideAppend, RecentIds, type Decision, type Expected, type StreamView } from './decision.js';

/** A stream whose events have these ids; the last `inFlight` of them are not on the disk yet, the first `forgotten` not in memory any more. */
const stream = (ids: string, { inFlight = 0, forgotten = 0 } = {}): StreamView => ({
  head: ids.length - 1,
  durable: ids.length - 1 - inFlight,
  remembered: (id) => {
    const revision = ids.lastIndexOf(id);
    return revision < forgotten ? null : revision;
  },
  isAt: (id, revision) => ids[revision] === id,
});

const write: Decision = { kind: 'write' };
const wrong: Decision = { kind: 'wrong-revision' };
const flying: Decision = { kind: 'in-flight' };
const repeat = (revision: number): Decision => ({ kind: 'repeat', revision });

/** What the rule says; what is expected and the ids of the append; the stream; what becomes of it. */
type Case = [string, [Expected, string], StreamView, Decision];

describe('an append at an exact revision', () => {
  it.each<Case>([
    ['is written at the current one', [2, 'd'], stream('abc'), write],
    ['is written to a stream without events under no_stream', [-1, 'a'], stream(''), write],
    ['is written again at the current one', [0, 'a'], stream('a'), write],
    ['is refused above the current one', [5, 'd'], stream('abc'), wrong],
    ['is refused below the current one with new ids', [0, 'x'], stream('abc'), wrong],
    ['is a repeat below the current one', [0, 'bc'], stream('abc'), repeat(2)],
    ['is a repeat from no_stream on', [-1, 'ab'], stream('abc'), repeat(1)],
    ['is a repeat when memory has forgotten: the log says so', [-1, 'ab'], stream('abc', { forgotten: 3 }), repeat(1)],
    ['is refused where the first is known and a later one is not', [-1, 'ax'], stream('abc'), wrong],
    ['is refused where the repeat goes on behind the end', [1, 'cd'], stream('abc'), wrong],
    ['is refused where the ids stand elsewhere', [0, 'ab'], stream('abc'), wrong],
    ['is in flight where its last event is not on the disk', [0, 'bc'], stream('abc', { inFlight: 1 }), flying],
    ['is a repeat where only later events are in flight', [0, 'b'], stream('abc', { inFlight: 1 }), repeat(1)],
  ])('%s', (_rule, [expected, ids], view, decision) => {
    expect(decideAppend(expected, [...ids], view)).toEqual(decision);
  });
});

describe('an append at no exact revision', () => {
  it.each<Case>([
    ["is written under 'any' to a stream without events", ['any', 'a'], stream(''), write],
    ["is refused under 'stream_exists' without events", ['stream_exists', 'a'], stream(''), wrong],
    ["is written under 'stream_exists' with events", ['stream_exists', 'b'], stream('a'), write],
    ['is a repeat while memory knows all of it', ['any', 'ab'], stream('abc'), repeat(1)],
    ['is written again when memory has forgotten', ['any', 'ab'], stream('abc', { forgotten: 3 }), write],
    ['is refused where the first is known and a later one is not', ['any', 'ax'], stream('abc'), wrong],
    ['is written where the first is not known, whatever follows', ['any', 'xa'], stream('abc'), write],
    ['is in flight where its last event is not on the disk', ['any', 'c'], stream('abc', { inFlight: 1 }), flying],
  ])('%s', (_rule, [expected, ids], view, decision) => {
    expect(decideAppend(expected, [...ids], view)).toEqual(decision);
  });
});

describe('the memory of event ids', () => {
  it('knows the revision of an id in its stream, and nothing of it in another', () => {
    const ids = new RecentIds(10);
    ids.add('a', { stream: 's', revision: 4 });

    expect([ids.find('a', 's'), ids.find('a', 'other'), ids.find('b', 's')]).toEqual([4, null, null]);
  });

  it('forgets the oldest first', () => {
    const ids = new RecentIds(3);
    for (const [revision, id] of ['a', 'b', 'c', 'd'].entries()) ids.add(id, { stream: 's', revision });

    expect(['a', 'b', 'c', 'd'].map((id) => ids.find(id, 's'))).toEqual([null, 1, 2, 3]);
  });

  it('knows the latest place of an id that was written twice', () => {
    const ids = new RecentIds(2);
    ids.add('a', { stream: 's', revision: 0 });
    ids.add('b', { stream: 's', revision: 1 });
    ids.add('a', { stream: 's', revision: 2 });
    ids.add('c', { stream: 's', revision: 3 });

    expect([ids.find('a', 's'), ids.find('b', 's')]).toEqual([2, null]);
  });
});
