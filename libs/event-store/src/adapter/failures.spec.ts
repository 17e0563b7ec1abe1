import { describe, expect, it } from '@jest/globals';
import { EventsTooLarge, OutcomeUnknown, RevisionConflict, StoreUnavailable } from '../event-store.js';
import { appendFailure, clientIsGoodAfter, readFailure } from './failures.js';

/** An error as the client throws it: its own have a type, those that it lets through have a code. */
const thrown = (fields: object, message = 'x'): Error => Object.assign(new Error(message), fields);

const firstContact = thrown({ code: 14 }, '14 UNAVAILABLE: No connection established');
const notReady = thrown({ type: 'unknown' }, 'Could not recognize Server Is Not Ready');
const rstStream = thrown({ type: 'unknown', code: 13 }, '13 INTERNAL: Received RST_STREAM with code 2');

describe('a failed read', () => {
  it.each([
    ['a lost connection', thrown({ type: 'unavailable', code: 14 })],
    ['no first contact', firstContact],
    ['a server that stops', rstStream],
    ['a server that is not ready', notReady],
    ['a server that is not the leader', thrown({ type: 'not-leader' })],
    ['a call that the server ended', thrown({ type: 'cancelled', code: 1 })],
    ['a deadline', thrown({ type: 'deadline-exceeded', code: 4 })],
    ['no node to be found', thrown({}, 'Failed to discover after 10 attempts.')],
    ['a stream that closed early', thrown({ code: 'ERR_STREAM_PREMATURE_CLOSE' }, 'Premature close')],
  ])('because of %s is an outage', (_, error) => {
    const failure = readFailure(error);

    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(failure.cause).toBe(error);
  });

  it.each([
    ['a refused position', thrown({ type: 'unknown', code: 3 }, 'Trying to read from an invalid position.')],
    ['a user without the right', thrown({ type: 'access-denied', code: 7 })],
    ['what went through this already', new StoreUnavailable('x')],
  ])('because of %s stays what it is', (_, error) => {
    expect(readFailure(error)).toBe(error);
  });
});

describe('a failed append', () => {
  it.each([
    ['a revision that is not there', thrown({ type: 'wrong-expected-version', actualVersion: 7n }), RevisionConflict],
    ['too much data', thrown({ type: 'maximum-append-size-exceeded' }), EventsTooLarge],
    ['no first contact', firstContact, StoreUnavailable],
    ['a server that is not ready', notReady, StoreUnavailable],
    ['a server that is not the leader', thrown({ type: 'not-leader' }), StoreUnavailable],
    ['a connection lost on the way', thrown({ type: 'unavailable', code: 14 }), OutcomeUnknown],
    ['a server that stops', rstStream, OutcomeUnknown],
    ['a deadline', thrown({ type: 'deadline-exceeded' }), OutcomeUnknown],
    ['something new', thrown({}), OutcomeUnknown],
    ['no error at all', 'text', OutcomeUnknown],
  ])('because of %s', (_, error, expected) => {
    expect(appendFailure(error, 's', 3)).toBeInstanceOf(expected);
  });

  it('tells where the stream is', () => {
    const at = (actualVersion: unknown) =>
      appendFailure(thrown({ type: 'wrong-expected-version', actualVersion }), 's', 3);

    expect(at(7n)).toMatchObject({ stream: 's', expected: 3, actual: 7 });
    expect(at('no_stream')).toMatchObject({ stream: 's', expected: 3, actual: 'none' });
  });

  it('costs the client where it cannot be trusted to go on', () => {
    const spoiled = [rstStream, notReady, new OutcomeUnknown('no answer in time'), thrown({ type: 'cancelled' })];
    const good = [firstContact, thrown({ type: 'unavailable' }), thrown({ type: 'wrong-expected-version' })];

    expect(spoiled.map(clientIsGoodAfter)).toEqual([false, false, false, false]);
    expect(good.map(clientIsGoodAfter)).toEqual([true, true, true]);
  });
});
