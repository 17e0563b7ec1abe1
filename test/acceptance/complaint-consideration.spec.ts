import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  asTheHead,
  atTheHead,
  complaintAfter,
  complaintBody,
  complaintSteps,
  decideAtTheHead,
  dutiesAfter,
  eventsOf,
  fileAt,
  officer,
  qualityOfficer,
  refusalOf,
  registrar,
  sendComplaintStep,
  silentCase,
  toTheHead,
  type ComplaintStep,
} from '../support/complaint-walk.js';
import { startSystem, type Answer, type System } from '../support/system.js';

let system: System;
let caseId: string;

beforeAll(async () => {
  system = await startSystem();
  caseId = await silentCase(system, 'CMP-1');
}, 60_000);
afterAll(() => system.stop());

const send = (complaintId: string, step: ComplaintStep, changes: Readonly<Record<string, unknown>> = {}) =>
  sendComplaintStep(system, complaintId, step, changes);
const after = (steps: readonly ComplaintStep[], changes: Readonly<Record<string, unknown>> = {}) =>
  complaintAfter(system, caseId, steps, changes);
const dutiesOf = (complaintId: string, answer: Answer) => dutiesAfter(system, complaintId, answer);

const { forward, register, extend, notify, decide, appeal, rule } = complaintSteps;

describe('the consideration of a complaint (para 13)', () => {
  it('R-86 (para 13): the service provider considers it within five working days from the date of its registration', async () => {
    const complaintId = await fileAt(system, caseId, toTheHead);
    const registered = await send(complaintId, atTheHead);
    expect(await dutiesOf(complaintId, registered)).toEqual(['R-86 PROVIDER 2025-04-17 OPEN']);
    const decided = await send(complaintId, decideAtTheHead);
    expect(await dutiesOf(complaintId, decided)).toEqual(['R-86 PROVIDER 2025-04-17 DISCHARGED']);
  });

  it('R-87 (para 13): the authorized body considers it within five working days from the date of its own registration', async () => {
    const complaintId = await after([forward]);
    const registered = await send(complaintId, register);
    expect(await dutiesOf(complaintId, registered)).toEqual([
      'R-84 PROVIDER 2025-04-11 DISCHARGED',
      'R-87 AUTHORIZED_BODY 2025-04-17 OPEN',
    ]);
  });

  it('R-88 (para 13): the body for quality considers it within fifteen working days, past May Day, from the date of its registration', async () => {
    const complaintId = await fileAt(system, caseId, { addressee: 'QUALITY_BODY', lodgedWith: 'QUALITY_BODY' });
    const registered = await system.post(
      `/complaints/${complaintId}/registration`,
      { ...register.body, actingFor: 'QUALITY_BODY', effectiveAt: '2025-04-14T11:00:00+05:00' },
      qualityOfficer,
    );
    expect(await dutiesOf(complaintId, registered)).toEqual(['R-88 QUALITY_BODY 2025-05-06 OPEN']);
    const why = await system.get(`/complaints/${complaintId}/duties/R-88/why`, officer);
    expect([why.status, why.body.duty.due]).toEqual([200, '2025-05-06']);
    expect(why.body.paragraphText).toContain('within 15 (fifteen) working days');
    expect(why.body.text).toContain('1 May 2025 is not counted');
  });

  it('R-83 (para 12): nobody but the body that it is addressed to considers it', async () => {
    const complaintId = await after([forward]);
    const byAnother = await system.post(
      `/complaints/${complaintId}/registration`,
      { ...register.body, ...asTheHead },
      officer,
    );
    expect(refusalOf(byAnother)).toEqual([409, 'another-body-considers', 'R-83', '12']);
    const inItsName = await system.post(`/complaints/${complaintId}/registration`, register.body, officer);
    expect([inItsName.status, inItsName.body.permission]).toEqual([403, 'complaint:consider-as-authorized-body']);
  });

  it('R-83 (para 12): the authorized body and the body for quality register, extend and decide what is addressed to them, whatever office it is about; the officer of the provider does not', async () => {
    for (const [addressee, own, permission] of [
      ['AUTHORIZED_BODY', register.sending, 'complaint:consider-as-authorized-body'],
      ['QUALITY_BODY', qualityOfficer, 'complaint:consider-as-quality-body'],
    ] as const) {
      const complaintId = await fileAt(system, caseId, { addressee, lodgedWith: addressee });
      for (const { path, body } of [register, extend, notify, decide]) {
        const sent = { ...body, actingFor: addressee };
        for (const accused of [
          officer,
          { role: 'provider-head' },
          { role: 'quality-monitor', office: null },
        ] as const) {
          const answer = await system.post(`/complaints/${complaintId}${path}`, sent, accused);
          expect([path, answer.status, answer.body.permission]).toEqual([path, 403, permission]);
        }
        expect((await system.post(`/complaints/${complaintId}${path}`, sent, own)).status).toBe(200);
      }
    }
  });

  it('R-83 (para 12): each of the two acts for itself alone', async () => {
    const complaintId = await after([forward]);
    const forAnother = await system.post(`/complaints/${complaintId}/registration`, register.body, qualityOfficer);
    expect([forAnother.status, forAnother.body.permission]).toEqual([403, 'complaint:consider-as-authorized-body']);
    const inOwnName = { ...register.body, actingFor: 'QUALITY_BODY' };
    const notAddressed = await system.post(`/complaints/${complaintId}/registration`, inOwnName, qualityOfficer);
    expect(refusalOf(notAddressed)).toEqual([409, 'another-body-considers', 'R-83', '12']);
  });

  it('R-86 (para 13): a decision gives its reasons, and says what follows for the case', async () => {
    const complaintId = await after([atTheHead], toTheHead);
    expect(refusalOf(await send(complaintId, decideAtTheHead, { reasons: null }))[1]).toBe('complaint-reasons-missing');
    expect(refusalOf(await send(complaintId, decideAtTheHead, { effect: null }))[1]).toBe('complaint-effect-mismatch');
  });

  it('who acted on the case does not decide a complaint about it: a guard, which cites no paragraph', async () => {
    const complaintId = await after([atTheHead], toTheHead);
    const own = await system.post(`/complaints/${complaintId}/decision`, decideAtTheHead.body, {
      ...officer,
      sub: registrar,
    });
    expect(refusalOf(own)).toEqual([409, 'own-act-complained-of', null, null]);
    expect((await send(complaintId, decideAtTheHead)).status).toBe(200);
  });
});

describe('the extension of the term (para 14)', () => {
  it('R-89 (para 14): the term is extended by no more than ten working days', async () => {
    const complaintId = await after([forward, register]);
    expect(refusalOf(await send(complaintId, extend, { workingDays: 11 }))).toEqual([
      409,
      'extension-too-long',
      'R-89',
      '14',
    ]);
    const extended = await send(complaintId, extend);
    expect((await dutiesOf(complaintId, extended)).slice(1)).toEqual([
      'R-87 AUTHORIZED_BODY 2025-05-02 OPEN',
      'R-90 AUTHORIZED_BODY 2025-04-17 OPEN',
    ]);
    const why = await system.get(`/complaints/${complaintId}/duties/R-87/why`, officer);
    expect(why.body.text).toContain('extended on Monday 14 April 2025 by 10 working days');
    const inRussian = await system.get(`/complaints/${complaintId}/duties/R-87/why?lang=ru`, officer);
    expect(inRussian.body.text).toContain('Срок продлен на 10 рабочих дней');
  });

  it('R-89 (para 14): for additional study, inspection or information and for nothing else, once, before the term ends', async () => {
    const complaintId = await after([forward, register]);
    expect((await send(complaintId, extend, { ground: 'HOLIDAYS' })).status).toBe(422);
    const late = await send(complaintId, extend, { effectiveAt: '2025-04-18T09:00:00+05:00' });
    expect(refusalOf(late)).toEqual([409, 'extension-too-late', 'R-89', '14']);
    expect((await send(complaintId, extend, { ground: 'ADDITIONAL_STUDY_OR_INSPECTION', workingDays: 1 })).status).toBe(
      200,
    );
    expect(refusalOf(await send(complaintId, extend))).toEqual([409, 'already-extended', 'R-89', '14']);
  });

  it('R-92 (para 14): the reasons of the extension are given', async () => {
    const complaintId = await after([forward, register]);
    expect(refusalOf(await send(complaintId, extend, { reasons: null }))).toEqual([
      409,
      'extension-reasons-missing',
      'R-92',
      '14',
    ]);
  });

  it('R-90 (para 14): the complainant is informed within three business days from the date of the extension', async () => {
    const complaintId = await after([forward, register, extend]);
    const sent = await send(complaintId, notify);
    expect((await dutiesOf(complaintId, sent)).at(-1)).toBe('R-90 AUTHORIZED_BODY 2025-04-17 DISCHARGED');
  });

  it('R-91 (para 14): in writing where the complaint is on paper, in electronic form where it is electronic', async () => {
    const onPaper = await after([forward, register, extend]);
    expect(refusalOf(await send(onPaper, notify, { medium: 'ELECTRONIC' }))).toEqual([
      409,
      'extension-notice-medium',
      'R-91',
      '14',
    ]);
    const electronic = await after([forward, register, extend], { medium: 'ELECTRONIC' });
    expect((await send(electronic, notify, { medium: 'ELECTRONIC' })).status).toBe(200);
  });
});

describe('an appeal in court (para 15)', () => {
  it('R-93 (para 15): is allowed after the complaint was decided or its term is over', async () => {
    const complaintId = await after([forward, register]);
    const early = await send(complaintId, appeal, { effectiveAt: '2025-04-17T17:00:00+05:00' });
    expect(refusalOf(early)).toEqual([409, 'court-before-complaint', 'R-93', '15']);
    expect(refusalOf(await send(complaintId, rule))).toEqual([409, 'court-appeal-missing', null, null]);
    expect(eventsOf(await send(complaintId, appeal))).toEqual(['CourtAppealFiled']);
  });

  it('R-93 (para 15): is allowed before where the laws provide otherwise', async () => {
    const complaintId = await fileAt(system, caseId);
    const byLaw = await send(complaintId, appeal, { lawReference: 'Law L, article 1' });
    expect(eventsOf(byLaw)).toEqual(['CourtAppealFiled']);
  });

  it('R-86a, R-93 (para 15; A32): is allowed where nobody registered it by the end of the term, counted from the day on which the body had it', async () => {
    const complaintId = await after([forward]);
    const early = await send(complaintId, appeal, { effectiveAt: '2025-04-16T17:00:00+05:00' });
    expect(refusalOf(early)).toEqual([409, 'court-before-complaint', 'R-93', '15']);
    const silent = await send(complaintId, appeal, { effectiveAt: '2025-04-17T09:00:00+05:00' });
    expect(eventsOf(silent)).toEqual(['CourtAppealFiled']);

    const duty = await system.get(`/complaints/${complaintId}/duties/R-86a/why`, {
      ...officer,
      minPosition: silent.body.position,
      waitSeconds: 10,
    });
    expect(duty.body.duty).toMatchObject({
      due: '2025-04-09',
      debtor: 'AUTHORIZED_BODY',
      status: 'OPEN',
      overdue: true,
    });
    expect(duty.body.text).toContain('the Order counts from the registration and sets no day for it: A32');

    const lodged = await fileAt(system, caseId, { addressee: 'QUALITY_BODY', lodgedWith: 'QUALITY_BODY' });
    const soon = await send(lodged, appeal, { effectiveAt: '2025-04-29T17:00:00+05:00' });
    expect(refusalOf(soon)[1]).toBe('court-before-complaint');
    expect(eventsOf(await send(lodged, appeal, { effectiveAt: '2025-04-30T09:00:00+05:00' }))).toEqual([
      'CourtAppealFiled',
    ]);
  });

  it('R-93 (para 15; A32): is not opened by silence before the registration where the installation does not read the Order so', async () => {
    const api = await system.startSecondApi({ COMPLAINT_REGISTRATION_OWED: 'false' });
    try {
      const lodged = complaintBody(caseId, { addressee: 'QUALITY_BODY', lodgedWith: 'QUALITY_BODY' });
      const filed = await system.post('/complaints', lodged, { role: 'front-desk', base: api.url });
      const { complaintId } = filed.body;
      expect(filed.status).toBe(201);
      const answer = await send(complaintId, appeal, { effectiveAt: '2025-06-30T09:00:00+05:00' });
      expect(refusalOf(answer)).toEqual([409, 'court-before-complaint', 'R-93', '15']);
    } finally {
      await api.stop();
    }
  });
});
