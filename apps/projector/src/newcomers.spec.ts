import { describe, expect, it } from '@jest/globals';
import { caseView, timeline, worklist } from '@app/read-models';
import { readTogether } from './newcomers.js';

const at = (...positions: readonly (number | null)[]) =>
  ['case-view', 'timeline', 'worklist'].map((name, index) => ({ name, position: positions[index] ?? null }));

describe('projections that read the log together', () => {
  it('are those that have begun, apart from those that have not', () => {
    expect(readTogether([caseView, timeline, worklist], at(500, null, 20))).toEqual([[caseView, worklist], [timeline]]);
  });

  it('are all of them where all have begun, or none', () => {
    expect(readTogether([caseView, timeline], at(500, 20))).toEqual([[caseView, timeline]]);
    expect(readTogether([caseView, timeline], at(null, null))).toEqual([[caseView, timeline]]);
  });
});
