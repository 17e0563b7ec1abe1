import { describe, expect, it } from '@jest/globals';
import { sealedFields, straySeals } from './sealed.js';

describe('every text of every event', () => {
  it('is sealed, or named as open with a reason: seal it, or add it to libs/domain/src/open-texts.ts', () =>
    expect(sealedFields).not.toThrow());

  it('is one that an event has', () => expect(straySeals()).toEqual([]));
});
