import { beforeEach, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { eventSchemas } from '@app/domain';
import { CommandPipeline, createCodec, StoreUnavailable } from '@app/event-store';
import { MemoryEventStore } from '../../../event-store/src/testing/memory-event-store.js';
import * as application from '../index.js';
import { openSeals } from '../testing/open-seals.js';
import { sampleApplication, sampleContext } from '../testing/sample-application.js';

const { caseIdFor, ConfiguredOffices, sampleOffices, SubmitApplication } = application;

let store: MemoryEventStore;
let bus: CommandBus;
beforeEach(async () => {
  store = new MemoryEventStore();
  const codec = createCodec({ schemas: eventSchemas, vault: openSeals });
  const pipeline = new CommandPipeline({ store, codec, retry: { retryDelaysMs: [0] } });
  const module = await Test.createTestingModule({
    imports: [application.ApplicationModule.with({ pipeline, offices: new ConfiguredOffices(sampleOffices) })],
  }).compile();
  await module.init();
  bus = module.get(CommandBus);
});

const submit = (key: string, overrides = {}, context = {}) =>
  bus.execute(new SubmitApplication(sampleApplication(overrides), sampleContext(key, context)));
const typesIn = (stream: string) => store.log.filter((event) => event.stream === stream).map(({ type }) => type);
const onDwelling = () => typesIn('dwelling-dwelling-1');
const refusal = (code: string) => ({ name: 'Refusal', code });

/** The rest of the walk to payment, each by somebody who may do it, on its own day of March 2025. */
const walk = (caseId: string) => {
  const on = (day: string, actor = 'clerk') =>
    sampleContext(`key ${day}`, { actor, effectiveAt: `2025-03-${day}:00+05:00` });
  const eds = { certificateSerial: '1', signedAt: '2025-03-19T09:00:00+05:00' };
  const priceBasis = {
    residualValue: '1250000.00',
    valuationDate: '2025-02-10',
    valuationDocumentId: 'V',
    determinedBy: 'X',
  };
  return [
    new application.RegisterApplication(caseId, { registrationNumber: 'REG-1' }, on('03T16:00')),
    new application.ConfirmCompleteness(caseId, {}, on('04T10:00', 'examiner')),
    new application.ReviewCompliance(caseId, { findings: [] }, on('06T10:00', 'examiner')),
    new application.FormCommission(
      caseId,
      {
        kind: 'LOCAL_EXECUTIVE_BODY',
        members: [{ memberId: 'm1', fullName: 'A' }],
        chairId: 'm1',
        secretaryId: 'm1',
      },
      on('11T10:00'),
    ),
    new application.DecideCommission(
      caseId,
      { outcome: 'PRIVATIZE', votes: [{ memberId: 'm1', vote: 'FOR' }], priceBasis },
      on('18T10:00'),
    ),
    new application.SignDecision(caseId, { decisionNumber: 'D-1', eds }, on('19T10:00', 'head')),
    new application.RecordRightsInformation(
      caseId,
      { source: 'cadastre', encumbrances: [], technicalCharacteristics: 'two rooms', receivedOn: '2025-03-19' },
      on('19T11:00'),
    ),
    new application.OfferAgreement(
      caseId,
      { agreementNumber: 'A-1', price: '1250000.00', medium: 'ELECTRONIC' },
      on('20T10:00'),
    ),
    new application.SignAgreement(caseId, { party: 'RECIPIENT', eds }, on('20T15:00')),
    new application.SignAgreement(caseId, { party: 'PROVIDER', eds }, on('20T16:00', 'head')),
    new application.RecordPayment(
      caseId,
      { amount: '1250000.00', paidOn: '2025-03-24', reference: 'P-1' },
      on('24T12:00'),
    ),
  ];
};

describe('a submission', () => {
  it('claims the dwelling and then begins the case', async () => {
    const { stream, revision, events } = await submit('key-1');
    const caseId = caseIdFor(sampleContext('key-1'));
    expect({ stream, revision, types: events.map(({ type }) => type) }).toEqual({
      stream: `case-${caseId}`,
      revision: 0,
      types: ['ApplicationSubmitted'],
    });
    expect(store.log.map((event) => event.stream)).toEqual(['dwelling-dwelling-1', `case-${caseId}`]);
  });

  it('is the same case when it is repeated, and claims nothing anew', async () => {
    const first = await submit('key-1');
    expect(await submit('key-1')).toEqual({ ...first, repeated: true });
    expect(store.log).toHaveLength(2);
  });

  it('is one case where two send it at once', async () => {
    const [one, other] = await Promise.all([submit('key-1'), submit('key-1')]);
    expect(one.events).toEqual(other.events);
    expect(store.log).toHaveLength(2);
  });

  it('is refused where another application holds the dwelling, and leaves its claim alone', async () => {
    await submit('key-1');
    await expect(submit('key-2')).rejects.toMatchObject(refusal('dwelling-claimed'));
    expect(onDwelling()).toEqual(['DwellingClaimed']);
  });

  it('lets one of two applications for a dwelling through where they come at once', async () => {
    const outcomes = await Promise.allSettled([submit('key-1'), submit('key-2')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(store.log.filter(({ type }) => type === 'ApplicationSubmitted')).toHaveLength(1);
  });

  it('never touches the dwelling where a rule refuses it', async () => {
    await expect(submit('key-1', { form: 'GRATUITOUS' })).rejects.toMatchObject(refusal('form-not-provided'));
    expect(store.log).toEqual([]);
  });

  it('takes over the claim of a case that has ended', async () => {
    const first = caseIdFor(sampleContext('key-1'));
    await submit('key-1');
    for (const command of walk(first)) await bus.execute(command);
    await submit('key-2');
    expect(onDwelling()).toEqual(['DwellingClaimed', 'DwellingReleased', 'DwellingClaimed']);
  });

  it('claims nothing where its key was used for another application before', async () => {
    await submit('key-1', { dwelling: { dwellingId: 'dwelling-2', address: 'x' } });
    const other = submit('key-1', {}, { request: 'another body' });
    await expect(other).rejects.toMatchObject({ name: 'IdempotencyKeyReused' });
    expect(onDwelling()).toEqual([]);
  });

  it('releases what it claimed where the same key began another case meanwhile', async () => {
    const elsewhere = { dwelling: { dwellingId: 'dwelling-2', address: 'x' } };
    const outcomes = await Promise.allSettled([
      submit('key-1'),
      submit('key-1', elsewhere, { request: 'another body' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(onDwelling()).toEqual(['DwellingClaimed']);
    expect(typesIn('dwelling-dwelling-2')).toEqual(['DwellingClaimed', 'DwellingReleased']);
  });

  it('keeps its claim where the log gave no answer to the case: the repeat goes on from there', async () => {
    store.willMeet({}).willMeet({ before: () => store.disconnect() });
    await expect(submit('key-1')).rejects.toThrow(StoreUnavailable);
    store.connect();
    expect(onDwelling()).toEqual(['DwellingClaimed']);
    await submit('key-1');
    expect(onDwelling()).toEqual(['DwellingClaimed']);
  });

  it('names an office that there is', async () => {
    const nowhere = submit('key-1', { officeId: 'nowhere' }, { office: null });
    await expect(nowhere).rejects.toMatchObject({ name: 'OfficeUnknown', officeId: 'nowhere' });
  });

  it('is for the office of who files it', async () => {
    await expect(submit('key-1', { officeId: 'aktobe' })).rejects.toMatchObject({ name: 'OfficeNotYours' });
    await expect(submit('key-1', { officeId: 'aktobe' }, { office: null })).resolves.toMatchObject({ revision: 0 });
  });

  it('reads money as tenge, and what is left out as null', async () => {
    await submit('key-1');
    expect(store.log.at(-1)?.data).toMatchObject({ freeCategory: null, claims: [], representative: null });
  });
});

describe('a case', () => {
  it('walks from submission to payment, every event with the rulebook that holds for it', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await submit('key-1');
    for (const command of walk(caseId)) await bus.execute(command);

    const events = store.log.filter((event) => event.stream === `case-${caseId}`);
    expect(events.map(({ type }) => type)).toEqual([
      'ApplicationSubmitted',
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
    expect(events.at(-2)?.data).toMatchObject({ amount: 125_000_000, paidOn: '2025-03-24', outstanding: 0 });
  });

  it('writes down when it happened, when it was entered, who did it, for which office', async () => {
    const { stream } = await submit('key-1');
    expect(store.log.find((event) => event.stream === stream)?.metadata).toMatchObject({
      actor: 'clerk',
      office: 'almaty-bostandyk',
      correlationId: 'c-1',
      recordedAt: '2025-12-01T07:00:00.000Z',
      effectiveAt: '2025-03-03T10:00:00+05:00',
    });
  });

  it('takes the receipt and the delivery of the State Corporation', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await submit('key-1', { channel: 'STATE_CORPORATION' });
    const at = (key: string, effectiveAt: string) => sampleContext(key, { effectiveAt });
    await bus.execute(
      new application.IssueReceipt(caseId, { receiptNumber: 'RC-1' }, at('key-2', '2025-03-03T10:10:00+05:00')),
    );
    await bus.execute(
      new application.DeliverDocuments(caseId, { deliveryNumber: 'DL-1' }, at('key-3', '2025-03-03T15:00:00+05:00')),
    );
    expect(typesIn(`case-${caseId}`)).toEqual(['ApplicationSubmitted', 'ReceiptIssued', 'DocumentsDelivered']);
  });

  it('is rejected with its defects', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await submit('key-1');
    const [register] = walk(caseId);
    await bus.execute(register!);
    const context = sampleContext('key-2', { effectiveAt: '2025-03-04T11:00:00+05:00' });
    const defects = [{ kind: 'MISSING', documentType: 'D2', explanation: 'the marriage certificate' }] as const;
    await bus.execute(new application.RejectApplication(caseId, { defects }, context));
    expect(typesIn(`case-${caseId}`).slice(-2)).toEqual(['ApplicationRejected', 'CaseClosed']);
  });

  it('is not there for another office, nor where it never was', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await submit('key-1');
    const register = (id: string, office: string | null) =>
      bus.execute(
        new application.RegisterApplication(
          id,
          { registrationNumber: 'R' },
          sampleContext(`of ${office}`, { office, effectiveAt: '2025-03-03T16:00:00+05:00' }),
        ),
      );
    await expect(register(caseId, 'aktobe')).rejects.toMatchObject({ name: 'CaseNotFound', caseId });
    await expect(register('no-such-case', 'almaty-bostandyk')).rejects.toMatchObject({ name: 'CaseNotFound' });
    await expect(register(caseId, null)).resolves.toMatchObject({ revision: 1 });
  });

  it('tells a stale revision before anything else is decided', async () => {
    const caseId = caseIdFor(sampleContext('key-1'));
    await submit('key-1');
    const context = sampleContext('key-2', { expectedRevision: 7 });
    const register = new application.RegisterApplication(caseId, { registrationNumber: 'R' }, context);
    await expect(bus.execute(register)).rejects.toMatchObject({ name: 'StaleRevision', actual: 0 });
  });
});
