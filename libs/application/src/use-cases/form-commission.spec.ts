import { describe, expect, it } from '@jest/globals';
import type { CommissionMember } from '@app/domain';
import * as application from '../index.js';
import { sampleContext, walkToPayment } from '../testing/sample-application.js';
import { openUseCases, type UseCaseWorld } from '../testing/use-case-world.js';

const { caseIdFor, sampleOffices } = application;
const commission = {
  minMembers: 2,
  quorumAbove: { parts: 2, of: 3 },
  majorityAbove: { parts: 1, of: 2 },
  chairCastingVote: true,
  abstentionAllowed: false,
};

/** A case that is examined, in a system of these offices. */
const examined = async (offices = sampleOffices): Promise<Readonly<{ world: UseCaseWorld; caseId: string }>> => {
  const world = await openUseCases({ offices });
  await world.submit('key-1');
  const caseId = caseIdFor(sampleContext('key-1'));
  for (const command of walkToPayment(caseId).slice(0, 4)) await world.bus.execute(command);
  return { world, caseId };
};

const form = (caseId: string, members: readonly CommissionMember[]) =>
  new application.FormCommission(
    caseId,
    { kind: 'LOCAL_EXECUTIVE_BODY', members, chairId: 'm1', secretaryId: 'm1', reason: null },
    sampleContext('form', { effectiveAt: '2025-03-11T10:00:00+05:00' }),
  );
const two = [
  { memberId: 'm1', fullName: 'A', conflictOfInterest: null },
  { memberId: 'm2', fullName: 'B', conflictOfInterest: 'cousin of the tenant' },
];

describe('a commission (R-43, R-44)', () => {
  it('votes by the rules of the office that the case belongs to', async () => {
    const { world, caseId } = await examined(sampleOffices.map((office) => ({ ...office, commission })));
    await world.bus.execute(form(caseId, two));
    expect(world.store.log.at(-1)?.data).toMatchObject({ rules: commission });
  });

  it('votes by the rules of the rulebook where its office has set none', async () => {
    const { world, caseId } = await examined();
    await world.bus.execute(form(caseId, two));
    expect(world.store.log.at(-1)?.data).toMatchObject({ rules: { quorumAbove: { parts: 1, of: 2 } } });
  });

  it('has members with a conflict of interest and members without', async () => {
    const { world, caseId } = await examined();
    await world.bus.execute(form(caseId, two));
    expect(world.store.log.at(-1)?.data).toMatchObject({
      members: [{ conflictOfInterest: null }, { conflictOfInterest: { $sealed: expect.any(String) } }],
    });
  });

  it('is of no case that is not there', async () => {
    const world = await openUseCases();
    await expect(world.bus.execute(form('no-such-case', two))).rejects.toMatchObject({ name: 'CaseNotFound' });
  });
});
