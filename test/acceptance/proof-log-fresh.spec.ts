import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseCheckpoint } from '@app/proof';
import { sha256OfText } from '@app/proof/node';
import { temporaryFolder } from '../support/process.js';
import { fetchByContract } from '../support/contract.js';
import { startWitness, witnessSetting } from '../support/witness.js';
import { launchReady, type ReadyLaunched } from './launched.js';
import { ops } from './ops-command.js';

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let other: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  data = await temporaryFolder();
  other = await temporaryFolder();
});
afterAll(async () => {
  await data.remove();
  await other.remove();
});

const env = { PROOF_HEAD_SECONDS: '0' };

const checkpointOf = async ({ ready }: ReadyLaunched): Promise<string> => {
  for (;;) {
    const answer = await fetchByContract(`${ready.url}/log/checkpoint`);
    if (answer.status === 200) return answer.text();
    await new Promise((look) => setTimeout(look, 50));
  }
};

const seeded = async (): Promise<void> => {
  const here = { SHANYRAQ_DATA: data.path, NODE_ENV: 'test', PORT: '', EVENTSTORE_URL: '', MONGODB_URL: '' };
  expect(await ops(['seed', '--cases', '1'], { env: here })).toMatchObject({ code: 0 });
};

/** Heads of the log with their key, as an auditor is told. */
const headsOf = async ({ ready }: ReadyLaunched) => {
  const here = { SHANYRAQ_DATA: data.path, NODE_ENV: 'test', PORT: '', EVENTSTORE_URL: '', MONGODB_URL: '' };
  const { stdout } = await ops(['token', '--role', 'auditor'], { env: here });
  const authorization = `Bearer ${stdout.trim()}`;
  const answer = await fetchByContract(`${ready.url}/api/v1/audit/heads`, { headers: { authorization } });
  // what the contract says of it
  return (await answer.json()) as { vkey: string; trouble: string | null; items: { cosignatures: object[] }[] };
};

describe('a system that begins anew while a witness runs', () => {
  it('is another log and no fork: the witness keeps what it knows, and nothing stops the signing', async () => {
    const first = await launchReady(data.path, ['--no-seed'], env);
    await seeded();
    const before = parseCheckpoint(await checkpointOf(first));
    const { vkey } = await headsOf(first);
    await first.stop();
    const witness = await startWitness(other.path, [vkey]);
    const WITNESSES = await witnessSetting(witness);
    const second = await launchReady(data.path, ['--no-seed'], { ...env, WITNESSES });
    while ((await headsOf(second)).items[0]?.cosignatures.length === 0)
      await new Promise((look) => setTimeout(look, 50));
    await second.stop();
    const place = `${witness.url}/${sha256OfText(before.origin)}/checkpoint`;
    const known = await (await fetch(place)).text();
    expect(parseCheckpoint(known).origin).toBe(before.origin);

    const anew = await launchReady(data.path, ['--fresh', '--no-seed'], { ...env, WITNESSES });
    await seeded();
    const after = parseCheckpoint(await checkpointOf(anew));
    expect(after.origin).not.toBe(before.origin);
    expect(await headsOf(anew)).toMatchObject({ trouble: null });
    const health = (await (await fetchByContract(`${anew.ready.url}/health/ready`)).json()) as { warnings: string[] };
    expect(health.warnings.join()).toContain(
      'The witness witness.example/w1 has not cosigned the newest head: it answers 404',
    );
    expect(await (await fetch(place)).text()).toBe(known);
    await anew.stop();
    await witness.stop();
  }, 180_000);
});
