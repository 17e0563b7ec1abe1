import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decodeBatch, encodeBatch } from './batch.js';
import { announcedSize, openFrame, sealFrame } from './frame.js';

const event = fc.record({
  id: fc.uuid(),
  type: fc.string({ minLength: 1, unit: 'grapheme' }),
  json: fc.boolean(),
  data: fc.uint8Array({ maxLength: 100 }),
  metadata: fc.uint8Array({ maxLength: 100 }),
});

const batch = fc.record({
  stream: fc.string({ minLength: 1, unit: 'grapheme' }),
  firstRevision: fc.nat(),
  events: fc.array(event, { minLength: 1, maxLength: 5 }),
  at: fc.nat(),
});

describe('an append on disk', () => {
  it('gives back what the index keeps of it', () => {
    fc.assert(
      fc.property(batch, fc.nat(), fc.nat(), (append, start, durable) => {
        const { frame, facts } = encodeBatch(append, start);
        sealFrame(frame, durable);
        const opened = openFrame(frame);

        expect(announcedSize(frame)).toBe(frame.length);
        expect(opened?.durable).toBe(durable);
        expect(decodeBatch(opened?.payload ?? Buffer.alloc(0), start)).toEqual(facts);
        expect(facts.events.map(({ id, type }) => ({ id, type }))).toEqual(
          append.events.map(({ id, type }) => ({ id, type })),
        );
      }),
    );
  });

  it('is known as damaged by any byte that changed', () => {
    fc.assert(
      fc.property(batch, fc.nat(), fc.integer({ min: 1, max: 255 }), (append, where, change) => {
        const { frame } = encodeBatch(append, 0);
        sealFrame(frame, 7);
        // The first four bytes are the magic number, which announcedSize looks at.
        const at = 4 + (where % (frame.length - 4));
        frame[at] = (frame[at] ?? 0) ^ change;

        expect(openFrame(frame)).toBeNull();
      }),
    );
  });
});
