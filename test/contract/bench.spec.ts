import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import type { BenchReport } from '../bench/report.js';

const run = promisify(execFile);
const smallest = ['--json', '--seconds', '1', '--cases', '2', '--scale', '5'];

it('the bench measures every part of the system', async () => {
  const { stdout } = await run(process.execPath, ['dist/test/bench/main.js', ...smallest]);
  // The bench's own document.
  const { writeSide, readSide, pages, access, verifying } = JSON.parse(stdout) as BenchReport;
  for (const part of ['rawAppend', 'pipeline', 'http', 'bareRoute'] as const)
    expect(writeSide?.[part].every(({ perSecond }) => perSecond > 0)).toBe(true);
  expect(readSide).toMatchObject({ events: expect.any(Number) });
  expect(pages).toHaveLength(1);
  expect(access).toMatchObject({ perSecond: 100, rows: 50, addedAtP95: expect.any(Number) });
  expect(verifying).toMatchObject([{ events: 31 }, { events: 310 }]);
  for (const { bare, bareOverWire, overWire, byFile, tree } of verifying ?? [])
    for (const { perSecond } of [bare, bareOverWire, overWire, byFile, tree]) expect(perSecond).toBeGreaterThan(0);
}, 240_000);
