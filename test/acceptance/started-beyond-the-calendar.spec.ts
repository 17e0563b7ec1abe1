import { describe, expect, it } from '@jest/globals';
import { clockAt } from '../support/clock.js';
import { fetchByContract } from '../support/contract.js';
import { temporaryFolder } from '../support/process.js';
import { launchReady, tokenOf } from './launched.js';

describe('an empty folder in a year without calendar', () => {
  it('is started with its sample cases, whose dates are told where they can be', async () => {
    const folder = await temporaryFolder();
    const launched = await launchReady(folder.path, [], clockAt('2028-05-04T12:00:00+05:00'));
    try {
      const token = tokenOf(launched, 'auditor');
      const ask = async (path: string) =>
        (
          await fetchByContract(`${launched.ready.url}${path}`, { headers: { authorization: `Bearer ${token}` } })
        ).json();
      // The contract is checked where it is fetched.
      const { counts } = (await ask('/api/v1/monitoring/duties?bucket=PENDING')) as { counts: Record<string, number> };
      expect(counts['PENDING']).toBeGreaterThan(0);
      expect(await ask('/health/ready')).toMatchObject({ status: 'up', warnings: [expect.stringContaining('2028')] });
    } finally {
      await launched.stop();
      await folder.remove();
    }
  }, 120_000);
});
