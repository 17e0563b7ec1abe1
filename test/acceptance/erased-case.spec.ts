import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connectVault } from '@app/vault';
import { samples } from '@app/domain';
import { filed, stageTwo, walkedCase } from '../support/case-walks.js';
import { complaintAfter, complaintSteps, officer } from '../support/complaint-walk.js';
import { startSystem, type System } from '../support/system.js';

let system: System;

beforeAll(async () => {
  system = await startSystem({ projector: false });
}, 60_000);
afterAll(() => system.stop());

it('a case whose keys are destroyed is folded, shown and replayed, its words as erased', async () => {
  const { caseId } = await walkedCase(system, [filed(), ...stageTwo]);
  const complaintId = await complaintAfter(system, caseId, [complaintSteps.forward], {
    contested: { kind: 'DECISION', what: 'The decision of Testov', on: '2025-03-20', rule: null },
  });
  // Of who applied and complained, of the case, of the complaint.
  expect(await eraseApplicant()).toBe(3);
  await system.process('api').stop();
  await system.start('api');
  await system.start('projector');

  const auditor = { role: 'auditor', office: null } as const;
  const events = await system.get(`/audit/cases/${caseId}/events`, auditor);
  expect(events.status).toBe(200);
  const { position, revision } = events.body.items.at(-1);
  const state = await system.get(`/audit/cases/${caseId}/state?revision=${revision}`, auditor);
  expect([state.status, state.text.includes('--erased--')]).toEqual([200, true]);
  expect((await system.get(`/audit/cases/${caseId}/diff?from=1&to=${revision}`, auditor)).status).toBe(200);

  const shown = async (path: string, sending: object = {}) => {
    const answer = await system.get(path, { ...sending, minPosition: position, waitSeconds: 10 });
    expect([path, answer.status, /Testova Aigerim|Testbekov|The decision of/.test(answer.text)]).toEqual([
      path,
      200,
      false,
    ]);
    return answer.body;
  };
  expect(JSON.stringify(await shown(`/cases/${caseId}`))).toContain('"decisionNumber":"--erased--"');
  for (const part of ['timeline', 'duties', 'attribution', 'actions']) await shown(`/cases/${caseId}/${part}`);
  await shown('/cases');
  await shown(`/complaints/${complaintId}`, officer);
  await shown(`/complaints/${complaintId}/trail`, officer);
}, 120_000);

const eraseApplicant = async (): Promise<number> => {
  const masterKeyFile = `${system.dataFolder}/master.key`;
  const vault = await connectVault({ mongoUrl: system.url('documents'), masterKeyFile });
  try {
    const { keyIds } = await vault.keysOf(samples.sampleIins.old);
    await vault.erase({ id: 'erased-case', keyIds, withheld: [], streams: [] });
    return keyIds.length;
  } finally {
    await vault.close();
  }
};
