import { beforeEach, describe, expect, it } from '@jest/globals';
import { samples } from '@app/domain';
import * as application from '../index.js';
import { sampleContext, walkToPayment } from '../testing/sample-application.js';
import { openUseCases, type UseCaseWorld } from '../testing/use-case-world.js';

const { caseIdFor } = application;

let world: UseCaseWorld;
beforeEach(async () => {
  world = await openUseCases();
});

describe('a case', () => {
  it('walks from submission to payment, every event with the rulebook that holds for it', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await world.submit('key-1');
    for (const command of walkToPayment(caseId)) await world.bus.execute(command);

    const events = world.store.log.filter((event) => event.stream === `case-${caseId}`);
    expect(events.map(({ type }) => type)).toEqual([
      'ApplicationSubmitted',
      'FamilyDataReceived',
      'ApplicationRegistered',
      'CompletenessConfirmed',
      'ComplianceReviewed',
      'CommissionFormed',
      'CommissionDecided',
      'DecisionSigned',
      'RightsInformationReceived',
      'AgreementOffered',
      'AgreementSigned',
      'AgreementSigned',
      'PaymentReceived',
      'CaseClosed',
    ]);
    expect(new Set(events.map(({ metadata }) => metadata.rulebook))).toEqual(new Set(['KZ-437/2021-08-12']));
    expect(events.at(-2)?.data).toMatchObject({ amount: 125_000_000, paidOn: '2025-04-10', outstanding: 0 });
  });

  it('writes down when it happened, when it was entered, who did it, for which office', async () => {
    const { stream } = await world.submit('key-1');
    expect(world.store.log.find((event) => event.stream === stream)?.metadata).toMatchObject({
      actor: 'clerk',
      office: 'almaty-bostandyk',
      correlationId: 'c-1',
      recordedAt: '2025-12-01T07:00:00.000Z',
      effectiveAt: '2025-03-03T10:00:00+05:00',
    });
  });

  it('takes the receipt and the delivery of the State Corporation', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await world.submit('key-1', { channel: 'STATE_CORPORATION' });
    const at = (key: string, effectiveAt: string) => sampleContext(key, { effectiveAt });
    await world.bus.execute(
      new application.ActOnCase(
        caseId,
        {
          type: 'IssueReceipt',
          receiptNumber: 'RC-1',
          identification: 'IDENTITY_DOCUMENT',
          copiesMade: true,
          originalsReturned: true,
        },
        at('key-2', '2025-03-03T10:10:00+05:00'),
      ),
    );
    await world.bus.execute(
      new application.ActOnCase(
        caseId,
        { type: 'DeliverDocuments', deliveryNumber: 'DL-1' },
        at('key-3', '2025-03-03T15:00:00+05:00'),
      ),
    );
    expect(world.typesIn(`case-${caseId}`)).toEqual(['ApplicationSubmitted', 'ReceiptIssued', 'DocumentsDelivered']);
  });

  it('is rejected with its defects', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await world.submit('key-1', { claims: ['COSMONAUT'] });
    const [, register] = walkToPayment(caseId);
    await world.bus.execute(register!);
    const context = sampleContext('key-2', { effectiveAt: '2025-03-04T11:00:00+05:00' });
    const defects = [{ kind: 'MISSING', documentType: 'D7', explanation: 'the certificate of a cosmonaut' }] as const;
    await world.bus.execute(new application.ActOnCase(caseId, { type: 'RejectApplication', defects }, context));
    expect(world.typesIn(`case-${caseId}`).slice(-2)).toEqual(['ApplicationRejected', 'CaseClosed']);
  });

  it('is not there for another office, nor where it never was', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await world.submit('key-1');
    const register = (id: string, office: string | null) =>
      world.bus.execute(
        new application.ActOnCase(
          id,
          { type: 'RegisterApplication', registrationNumber: 'R', eds: samples.sampleEds() },
          sampleContext(`of ${office}`, { office, effectiveAt: '2025-03-03T16:00:00+05:00' }),
        ),
      );
    await expect(register(caseId, 'aktobe')).rejects.toMatchObject({ name: 'CaseNotFound', caseId });
    await expect(register('no-such-case', 'almaty-bostandyk')).rejects.toMatchObject({ name: 'CaseNotFound' });
    await expect(register(caseId, null)).resolves.toMatchObject({ revision: 1 });
  });

  it('tells a stale revision before anything else is decided', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await world.submit('key-1');
    const context = sampleContext('key-2', { expectedRevision: 7 });
    const register = new application.ActOnCase(
      caseId,
      { type: 'RegisterApplication', registrationNumber: 'R', eds: samples.sampleEds() },
      context,
    );
    await expect(world.bus.execute(register)).rejects.toMatchObject({ name: 'StaleRevision', actual: 0 });
  });
});
