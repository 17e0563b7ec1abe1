import { describe, expect, it } from '@jest/globals';
import { v5 } from 'uuid';
import { eventIdOf } from './event-id.js';

describe('an event id', () => {
  it('is the uuid of version 5 that any other implementation makes of the same name', () => {
    for (const key of ['a', 'b3a1c0de-0000-4000-8000-000000000001', 'кілт', '']) {
      for (const index of [0, 1, 12]) {
        expect(eventIdOf(key, index, 'case-1')).toBe(
          v5(`case-1 ${index} ${key}`, '6f0a0c52-7d0b-5a55-9d3c-0f6f2e1d4a37'),
        );
      }
    }
  });

  it('is fixed for ever: a repeat of today is recognized by every later version', () => {
    expect(eventIdOf('key-1', 0, 'case-1')).toBe('b1a8639b-ead4-5570-a653-a17a89df6ee0');
  });

  it('differs by key, by index and by stream', () => {
    const ids = [eventIdOf('k', 0, 's'), eventIdOf('l', 0, 's'), eventIdOf('k', 1, 's'), eventIdOf('k', 0, 't')];

    expect(new Set(ids).size).toBe(4);
  });
});
