import { describe, expect, it } from '@jest/globals';
import { deserialize } from 'bson';
import * as fc from 'fast-check';
import { textOf } from '../bson/value.js';
import { messageOf } from '../testing/messages.js';
import { answerTo, MessageSplitter, okAnswer, readRequest } from './message.js';

const insert = messageOf({ insert: 'cases', $db: 'main' }, { name: 'documents', documents: [{ _id: 1 }, { _id: 2 }] });

const outcomeOf = (message: Buffer): unknown => {
  try {
    return readRequest(message);
  } catch (error) {
    return error;
  }
};

describe('a stream of messages', () => {
  it('gives the same messages in whatever chunks it comes', () => {
    const messages = [messageOf({ ping: 1 }), insert, messageOf({ hello: 1, text: 'x'.repeat(500) })];
    const stream = Buffer.concat(messages);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (sizes) => {
        const splitter = new MessageSplitter();
        const found: Buffer[] = [];
        let at = 0;
        for (let i = 0; at < stream.length; i += 1) {
          const size = sizes[i % sizes.length] ?? 1;
          found.push(...splitter.push(stream.subarray(at, at + size)));
          at += size;
        }
        expect(found.map((one) => one.toString('hex'))).toEqual(messages.map((one) => one.toString('hex')));
      }),
    );
  });

  it('that gives no possible length ends', () => {
    expect(() => new MessageSplitter().push(Buffer.from('GET / HTTP/1.1\r\n'))).toThrow('a message of');
  });
});

describe('a message', () => {
  it('is a command with its fields and document sequences', () => {
    const request = readRequest(insert);
    expect(request).toMatchObject({ id: 77, name: 'insert', database: 'main', legacy: false, answer: true });
    expect([...request.fields.keys()]).toEqual(['insert', '$db']);
    expect(request.sequences.get('documents')?.map(({ raw }) => deserialize(raw))).toEqual([{ _id: 1 }, { _id: 2 }]);
    const named = request.fields.get('insert');
    expect(named && textOf(named)).toBe('cases');
  });

  it('that wants no answer says so', () => {
    expect(readRequest(messageOf({ ping: 1 }, undefined, 2)).answer).toBe(false);
  });

  it('of a kind that is not spoken is refused', () => {
    const message = messageOf({ ping: 1 });
    message.writeInt32LE(2012, 12);
    expect(() => readRequest(message)).toThrow('message kind 2012 is not implemented');
  });

  it('whose sequence is longer than itself is refused', () => {
    const message = Buffer.from(insert);
    message.writeInt32LE(10_000, message.indexOf('documents') - 4);
    expect(() => readRequest(message)).toThrow('a document sequence cut short');
  });

  it('is read or refused, never worse, whatever bytes were changed', () => {
    const change = fc.tuple(fc.integer({ min: 16, max: insert.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.nat({ max: insert.length - 16 }),
        (changes, cut) => {
          const message = Buffer.from(insert.subarray(0, insert.length - cut));
          for (const [at, byte] of changes) if (at < message.length) message[at] = byte;
          expect(outcomeOf(message)).not.toBeInstanceOf(RangeError);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is answered with its id', () => {
    const answer = Buffer.concat(answerTo({ id: 77, legacy: false }, okAnswer()));
    expect(answer.readInt32LE(0)).toBe(answer.length);
    expect(answer.readInt32LE(8)).toBe(77);
    expect(deserialize(answer.subarray(21))).toEqual({ ok: 1 });
  });
});
