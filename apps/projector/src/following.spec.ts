import { describe, expect, it } from '@jest/globals';
import { caseView, timeline, worklist, type Projection } from '@app/read-models';
import { readTogether } from './following.js';

const all: readonly Projection[] = [caseView, timeline, worklist];

const at = (...positions: readonly (number | null)[]) =>
  ['case-view', 'timeline', 'worklist'].map((name, index) => ({ name, position: positions[index] ?? null }));

describe('projections that read the log together', () => {
  it('are those that have begun, apart from those that have not', () => {
    expect(readTogether(all, at(500, null, 20)).groups).toEqual([[caseView, worklist], [timeline]]);
  });

  it('are all of them where all have begun, or none', () => {
    expect(readTogether(all, at(500, 20, 20))).toEqual({ groups: [all], toFill: [] });
    expect(readTogether(all, at(null, null, null))).toEqual({ groups: [all], toFill: [] });
  });

  it('are not new views of documents that are there: these are filled first', () => {
    expect(readTogether(all, at(500, 20, null))).toEqual({ groups: [[caseView, timeline]], toFill: [worklist] });
  });
});
