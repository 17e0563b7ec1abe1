import { describe, expect, it } from '@jest/globals';
import type { JobDto, ProjectionDto } from '@app/contracts';
import { untilEnded } from './projections-api.js';

const job = (projection: string, more: Partial<JobDto>): JobDto => ({
  kind: 'VERIFY',
  projection,
  state: 'ASKED',
  atWork: false,
  askedAt: '2025-03-07T10:00:00.000Z',
  askedBy: 'administrator',
  startedAt: null,
  finishedAt: null,
  percent: 0,
  secondsLeft: null,
  problem: null,
  ...more,
});
const running = { state: 'RUNNING', atWork: true } as const;
const rebuilding = job('worklist', { ...running, kind: 'REBUILD' });

/** An api that answers with one look after another, and with the last of them for ever. */
const apiWith = (...looks: readonly (readonly JobDto[])[]) => {
  let look = 0;
  return {
    all: async () => {
      const jobs = looks[Math.min(look, looks.length - 1)] ?? [];
      look += 1;
      return ['timeline', 'worklist'].map((name) => {
        const of = (kind: string) => jobs.find((one) => one.projection === name && one.kind === kind) ?? null;
        // Only its name and its jobs are looked at.
        return { name, jobs: { verify: of('VERIFY'), rebuild: of('REBUILD') } } as unknown as ProjectionDto;
      });
    },
  };
};

const waited = async (...looks: readonly (readonly JobDto[])[]): Promise<readonly string[]> => {
  const others: string[] = [];
  const onLook = (_: unknown, told: readonly JobDto[]) =>
    others.push(told.map(({ kind, projection }) => `${kind} ${projection}`).join());
  await untilEnded(apiWith(...looks), { kind: 'verify', asked: [job('timeline', {})], onLook, patienceMs: 0 });
  return others;
};

describe('who waits for a verification', () => {
  const done = [job('timeline', { state: 'DONE' })];

  it('waits, however long it was asked for before, while a projector is at something else, and is told at what', async () => {
    const waiting = [job('timeline', {}), rebuilding];
    expect(await waited(waiting, waiting, [job('timeline', running)], done)).toEqual([
      'REBUILD worklist',
      'REBUILD worklist',
      '',
      '',
    ]);
  });

  it.each([
    ['nobody has taken it up', [job('timeline', {})]],
    ['its projector was not heard of', [job('timeline', { state: 'RUNNING' })]],
    ['the projector before it was not heard of', [job('timeline', {}), { ...rebuilding, atWork: false }]],
  ])('gives up where nobody is at work: %s', async (_, look) => {
    await expect(waited(look)).rejects.toMatchObject({ code: 'job-not-taken' });
  });

  it.each([
    ['FAILED', 'job-failed'],
    ['CANCELLED', 'job-cancelled'],
  ])('is told that it %s', async (state, code) => {
    await expect(waited([job('timeline', { state })])).rejects.toMatchObject({ code });
  });
});
