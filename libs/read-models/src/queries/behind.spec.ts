import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '@app/domain';
import { caseView } from '../case-view/case-view.projection.js';
import { dwellingClaims } from '../dwelling-claims/dwelling-claims.projection.js';
import type { Checkpoints } from '../engine/checkpoints.js';
import { fold } from '../engine/fold.js';
import { partitions } from '../engine/partitions/partition.js';
import { logOfCases, streamsOf } from '../testing/log.js';
import { storedLog } from '../testing/stored-log.js';
import { countBehind, mostCounted, nearestNotShown, type Behind } from './behind.js';

const log = logOfCases(3);
const { signal } = new AbortController();

const at = (position: number | null): Checkpoints =>
  partitions.map(() => (position === null ? null : { position, caughtUp: false }));

const behindAt = async (
  cases: number | null,
  claims: number | null,
  of = log,
): Promise<readonly (Behind | undefined)[]> => {
  const places = [
    { projection: caseView, checkpoints: at(cases) },
    { projection: dwellingClaims, checkpoints: at(claims) },
  ];
  const behind = await countBehind({ log: storedLog(of), signal }, places);
  return [behind.get('case-view'), behind.get('dwelling-claims')];
};

const ofCases = log.filter(({ stream }) => stream.startsWith('case-'));

describe('what a projection does not include yet', () => {
  it('is counted from where each stands, in the streams that it follows', async () => {
    const [before, last] = ofCases.slice(-2);
    expect(await behindAt(before!.position, null)).toEqual([
      { events: 1, isAtLeast: false, streams: [last!.stream] },
      { events: 3, isAtLeast: false, streams: ['dwelling-d-c0', 'dwelling-d-c1', 'dwelling-d-c2'] },
    ]);
    expect(await behindAt(null, null)).toMatchObject([{ events: ofCases.length }, { events: 3 }]);
  });

  it('is nothing at the end of the log', async () => {
    const end = log.at(-1)!.position;
    const none = { events: 0, isAtLeast: false, streams: [] };
    expect(await behindAt(end, end)).toEqual([none, none]);
  });

  it('is counted no further than is of use', async () => {
    const long = Array.from({ length: mostCounted + 5 }, (_, index) => ({ ...ofCases[0]!, position: index + 1 }));
    expect(await behindAt(null, null, long)).toEqual([
      { events: mostCounted, isAtLeast: true, streams: ['case-c0'] },
      { events: 0, isAtLeast: true, streams: [] },
    ]);
  });
});

describe('the nearest duty that is not shown', () => {
  it('is the one that is due first among the cases behind, as the log has them', async () => {
    const half = log.filter(({ revision }) => revision < 2);
    const { stored } = fold(
      caseView,
      null,
      half.filter(({ stream }) => stream === 'case-c1'),
    );
    const open = dutiesOf((stored as unknown as { state: Parameters<typeof dutiesOf>[0] }).state)
      .filter(({ kind, status }) => kind === 'OBLIGATION' && status === 'OPEN')
      .toSorted((one, other) => (one.dueAt! < other.dueAt! ? -1 : 1));
    const { rule, instance, duty, due, dueAt } = open[0]!;
    expect(await nearestNotShown(streamsOf(half), ['case-c1', 'dwelling-d-c1'])).toEqual({
      caseId: 'c1',
      rule,
      instance,
      duty,
      due,
      dueAt,
    });
  });

  it('is none where nothing is owed', async () => {
    expect(await nearestNotShown(streamsOf(log), ['case-c0', 'case-c1', 'case-c2'])).toBeNull();
    expect(await nearestNotShown(streamsOf(log), [])).toBeNull();
  });
});
