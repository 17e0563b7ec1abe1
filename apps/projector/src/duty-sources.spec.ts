import { describe, expect, it } from '@jest/globals';
import { InstallationSettings, installationSettings } from '@app/application';
import { initialCase, kzCalendar, type CaseCommand, type CaseState, type Decider } from '@app/domain';
import type { CommandPipeline } from '@app/event-store';
import { loadConfig } from '@app/platform';
import { submitApplication } from '../../../libs/domain/src/testing/index.js';
import { caseDuties } from './duty-sources.js';

/** Who decides on the duties of cases under settings. */
const deciderUnder = async (installation: InstallationSettings): Promise<Decider<CaseCommand, CaseState, never>> => {
  const asked: Decider<CaseCommand, CaseState, never>[] = [];
  const pipeline = {
    handle: async ({ decider }: { decider: (typeof asked)[number] }) => {
      asked.push(decider);
      return { events: [], repeated: false };
    },
    // The recorder asks for no more of a pipeline.
  } as unknown as CommandPipeline;
  const { recorderUnder } = caseDuties({ overdueAfter: async () => [] }, { pipeline, installation });
  await recorderUnder(kzCalendar)(
    { stream: 'case-a', id: 'a', rule: 'R-15', due: '2025-03-03' },
    '2025-03-04T00:00:00Z',
  );
  const [decider] = asked;
  if (!decider) throw new Error('nobody was asked');
  return decider;
};

describe('the recorder of missed duties', () => {
  const later = submitApplication({ at: '2025-05-20T10:00:00+05:00', enteredAt: '2025-05-20T10:00:00+05:00' });
  const decided = async (env: NodeJS.ProcessEnv): Promise<unknown> => {
    const decider = await deciderUnder(installationSettings(loadConfig(env).law));
    return decider.decide(later, initialCase).length;
  };

  it('decides under the settings of the installation, as the api does', async () => {
    expect(await decided({})).toBe(1);
    await expect(decided({ DEMONSTRATE_2021_RULEBOOK: 'false' })).rejects.toMatchObject({
      code: 'no-rulebook-for-date',
    });
  });
});
