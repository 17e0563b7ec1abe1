import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  binaryEvent,
  jsonEvent,
  MaxAppendSizeExceededError,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { all, failureOf, newStream, noted, notes, openTarget, type Target } from './target.js';

const limit = 1_048_576;

const bytes = (length: number, metadata?: Uint8Array) =>
  binaryEvent({ id: randomUUID(), type: 'Bytes', data: Buffer.alloc(length, 7), ...(metadata ? { metadata } : {}) });

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('appending', () => {
  it('answers the revision and the position of the last event', async () => {
    const stream = newStream();

    const first = await target.client.appendToStream(stream, notes(3), { expectedRevision: 'no_stream' });
    const second = await target.client.appendToStream(stream, noted('x'), { expectedRevision: 2n });

    const read = await all(target.client.readStream(stream));
    expect([first.success, first.nextExpectedRevision, first.position]).toEqual([true, 2n, read[2]?.event?.position]);
    expect([second.success, second.nextExpectedRevision, second.position]).toEqual([
      true,
      3n,
      read[3]?.event?.position,
    ]);
  });

  it('refuses a wrong revision with the stream, the expected and the actual one', async () => {
    const stream = newStream();
    await target.client.appendToStream(stream, notes(2), { expectedRevision: 'no_stream' });

    const early = await failureOf(target.client.appendToStream(stream, noted('x'), { expectedRevision: 0n }));
    const late = await failureOf(target.client.appendToStream(stream, noted('x'), { expectedRevision: 7n }));

    expect(early).toBeInstanceOf(WrongExpectedVersionError);
    expect(early).toMatchObject({ streamName: stream, expectedVersion: 0n, actualVersion: 1n });
    expect(late).toMatchObject({ streamName: stream, expectedVersion: 7n, actualVersion: 1n });
    expect(await all(target.client.readStream(stream))).toHaveLength(2);
  });

  it("says 'no_stream' where a revision was expected of a stream that is not there", async () => {
    const stream = newStream();
    const append = target.client.appendToStream(stream, noted('x'), { expectedRevision: 3n });

    expect(await failureOf(append)).toMatchObject({ expectedVersion: 3n, actualVersion: 'no_stream' });
  });

  it("refuses 'stream_exists' for a stream that is not there", async () => {
    const append = target.client.appendToStream(newStream(), noted('x'), {
      expectedRevision: 'stream_exists',
    });

    expect(await failureOf(append)).toMatchObject({ expectedVersion: 'stream_exists', actualVersion: 'no_stream' });
  });

  it("refuses 'no_stream' for a stream that is there", async () => {
    const stream = newStream();
    await target.client.appendToStream(stream, noted('x'), { expectedRevision: 'no_stream' });
    const append = target.client.appendToStream(stream, noted('y'), { expectedRevision: 'no_stream' });

    expect(await failureOf(append)).toMatchObject({ expectedVersion: 'no_stream', actualVersion: 0n });
  });

  it('lets one of many writers at the same revision through', async () => {
    const stream = newStream();
    await target.client.appendToStream(stream, noted('first'), { expectedRevision: 'no_stream' });

    const racing = Array.from({ length: 20 }, (_, index) =>
      target.client.appendToStream(stream, noted(`racer ${index}`), { expectedRevision: 0n }),
    );
    const outcomes = await Promise.allSettled(racing);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await all(target.client.readStream(stream))).toHaveLength(2);
  });

  it(`takes ${limit} bytes of data in one append, metadata not counted, and not one more`, async () => {
    const stream = newStream();
    const metadata = Buffer.alloc(100_000, 1);

    const full = [bytes(limit - 1000, metadata), bytes(1000, metadata)];
    await target.client.appendToStream(stream, full, { expectedRevision: 'no_stream' });
    const over = [bytes(limit - 1000), bytes(1001)];
    const refusal = await failureOf(target.client.appendToStream(stream, over, { expectedRevision: 1n }));

    expect(refusal).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(refusal).toMatchObject({ maxAppendSize: limit });
    expect(await all(target.client.readStream(stream))).toHaveLength(2);
  });

  it.each([
    ['an empty stream name', '', noted('x')],
    ['an empty event type', newStream(), jsonEvent({ type: '', data: {} })],
    ['an event id that is no UUID', newStream(), noted('x', 'not-a-uuid')],
  ])('refuses %s with an UnknownError', async (_what, stream, event) => {
    expect(await failureOf(target.client.appendToStream(stream, event))).toBeInstanceOf(UnknownError);
  });

  it('keeps bytes, metadata, names and ids as they were given', async () => {
    const stream = newStream('қазына-é');
    const json = jsonEvent({
      id: randomUUID(),
      type: 'Жазылды',
      data: { name: 'Әлия', list: [1, null] },
      metadata: { by: 'ұйым' },
    });
    const binary = binaryEvent({
      id: randomUUID(),
      type: 'Bytes',
      data: Buffer.from([0, 255, 1]),
      metadata: Buffer.from([9]),
    });

    await target.client.appendToStream(stream, [json, binary], { expectedRevision: 'no_stream' });

    const [first, second] = (await all(target.client.readStream(stream))).map(({ event }) => event);
    expect(first).toMatchObject({ streamId: stream, id: json.id, type: 'Жазылды', revision: 0n, isJson: true });
    expect([first?.data, first?.metadata]).toEqual([json.data, json.metadata]);
    expect(Math.abs(Date.now() - (first?.created.getTime() ?? 0))).toBeLessThan(600_000);
    expect(second).toMatchObject({ streamId: stream, id: binary.id, type: 'Bytes', revision: 1n, isJson: false });
    // Both come as bytes: the metadata is no JSON.
    expect([second?.data, second?.metadata].map((part) => [...(part as Uint8Array)])).toEqual([[0, 255, 1], [9]]);
  });

  it('takes an append in several pieces as one', async () => {
    const stream = newStream();

    await target.client.appendToStream(stream, notes(50), { expectedRevision: 'no_stream', batchAppendSize: 200 });

    const read = await all(target.client.readStream(stream));
    expect(read.map(({ event }) => event?.revision)).toEqual(Array.from({ length: 50 }, (_, index) => BigInt(index)));
  });

  it('keeps the order of appends that were not awaited on the shared call', async () => {
    const stream = newStream();

    const appends = notes(30).map((event, index) =>
      target.client.appendToStream(stream, event, { expectedRevision: index === 0 ? 'no_stream' : BigInt(index - 1) }),
    );
    await Promise.all(appends);

    const read = await all(target.client.readStream(stream));
    expect(read.map(({ event }) => event?.data)).toEqual(notes(30).map(({ data }) => data));
  });
});
