import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Refusal } from '../refusal.js';
import { type DwellingCommand, dwellingDecider, type DwellingEvent } from './dwelling.js';

const at = '2025-03-03T10:00:00+05:00';
const claim = (caseId: string, endedCaseIds: readonly string[] = [], isReopened = false): DwellingCommand => ({
  type: 'ClaimDwelling',
  otherHolders: [],
  dwellingId: 'd',
  caseId,
  at,
  endedCaseIds,
  isReopened,
});
const release = (caseId: string): DwellingCommand => ({
  type: 'ReleaseDwelling',
  dwellingId: 'd',
  caseId,
  reason: 'CASE_NEVER_CAME',
  at,
});
const heldBy = (holder: string | null) => ({ holder });
const claimed = { type: 'DwellingClaimed', data: { dwellingId: 'd', caseId: 'new', at } };

describe('a dwelling (docs/law/rules.md A25)', () => {
  it('is claimed by the first application', () =>
    expect(dwellingDecider.decide(claim('new'), heldBy(null))).toEqual([claimed]));

  it('is claimed by its holder again without anything happening', () =>
    expect(dwellingDecider.decide(claim('new'), heldBy('new'))).toEqual([]));

  it('is not claimed while another application is active', () => {
    const attempt = () => dwellingDecider.decide(claim('new', ['some-other']), heldBy('old'));
    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'dwelling-claimed', rule: null, paragraph: null, facts: { dwellingId: 'd' } }),
    );
  });

  it('is not claimed again for a reopened case while another application is active', () =>
    expect(() => dwellingDecider.decide(claim('new', [], true), heldBy('old'))).toThrow(
      expect.objectContaining({ code: 'reopened-dwelling-held', rule: null, facts: { dwellingId: 'd' } }),
    ));

  it('is taken over from a case that has ended', () =>
    expect(dwellingDecider.decide(claim('new', ['old']), heldBy('old'))).toEqual([
      { type: 'DwellingReleased', data: { dwellingId: 'd', caseId: 'old', reason: 'CASE_CLOSED', at } },
      claimed,
    ]));

  it('is released by its holder, and by nobody else', () => {
    expect(dwellingDecider.decide(release('old'), heldBy('old'))).toEqual([
      { type: 'DwellingReleased', data: { dwellingId: 'd', caseId: 'old', reason: 'CASE_NEVER_CAME', at } },
    ]);
    expect(dwellingDecider.decide(release('new'), heldBy('old'))).toEqual([]);
    expect(dwellingDecider.decide(release('new'), heldBy(null))).toEqual([]);
  });

  it('is free for the next application before the first claim, and after a release', () => {
    const { initial, evolve, decide } = dwellingDecider;
    const [released] = decide(release('old'), heldBy('old'));
    expect(decide(claim('new'), initial)).toEqual([claimed]);
    expect(decide(claim('new'), evolve(heldBy('old'), released!))).toEqual([claimed]);
  });

  it('leaves out events that it does not know', () => {
    const later = { type: 'DwellingRenamed', data: {} } as unknown as DwellingEvent;
    expect(dwellingDecider.evolve(heldBy('old'), later)).toEqual(heldBy('old'));
  });

  it('has at most one holder, whatever comes', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            caseId: fc.constantFrom('a', 'b', 'c'),
            ended: fc.subarray(['a', 'b', 'c']),
            isClaim: fc.boolean(),
          }),
        ),
        (steps) => {
          const holders = new Set<string>();
          let state = dwellingDecider.initial;
          for (const { caseId, ended, isClaim } of steps) {
            for (const event of attempt(isClaim ? claim(caseId, ended) : release(caseId), state)) {
              if (event.type === 'DwellingClaimed') holders.add(event.data.caseId);
              else holders.delete(event.data.caseId);
              state = dwellingDecider.evolve(state, event);
            }
            expect([...holders]).toEqual(state.holder === null ? [] : [state.holder]);
          }
        },
      ),
    ));
});

const attempt = (command: DwellingCommand, state: Readonly<{ holder: string | null }>): readonly DwellingEvent[] => {
  try {
    return dwellingDecider.decide(command, state);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};
