import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DutyPastItsDay } from '@app/application';
import {
  complaintDecider,
  dutiesOfComplaint,
  evolveComplaint,
  initialComplaint,
  type ComplaintCommand,
  type ComplaintState,
} from '@app/domain';
import type { OverdueComplaintDuty, ReadModels } from '@app/read-models';
import {
  adoptFavourableAct,
  decideComplaint,
  fileComplaint,
  registerComplaint,
} from '../../../libs/domain/src/testing/index.js';
import { complaintDuties, type DutyWatchParts } from './duty-watch.js';
import { WatchWorld } from './testing/watch-world.js';

let world: WatchWorld;
beforeEach(() => {
  world = new WatchWorld();
});

type List = Pick<ReadModels['complaints'], 'overdueAfter'>;

const record = (...commands: readonly ComplaintCommand[]): Promise<void> =>
  world.record('complaint-k', complaintDecider, commands);

const complaint = (): Promise<ComplaintState> =>
  world.stateOf('complaint-k', { initial: initialComplaint, evolve: evolveComplaint });

const missed = async (): Promise<readonly string[]> =>
  (await complaint()).missed.map(({ rule, due }) => `${rule} ${due}`);

/** What the complaint owed when this was called: the read model may lag, or be built anew. */
const listNow = async (): Promise<List> => {
  const owed = dutiesOfComplaint(await complaint())
    .filter(({ status }) => status === 'OPEN')
    .map(({ rule, due, dueAt }): OverdueComplaintDuty => ({
      complaintId: 'k',
      rule,
      due: due!,
      dueAt: dueAt!,
      watched: `${dueAt} k`,
    }));
  return {
    overdueAfter: async (place, asOf) =>
      owed.filter(({ watched }) => watched > (place ?? '') && watched < new Date(asOf).toISOString()),
  };
};

const watchAt = (now: string, list: List, more: Partial<DutyWatchParts> = {}): Promise<void> =>
  world.watchAt(now, (duties) => complaintDuties(list, duties), more);

/** Registered by the head of the provider on Monday 7 April 2025: to be decided by Monday 14 April. */
const filed = fileComplaint({ complaintId: 'k', addressee: 'PROVIDER_HEAD' });
const registered = registerComplaint({ actingFor: 'PROVIDER_HEAD' });
const decidedOn = (day: string) =>
  decideComplaint({
    actingFor: 'PROVIDER_HEAD',
    at: `2025-04-${day}T10:00:00+05:00`,
    outcome: 'DISMISSED',
    effect: null,
  });

describe('the watch over the duties of complaints', () => {
  it('records that it was not considered once its last day is over in the zone of the office, and not before (R-86)', async () => {
    await record(filed, registered);
    const list = await listNow();
    await watchAt('2025-04-14T19:00:59.999Z', list);
    expect(await missed()).toEqual([]);
    await watchAt('2025-04-14T19:01:00.000Z', list);
    expect(await missed()).toEqual(['R-86 2025-04-14']);
  });

  it('records it once, where several watch at the same time', async () => {
    await record(filed, registered);
    const list = await listNow();
    const told: DutyPastItsDay[] = [];
    const onMissed = (duty: DutyPastItsDay) => told.push(duty);
    await Promise.all(
      Array.from({ length: 4 }, (_, index) => watchAt(`2025-04-15T00:00:0${index}Z`, list, { onMissed })),
    );
    expect(await missed()).toEqual(['R-86 2025-04-14']);
    expect(told.map(({ stream, rule, due }) => [stream, rule, due])).toEqual([['complaint-k', 'R-86', '2025-04-14']]);
  });

  it('records it once, also after a restart, and where the read model was built anew', async () => {
    await record(filed, registered);
    const list = await listNow();
    await watchAt('2025-04-15T00:00:00Z', list);
    await watchAt('2025-04-16T00:00:00Z', list);
    await watchAt('2025-04-17T00:00:00Z', await listNow());
    expect(await missed()).toEqual(['R-86 2025-04-14']);
  });

  it('takes it for no trouble that a duty was discharged in time, and records nothing, whatever the read model still shows', async () => {
    await record(filed, registered);
    const stale = await listNow();
    await record(filed, registered, decidedOn('14'));
    const troubles: unknown[] = [];
    await watchAt('2025-04-15T00:00:00Z', stale, { onTrouble: (_, error) => troubles.push(error) });
    expect(await missed()).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('records nothing of a duty that fell away (R-85)', async () => {
    await record(fileComplaint({ complaintId: 'k' }));
    const stale = await listNow();
    await record(fileComplaint({ complaintId: 'k' }), adoptFavourableAct());
    await watchAt('2025-04-09T00:00:00Z', stale);
    expect(await missed()).toEqual([]);
  });

  it('goes by the calendar as it is known now', async () => {
    await record(filed, registered);
    const list = await listNow();
    await world.makeDayOff('2025-04-14', '2025-04-11T00:00:00Z');
    await watchAt('2025-04-14T19:01:00Z', list);
    expect(await missed()).toEqual([]);
    await watchAt('2025-04-15T19:01:00Z', list);
    expect(await missed()).toEqual(['R-86 2025-04-15']);
  });

  it('tells of a complaint that cannot be asked', async () => {
    const unknown: List = {
      overdueAfter: async (place) =>
        place === null
          ? [{ complaintId: 'k', rule: 'R-86', due: '2025-04-14', dueAt: '2025-04-14T18:59:59.999Z', watched: 'k' }]
          : [],
    };
    const troubles: unknown[] = [];
    await watchAt('2025-04-15T00:00:00Z', unknown, { onTrouble: (_, error) => troubles.push(error) });
    expect(troubles).toEqual([expect.objectContaining({ name: 'ComplaintNotFound', complaintId: 'k' })]);
  });
});
