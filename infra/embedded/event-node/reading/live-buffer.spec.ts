import { describe, expect, it } from '@jest/globals';
import { LiveBuffer } from './live-buffer.js';

const filled = (count: number): LiveBuffer => {
  const buffer = new LiveBuffer();
  for (let at = 0; at < count; at += 1) buffer.push({ kind: 'event', at });
  return buffer;
};

describe('the buffer of live events', () => {
  it('gives back 32 in order', () => {
    const buffer = filled(32);
    const taken = Array.from({ length: 32 }, () => buffer.take());

    expect(taken.map((next) => next?.item.at)).toEqual(Array.from({ length: 32 }, (_, index) => index));
    expect(taken.some((next) => next?.gap)).toBe(false);
    expect(buffer.take()).toBeNull();
  });

  it('drops the oldest of 33, and tells of the gap once', () => {
    const buffer = filled(33);

    expect([buffer.take(), buffer.take()]).toEqual([
      { item: { kind: 'event', at: 1 }, gap: true },
      { item: { kind: 'event', at: 2 }, gap: false },
    ]);
  });
});
