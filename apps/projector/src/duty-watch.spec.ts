import { beforeEach, describe, expect, it } from '@jest/globals';
import { InstallationSettings, MissedDuties, type DutyPastItsDay } from '@app/application';
import { caseDecider, dutiesOf, evolveCase, initialCase, type CaseCommand, type CaseState } from '@app/domain';
import type { CommandPipeline } from '@app/event-store';
import type { OverdueDuty, ReadModels } from '@app/read-models';
import { registerApplication, submitApplication } from '../../../libs/domain/src/testing/index.js';
import { caseDuties, DutyWatch, type DutyWatchParts } from './duty-watch.js';
import { SureClock } from './sure-clock.js';
import { WatchWorld } from './testing/watch-world.js';

let world: WatchWorld;
beforeEach(() => {
  world = new WatchWorld();
});

type Board = Pick<ReadModels['deadlines'], 'overdueAfter'>;

const record = (caseId: string, ...commands: readonly CaseCommand[]): Promise<void> =>
  world.record(`case-${caseId}`, caseDecider, commands);

/** The board of these cases as they were when this was called: it may lag, or be built anew. */
const boardNow = async (...caseIds: readonly string[]): Promise<Board> => {
  const states = await Promise.all(caseIds.map(async (caseId) => [caseId, await stateOf(caseId)] as const));
  const rows = states.flatMap(([caseId, state]) =>
    dutiesOf(state)
      .filter(({ status, heldBy }) => status === 'OPEN' && heldBy === null)
      .map(({ rule, instance, due, dueAt }): OverdueDuty => ({
        caseId,
        rule,
        instance,
        due: due!,
        dueAt: dueAt!,
        watched: `${dueAt} ${caseId}/${rule}`,
      })),
  );
  rows.sort((one, other) => (one.watched < other.watched ? -1 : 1));
  return {
    overdueAfter: async (place, asOf) =>
      rows.filter(({ watched }) => watched > (place ?? '') && watched < new Date(asOf).toISOString()).slice(0, 2),
  };
};

const stateOf = (caseId: string): Promise<CaseState> =>
  world.stateOf(`case-${caseId}`, { initial: initialCase, evolve: evolveCase });

const missedIn = async (caseId: string): Promise<readonly string[]> =>
  (await stateOf(caseId)).missed.map(({ rule, due }) => `${rule} ${due}`);

const watchAt = (now: string, board: Board, more: Partial<DutyWatchParts> = {}): Promise<void> =>
  world.watchAt(now, (missed) => caseDuties(board, missed), more);

/** Filed on 3 March 2025: to be registered on that day, decided by 2 April. */
const filed = submitApplication({ enteredAt: '2025-03-03T10:00:00+05:00' });

describe('the watch over duties', () => {
  it('records a duty as missed once its day is over in the zone of the office, and not before', async () => {
    await record('a', filed);
    const board = await boardNow('a');
    await watchAt('2025-03-03T19:00:59.999Z', board);
    expect(await missedIn('a')).toEqual([]);
    await watchAt('2025-03-03T19:01:00.000Z', board);
    expect(await missedIn('a')).toEqual(['R-15 2025-03-03']);
  });

  it('calls nothing missed by a clock that runs ahead of the log: the day is over by both', async () => {
    await record('a', filed);
    const board = await boardNow('a');
    const missed = new MissedDuties(world.newPipeline(), new InstallationSettings());
    let now = '2025-03-03T19:05:00Z';
    const events = [
      { position: 1, created: '2025-03-03T16:00:00Z' },
      { position: 2, created: '2025-03-03T17:05:00Z' },
    ];
    const clock = new SureClock({ log: { lastEvent: async () => events[0] ?? null }, now: () => now });
    const watch = new DutyWatch({ sources: [caseDuties(board, missed)], missed, now: () => now, clock });
    await watch.pass();
    events.shift();
    await watch.pass();
    expect(await missedIn('a')).toEqual([]);
    // The log is quiet from here on.
    now = '2025-03-03T21:00:01Z';
    await watch.pass();
    expect(await missedIn('a')).toEqual(['R-15 2025-03-03']);
  });

  it('records it once, where two watch at the same time', async () => {
    await record('a', filed);
    const board = await boardNow('a');
    const told: string[] = [];
    const onMissed = ({ rule }: DutyPastItsDay) => told.push(rule);
    await Promise.all(
      Array.from({ length: 4 }, (_, index) => watchAt(`2025-03-04T00:00:0${index}Z`, board, { onMissed })),
    );
    expect(await missedIn('a')).toEqual(['R-15 2025-03-03']);
    expect(told).toEqual(['R-15']);
  });

  it('records it once, also after a restart, and where the board was built anew', async () => {
    await record('a', filed);
    const board = await boardNow('a');
    await watchAt('2025-03-04T00:00:00Z', board);
    await watchAt('2025-03-05T00:00:00Z', board);
    await watchAt('2025-03-06T00:00:00Z', await boardNow('a'));
    expect(await missedIn('a')).toEqual(['R-15 2025-03-03']);
  });

  it('records nothing of a duty that was discharged, whatever the board still shows', async () => {
    await record('a', filed);
    const stale = await boardNow('a');
    await record('a', filed, registerApplication({ at: '2025-03-03T16:00:00+05:00' }));
    await watchAt('2025-03-04T00:00:00Z', stale);
    expect(await missedIn('a')).toEqual([]);
  });

  it('goes by the calendar as it is known now', async () => {
    await record('a', filed, registerApplication({ at: '2025-03-03T16:00:00+05:00' }));
    const board = await boardNow('a');
    await world.makeDayOff('2025-04-02', '2025-04-01T00:00:00Z');
    await watchAt('2025-04-02T19:01:00Z', board);
    expect(await missedIn('a')).toEqual([]);
    await watchAt('2025-04-03T19:01:00Z', board);
    expect(await missedIn('a')).toEqual(['R-27 2025-04-03']);
  });

  it('watches every case, also where one of them cannot be asked', async () => {
    for (const caseId of ['a', 'b', 'c', 'd', 'e']) await record(caseId, filed);
    const board = await boardNow('a', 'b', 'c', 'd', 'e');
    const broken: string[] = [];
    await world.watchAt('2025-03-04T00:00:00Z', (missed) => caseDuties(board, missed), {
      pipeline: refusingCaseB(world.newPipeline()),
      onTrouble: ({ stream }) => broken.push(stream),
    });
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(missedIn))).toEqual([
      ['R-15 2025-03-03'],
      [],
      ['R-15 2025-03-03'],
      ['R-15 2025-03-03'],
      ['R-15 2025-03-03'],
    ]);
    expect(broken).toEqual(['case-b']);
  });
});

const refusingCaseB = (pipeline: CommandPipeline): CommandPipeline =>
  ({
    load: pipeline.load.bind(pipeline),
    handle: (handling: Parameters<typeof pipeline.handle>[0]) =>
      handling.stream === 'case-b' ? Promise.reject(new Error('broken')) : pipeline.handle(handling),
    // The watch asks for no more of a pipeline.
  }) as unknown as CommandPipeline;
