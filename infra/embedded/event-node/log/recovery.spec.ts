import { describe, expect, it } from '@jest/globals';
import { sealFrame } from './frame.js';
import { DamagedLog, recover, type Recovered } from './recovery.js';

const start = 32;

/** A frame with a payload of this many bytes, which knows the file to be safe up to `durable`. */
const frame = (length: number, durable: number): Buffer => {
  const bytes = Buffer.alloc(20 + length, 0xab);
  sealFrame(bytes, durable);
  return bytes;
};

/** Three appends: the second was written after the first was safe, the third together with the second. */
const frames = [frame(100, start), frame(50, start + 120), frame(70, start + 120)];
const ends = [start + 120, start + 190, start + 280];
const whole = Buffer.concat([Buffer.alloc(start), ...frames]);

const found: number[] = [];
const recovered = (bytes: Buffer): Recovered => {
  found.length = 0;
  const read = (at: number, length: number): Buffer => bytes.subarray(at, at + length);
  return recover({ name: 'events.log', size: bytes.length, read }, start, (_frame, at) => found.push(at));
};

const damaged = (at: number): Buffer => {
  const bytes = Buffer.from(whole);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
};

describe('opening a log', () => {
  it('finds every append of a whole file', () => {
    expect(recovered(whole)).toEqual({ end: 280 + start, torn: false });
    expect(found).toEqual([start, ...ends.slice(0, 2)]);
  });

  it('takes zeros behind the last append for room, not for a torn tail', () => {
    expect(recovered(Buffer.concat([whole, Buffer.alloc(10_000_000)]))).toEqual({ end: ends[2], torn: false });
  });

  it('ends before an append that is cut short, at every length', () => {
    for (let length = ends[1]! + 1; length < whole.length; length += 1) {
      expect(recovered(whole.subarray(0, length))).toEqual({ end: ends[1], torn: true });
    }
  });

  it('ends before an append that was cut short with room behind it', () => {
    const bytes = Buffer.concat([whole.subarray(0, whole.length - 10), Buffer.alloc(1_000)]);

    expect(recovered(bytes)).toEqual({ end: ends[1], torn: true });
  });

  it('ends before a damaged append that nobody knows to have been safe, also where a later one of the same write is whole', () => {
    expect(recovered(damaged(ends[0]! + 30))).toEqual({ end: ends[0], torn: true });
    expect(recovered(damaged(ends[1]! + 30))).toEqual({ end: ends[1], torn: true });
  });

  it.each([
    ['its magic number', start],
    ['its length', start + 5],
    ['its checksum', start + 9],
    ['what it knows to be safe', start + 13],
    ['its payload', start + 60],
  ])('refuses an append that had been safe and is damaged in %s, naming file and offset', (_what, at) => {
    expect(() => recovered(damaged(at))).toThrow(DamagedLog);
    expect(() => recovered(damaged(at))).toThrow(`events.log is damaged at offset ${start}`);
  });

  it('finds the later append also behind megabytes of damage, wherever the search window ends', () => {
    const window = 4 * 1024 * 1024;
    for (const shift of [-21, -3, -1, 0, 1]) {
      const hole = Buffer.alloc(window + shift, 0x55);
      const later = frame(10, start + 120 + hole.length);
      const bytes = Buffer.concat([whole.subarray(0, ends[0]), hole, later]);

      expect(() => recovered(bytes)).toThrow(`offset ${ends[0]}`);
    }
  });
});
