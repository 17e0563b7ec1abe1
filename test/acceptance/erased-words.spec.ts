import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { confirmed, erasureOf, filedBy, until } from '../support/erasing.js';
import { recordAsBefore } from '../support/record-as-before.js';
import { startSystem, type Sending, type System } from '../support/system.js';

jest.setTimeout(180_000);

let system: System;
beforeAll(async () => {
  // Nothing must be kept after its end here.
  system = await startSystem({ env: { RETENTION_YEARS: '0' } });
}, 180_000);
afterAll(() => system.stop());

const auditor: Sending = { role: 'auditor', office: null, headers: { 'x-purpose': 'inspection' } };

/** Every page shows nothing of some words, once what is shown was made anew. */
const nothingOf = async (words: RegExp, pages: readonly (readonly [string, Sending])[]): Promise<void> => {
  for (const [path, sending] of pages) {
    await until(async () => !words.test((await system.get(path, sending)).text));
    expect([path, (await system.get(path, sending)).status]).toEqual([path, 200]);
  }
};

it('words of an old case that stand in the log in clear are counted case by case, and shown to nobody any more', async () => {
  const { caseId } = await filedBy(system, '910417300116', 'Older Person');
  const at = new Date().toISOString();
  const reason = 'Older Person wrote this before words were sealed';
  const stream = `case-${caseId}`;
  await recordAsBefore(system, stream, {
    type: 'ApplicationWithdrawn',
    data: { at, reason, withdrawnOn: at.slice(0, 10), outsideOrder: 'outside' },
  });
  const { position } = await recordAsBefore(system, stream, { type: 'CaseClosed', data: { at, outcome: 'WITHDRAWN' } });
  const before = await system.get(`/cases/${caseId}`, { minPosition: position, waitSeconds: 10 });
  expect(before.text).toContain(reason);

  const done = await confirmed(system, await erasureOf(system, '910417300116'));
  expect(done.body.streams).toEqual([{ stream, as: 'OWN', clearTexts: 1 }]);
  await nothingOf(/Older Person/, [
    [`/cases/${caseId}`, {}],
    [`/cases/${caseId}/timeline`, {}],
    ['/cases', {}],
    [`/audit/cases/${caseId}/events?unmask=true`, auditor],
    [`/audit/cases/${caseId}/state?unmask=true`, auditor],
    [`/audit/cases/${caseId}/diff?from=0&to=2`, auditor],
    ['/monitoring/exports/applications', auditor],
    ['/monitoring/exports/events', auditor],
  ]);
  const { body } = await system.get(`/audit/cases/${caseId}/events`, auditor);
  expect(body.chain.intact).toBe(true);
});
