import { describe, expect, it } from '@jest/globals';
import { initialCase } from '../case/case.state.js';
import {
  caseAfter,
  eventsOf,
  eventsTo,
  pathTo,
  republicanPath,
  signDecision,
  withdrawApplication,
} from '../testing/index.js';
import { deemedRefusedFrom } from './deemed-refusal.js';

const midnight = '2025-04-02T19:00:00.000Z';

describe('silence (A22, APPC 91(2))', () => {
  it('counts as a refusal from the instant after the term to decide', () => {
    const state = caseAfter(eventsTo('EXAMINED'));
    expect(deemedRefusedFrom(state, '2025-04-02T23:59:59.999+05:00')).toBeNull();
    expect(deemedRefusedFrom(state, '2025-04-03T00:00:00+05:00')).toBe(midnight);
    expect(deemedRefusedFrom(state, '2025-06-01T00:00:00+05:00')).toBe(midnight);
  });

  it('lasts until the decision is signed, on each route, though it was adopted', () => {
    const now = '2025-04-10T12:00:00+05:00';
    expect(deemedRefusedFrom(caseAfter(eventsTo('DECIDED', republicanPath)), now)).toBe(midnight);
    const signed = [...pathTo('DECIDED', republicanPath), signDecision({ at: '2025-04-10T10:00:00+05:00' })];
    expect(deemedRefusedFrom(caseAfter(eventsOf(signed)), now)).toBeNull();
  });

  it('does not end the case', () => expect(caseAfter(eventsTo('EXAMINED')).status).toBe('EXAMINED'));

  it('is none where nothing was filed, or what was filed was withdrawn', () => {
    const withdrawn = [...pathTo('REGISTERED'), withdrawApplication()];
    expect(deemedRefusedFrom(initialCase, '2025-06-01T00:00:00Z')).toBeNull();
    expect(deemedRefusedFrom(caseAfter(eventsOf(withdrawn)), '2025-06-01T00:00:00Z')).toBeNull();
  });
});
