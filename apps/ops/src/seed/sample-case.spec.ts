import { describe, expect, it } from '@jest/globals';
import { isValidIin, kzCalendar, dayNumberOf, samples } from '@app/domain';
import type { ApiCommand } from './api-client.js';
import { enterSampleCase, sampleStages } from './sample-case.js';

const offices = [
  { officeId: 'first', zone: 'Asia/Almaty', closesAt: '18:30' },
  { officeId: 'second', zone: 'Asia/Aqtobe', closesAt: '18:00' },
];
const startedAt = '2026-11-23T03:00:00.000Z';

/** What a case sends to an api that agrees to everything. */
const sent = async (n: number, moment = startedAt): Promise<readonly ApiCommand[]> => {
  const commands: ApiCommand[] = [];
  const api = {
    send: async (command: ApiCommand) => {
      commands.push(command);
      return { caseId: `case-${n}`, revision: commands.length - 1, position: commands.length };
    },
  };
  await enterSampleCase(n, { startedAt: moment, offices, api });
  return commands;
};

const all = async (): Promise<readonly (readonly ApiCommand[])[]> =>
  Promise.all(sampleStages.map((_, index) => sent(index + 1)));

const happenedAt = ({ body }: ApiCommand): number => Date.parse(String(body['effectiveAt']));

describe('the sample cases', () => {
  it('happen step after step, on working days, before the seeding', async () => {
    for (const commands of await all()) {
      const moments = commands.map(happenedAt);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      expect(Math.max(...moments)).toBeLessThan(Date.parse(startedAt));
      const days = commands.map(({ body }) => dayNumberOf(String(body['effectiveAt']).slice(0, 10)));
      expect(days.map((day) => kzCalendar.offReason(day))).toEqual(days.map(() => null));
    }
  });

  it('happen before the end of the built-in calendar where the seeding lies beyond it', async () => {
    const commands = (
      await Promise.all(sampleStages.map((_, index) => sent(index + 1, '2028-05-04T03:00:00.000Z')))
    ).flat();
    const days = commands.map(({ body }) => String(body['effectiveAt']).slice(0, 10));
    expect(days.toSorted().at(-1)! < '2028-01-01').toBe(true);
  });

  it('are the same commands when the same seeding is gone on with, and others in another one', async () => {
    expect(await sent(7)).toEqual(await sent(7));
    const keys = (commands: readonly ApiCommand[]) => commands.map(({ idempotencyKey }) => idempotencyKey);
    const other = keys(await sent(7, '2026-11-23T03:00:01.000Z'));
    expect(keys(await sent(7)).filter((key) => other.includes(key))).toEqual([]);
  });

  it('never share a key or a dwelling', async () => {
    const commands = (await all()).flat();
    expect(new Set(commands.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(commands.length);
    const dwellings = commands
      .filter(({ path }) => path === '/cases')
      .map(({ body }) => JSON.stringify(body['dwelling']));
    expect(new Set(dwellings).size).toBe(sampleStages.length);
  });

  it('belong to the first office, but for every fourth', async () => {
    const officesOf = (await all()).map(([first]) => first?.office);
    const four = ['first', 'first', 'first', 'second'];
    expect(officesOf).toEqual([...four, ...four, ...four]);
  });
});

const { numberedPerson: samplePerson } = samples;

describe('the sample people', () => {
  it('have numbers that are IINs, each its own', () => {
    const numbers = Array.from({ length: 300 }, (_, n) => samplePerson(n).iin);
    expect(numbers.filter((iin) => !isValidIin(iin))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('would have been born in the 19th century', () => {
    expect(samplePerson(20_000).iin).toMatch(/^\d{6}2/);
  });
});
