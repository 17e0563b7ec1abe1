import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@app/event-store';
import type { DutyView } from '../case-view/case-view.projection.js';
import { recorder } from '../testing/recorded.js';
import { missedDutiesAsKnown } from './missed-duties-as-known.dataset.js';

const missed = (rule: string, due: string) => ({
  type: 'DutyMissed' as const,
  data: {
    at: '2025-05-01T10:00:00+05:00',
    rule,
    instance: null,
    paragraph: '6(1)',
    debtor: 'PROVIDER',
    due,
    dueAt: `${due}T18:59:59.999Z`,
  },
});

const owed = (rule: string, due: string, more: Partial<DutyView>) =>
  // What is asked of a duty.
  ({
    rule,
    instance: null,
    due,
    kind: 'OBLIGATION',
    status: 'OPEN',
    late: false,
    dischargedOn: null,
    ...more,
  }) as DutyView;

const foundOf = async (duties: ReadonlyMap<string, readonly DutyView[]>): Promise<unknown> => {
  // What is recorded is plain data, which is what the log holds of events without personal values.
  const log = recorder()('case-c1', [
    missed('R-27', '2025-04-02'),
    missed('R-27', '2025-04-03'),
    missed('R-28', '2025-04-09'),
    missed('R-36', '2025-05-02'),
  ]) as readonly unknown[] as readonly StoredEvent[];
  const { rows } = await missedDutiesAsKnown.page(
    {
      log: {
        lastPosition: async () => log.at(-1)!.position,
        follow: async function* () {
          for (const event of log) yield { kind: 'event', event };
          yield { kind: 'caught-up' };
        },
      },
      stageRecords: { after: () => Promise.reject(new Error('not asked for')) },
      cases: { dutiesOf: async () => duties },
      complaints: { dutiesOf: async () => new Map() },
    },
    { after: 0, limit: 10, signal: new AbortController().signal },
  );
  return rows.map((row) => [row[4], row[7], ...row.slice(-3)]);
};

describe('the export of missed duties as known', () => {
  it('keeps each record, and says what was found kept, due on another day, or not owed', async () => {
    const duties = [
      owed('R-27', '2025-04-03', { status: 'DISCHARGED', late: true, dischargedOn: '2025-04-10' }),
      owed('R-28', '2025-04-09', { status: 'DISCHARGED', dischargedOn: '2025-04-08' }),
      owed('R-36', '2025-05-02', { status: 'FALLEN_AWAY' }),
    ];
    expect(await foundOf(new Map([['c1', duties]]))).toEqual([
      ['R-27', '2025-04-02', null, '2025-04-03', false],
      ['R-27', '2025-04-03', null, null, false],
      ['R-28', '2025-04-09', '2025-04-08', null, false],
      ['R-36', '2025-05-02', null, null, true],
    ]);
  });

  it('says nothing of a case that is not in the read models yet', async () => {
    const nothing = [null, null, null];
    expect(await foundOf(new Map())).toEqual([
      ['R-27', '2025-04-02', ...nothing],
      ['R-27', '2025-04-03', ...nothing],
      ['R-28', '2025-04-09', ...nothing],
      ['R-36', '2025-05-02', ...nothing],
    ]);
  });
});
