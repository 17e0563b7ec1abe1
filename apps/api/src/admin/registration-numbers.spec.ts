import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseDecider, eventSchemas, samples } from '@app/domain';
import { CommandPipeline, createCodec } from '@app/event-store';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { sendCommand } from '../testing/commands-over-http.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

/** A case over HTTP, of a dwelling of its own. */
const filed = async (dwellingId: string): Promise<string> => {
  const command = samples.submitApplication({ dwelling: { dwellingId, address: 'Almaty, Abay avenue 10, 5' } });
  return (await sendCommand(api, command, { caseId: '' })).body.caseId;
};

/** As the first versions registered: nothing was claimed. */
const registeredBefore = (caseId: string, registrationNumber: string) =>
  new CommandPipeline({ store: api.store, codec: createCodec({ schemas: eventSchemas, vault: api.vault }) }).handle({
    stream: `case-${caseId}`,
    decider: caseDecider,
    command: samples.registerApplication({ registrationNumber }),
    context: {
      actor: 'clerk',
      onBehalfOf: null,
      office: 'almaty-bostandyk',
      correlationId: 'c',
      causationId: null,
      idempotencyKey: `before ${caseId}`,
      expectedRevision: null,
      request: caseId,
      recordedAt: '2025-12-01T07:00:00.000Z',
      effectiveAt: '2025-03-03T16:00:00+05:00',
    },
  });

describe('the registration numbers of an older log', () => {
  it('are claimed before the first new one is given; those that two cases had are told (R-15, A29)', async () => {
    const [one, other, third] = [await filed('d-1'), await filed('d-2'), await filed('d-3')];
    await registeredBefore(one, 'REG-7');
    await registeredBefore(other, 'reg-7');
    const register = (registrationNumber: string) =>
      sendCommand(api, samples.registerApplication(), {
        caseId: third,
        body: { registrationNumber, eds: { certificateSerial: '7', signedAt: '2025-03-03T16:00:00+05:00' } },
      });
    expect((await register('REG-7')).body).toMatchObject({
      status: 409,
      code: 'registration-number-given',
      rule: null,
    });
    expect((await register('REG-8')).status).toBe(200);

    const authorization = `Bearer ${await api.token({ role: 'administrator' })}`;
    const told = await api.send('/api/v1/admin/registration-numbers/repeated', { headers: { authorization } });
    expect(told.body).toEqual({
      total: 1,
      items: [{ officeId: 'almaty-bostandyk', number: 'reg-7', caseIds: [one, other] }],
    });
    const beyond = { authorization, 'x-min-position': '9007199254740992' };
    const refused = await api.send('/api/v1/admin/registration-numbers/repeated', { headers: beyond });
    expect([refused.status, refused.body.code]).toEqual([400, 'header-invalid']);
  });
});
