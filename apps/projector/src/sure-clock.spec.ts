import { describe, expect, it } from '@jest/globals';
import { SureClock } from './sure-clock.js';

/** Looks at a log whose last event stands at `position`, written at `created`, by a clock that says `now`. */
type Look = Readonly<{ now: string; position: number | null; created?: string }>;

const looked = async (...looks: readonly Look[]): Promise<readonly (string | null)[]> => {
  let look = looks[0]!;
  const clock = new SureClock({
    now: () => look.now,
    log: {
      lastEvent: async () => (look.position === null ? null : { position: look.position, created: look.created! }),
    },
  });
  const answers: (string | null)[] = [];
  for (look of looks) answers.push(await clock.look());
  return answers;
};

const at = (time: string): string => `2026-11-24T${time}Z`;

describe('the moment that has passed for sure', () => {
  it('is a margin behind the clock here where the log is quiet, however old its last event', async () => {
    const quiet = { position: 7, created: '2026-11-01T09:00:00.000Z' };
    expect(await looked({ now: at('10:00:00.000'), ...quiet }, { now: at('10:00:20.000'), ...quiet })).toEqual([
      null,
      at('09:59:20.000'),
    ]);
    const empty = { position: null };
    expect(await looked({ now: at('10:00:00.000'), ...empty }, { now: at('10:00:20.000'), ...empty })).toEqual([
      null,
      at('09:59:20.000'),
    ]);
  });

  it('is that of the log where its events say that the clock here is ahead, and goes on by it when the log is quiet again', async () => {
    const ahead = [
      { now: at('12:00:00.000'), position: 7, created: at('08:00:00.000') },
      { now: at('12:00:20.000'), position: 8, created: at('10:00:10.000') },
      { now: at('13:00:20.000'), position: 8, created: at('10:00:10.000') },
    ];
    expect(await looked(...ahead)).toEqual([null, at('10:00:10.000'), at('11:00:10.000')]);
  });

  it('is a margin behind the clock here where that is behind the log', async () => {
    const behind = { now: at('08:00:20.000'), position: 8, created: at('10:00:10.000') };
    expect(await looked({ ...behind, position: 7 }, behind)).toEqual([null, at('07:59:20.000')]);
  });

  it('is told by the first event of a log, too', async () => {
    const first = { now: at('12:00:20.000'), position: 1, created: at('10:00:10.000') };
    expect(await looked({ now: at('12:00:00.000'), position: null }, first)).toEqual([null, at('10:00:10.000')]);
  });
});
