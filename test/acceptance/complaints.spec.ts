import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  atTheHead,
  complaintAfter,
  complaintBody,
  complaintSteps,
  dutiesAfter,
  eventsOf,
  fileAt,
  officer,
  refusalOf,
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

const { forward, satisfy, register, extend, notify, decide, appeal, rule } = complaintSteps;

describe('a complaint from filing to the ruling of a court (paras 12 to 15)', () => {
  it('R-83 (para 12): a complaint against the decision, actions or inactions of the service provider is filed, and goes its whole way', async () => {
    const filed = await system.post('/complaints', complaintBody(caseId), { role: 'front-desk' });
    expect([filed.status, eventsOf(filed), filed.body.revision]).toEqual([201, ['ComplaintFiled'], 0]);
    expect(filed.headers.get('etag')).toBe('"0"');
    expect(filed.headers.get('x-log-position')).toBe(String(filed.body.position));
    const { complaintId } = filed.body;

    const events: string[] = [];
    let last: Answer = filed;
    for (const step of [forward, register, extend, notify, decide, appeal, rule]) {
      last = await send(complaintId, step);
      expect(last.status).toBe(200);
      events.push(...eventsOf(last));
    }
    expect(events).toEqual([
      'ComplaintForwarded',
      'ComplaintRegistered',
      'ComplaintTermExtended',
      'ExtensionNoticeSent',
      'ComplaintDecided',
      'CourtAppealFiled',
      'CourtRulingRecorded',
    ]);

    const view = await system.get(`/complaints/${complaintId}`, {
      ...officer,
      minPosition: last.body.position,
      waitSeconds: 10,
    });
    expect(view.headers.get('etag')).toBe('"7"');
    expect(view.body).toMatchObject({
      complaintId,
      caseId,
      officeId: 'almaty-bostandyk',
      status: 'RULED',
      complainant: { iin: '010115100004', fullName: 'Testova Aigerim' },
      contested: { kind: 'INACTION', rule: 'R-27', on: null },
      filingTermNotice: null,
      decision: { outcome: 'SATISFIED', decidedIn: 'AUTHORIZED_BODY', effect: { kind: 'ACT' } },
      courtRulings: [{ outcome: 'DISMISSED' }],
    });
  }, 60_000);

  it('R-83 (para 12): other addressees than the head of the provider, the authorized body and the body for quality are not taken', async () => {
    const answer = await system.post('/complaints', complaintBody(caseId, { addressee: 'MINISTRY' }), {
      role: 'front-desk',
    });
    expect([answer.status, answer.body.errors.map(({ path }: { path: string }) => path)]).toEqual([422, ['addressee']]);
  });

  it.each(['PROVIDER_HEAD', 'AUTHORIZED_BODY', 'QUALITY_BODY'])(
    'R-83 (para 12): a complaint may be filed to %s',
    async (addressee) => {
      const answer = await system.post('/complaints', complaintBody(caseId, { addressee }), {
        role: 'portal',
        office: null,
      });
      expect([answer.status, eventsOf(answer)]).toEqual([201, ['ComplaintFiled']]);
    },
  );

  it('R-83 (para 12): three months after the complainant learned of it, the complaint bears a notice and is taken all the same', async () => {
    const late = complaintBody(caseId, {
      learnedOn: '2025-04-08',
      effectiveAt: '2025-07-09T10:00:00+05:00',
    });
    const { body } = await system.post('/complaints', late, { role: 'front-desk' });
    const view = await system.get(`/complaints/${body.complaintId}`, {
      ...officer,
      minPosition: body.position,
      waitSeconds: 10,
    });
    expect(view.body.filingTermNotice).toContain('ended on 2025-07-08');
    const inRussian = await system.get(`/complaints/${body.complaintId}?lang=ru`, officer);
    expect(inRussian.body.filingTermNotice).toContain('Трехмесячный срок обжалования');
  });

  it('R-83 (para 12; A36): a decision that was never made and an action before the application are told, and the complaint is taken', async () => {
    const noticeOf = async (contested: object, lang = 'en') => {
      const body = complaintBody(caseId, { contested: { what: 'What was done', rule: null, ...contested } });
      const filed = await system.post('/complaints', body, { role: 'front-desk' });
      expect(filed.status).toBe(201);
      const asked = { ...officer, minPosition: filed.body.position, waitSeconds: 10 };
      return (await system.get(`/complaints/${filed.body.complaintId}?lang=${lang}`, asked)).body.contestedNotice;
    };
    expect(await noticeOf({ kind: 'DECISION', on: '2025-04-02' })).toContain('no decision of that day or before');
    expect(await noticeOf({ kind: 'ACTION', on: '2019-04-02' })).toContain('lies before the application');
    expect(await noticeOf({ kind: 'ACTION', on: '2019-04-02' }, 'kk')).toContain('өтініш берілгенге дейін');
    expect(await noticeOf({ kind: 'ACTION', on: '2025-04-02' })).toBeNull();
  }, 60_000);

  it('R-27 (para 6), R-83 (para 12): silence may be complained about once the term of the decision is over, and does not end the case', async () => {
    const early = complaintBody(caseId, { learnedOn: '2025-04-07', effectiveAt: '2025-04-07T23:59:00+05:00' });
    expect(refusalOf(await system.post('/complaints', early, { role: 'front-desk' }))).toEqual([
      409,
      'inaction-not-overdue',
      'R-83',
      '12',
    ]);
    const contested = { kind: 'INACTION', what: 'The documents came late.', on: null, rule: 'R-18' };
    // The delivery is owed by the State Corporation, which is not the provider.
    const ofAnother = await system.post('/complaints', complaintBody(caseId, { contested }), { role: 'front-desk' });
    expect(refusalOf(ofAnother)).toEqual([409, 'inaction-of-another', 'R-83', '12']);
    // The applicant's payment is nobody's in this case, nor is the agreement owed before a decision.
    const inaction = (of: string) =>
      system.post('/complaints', complaintBody(caseId, { contested: { ...contested, rule: of } }), {
        role: 'front-desk',
      });
    expect(refusalOf(await inaction('R-36'))).toEqual([409, 'inaction-of-another', 'R-83', '12']);
    expect(refusalOf(await inaction('R-28'))).toEqual([409, 'inaction-not-owed', 'R-83', '12']);
    const filed = await system.post('/complaints', complaintBody(caseId), { role: 'front-desk' });
    expect(filed.status).toBe(201);
    const view = await system.get(`/cases/${caseId}`, { minPosition: filed.body.position, waitSeconds: 10 });
    expect(view.body.status).toBe('REGISTERED');
  });
});

describe('a complaint received by the provider (para 12)', () => {
  it('R-84 (para 12): the provider sends it to the body considering it within three business days from its receipt', async () => {
    const complaintId = await fileAt(system, caseId);
    const early = await send(complaintId, register);
    expect(refusalOf(early)).toEqual([409, 'complaint-not-forwarded', 'R-84', '12']);
    const sent = await send(complaintId, forward);
    expect(await dutiesOf(complaintId, sent)).toEqual(['R-84 PROVIDER 2025-04-11 DISCHARGED']);
  });

  it('R-84 (para 12): what is addressed to the head of the provider, or was lodged with the addressee, is not sent on', async () => {
    for (const changes of [toTheHead, { addressee: 'QUALITY_BODY', lodgedWith: 'QUALITY_BODY' }]) {
      const complaintId = await fileAt(system, caseId, changes);
      expect(refusalOf(await send(complaintId, forward))).toEqual([409, 'forwarding-not-needed', 'R-84', '12']);
    }
  });

  it('R-85 (para 12): it is not sent where a favourable act fully satisfies the requirements specified in it', async () => {
    const complaintId = await after([satisfy]);
    const sent = await send(complaintId, forward);
    expect(refusalOf(sent)).toEqual([409, 'complaint-settled', 'R-85', '12']);
    const last = await fileAt(system, caseId);
    expect(eventsOf(await send(last, satisfy))).toEqual(['FavourableActAdopted']);
  });

  it('R-85 (para 12): satisfaction in part, or after the three business days, does not lift the duty', async () => {
    const complaintId = await fileAt(system, caseId);
    const partial = await send(complaintId, satisfy, { fully: false });
    expect(refusalOf(partial)).toEqual([409, 'favourable-act-partial', 'R-85', '12']);
    const late = await send(complaintId, satisfy, { effectiveAt: '2025-04-12T11:00:00+05:00' });
    expect([...refusalOf(late), late.body.facts]).toEqual([
      409,
      'favourable-act-too-late',
      'R-85',
      '12',
      { adoptedOn: '2025-04-12', until: '2025-04-11' },
    ]);
    expect((await send(complaintId, forward)).status).toBe(200);
  });
});

describe('complaints over HTTP', () => {
  it('are repeated without effect under the same key, and made once', async () => {
    const sending = { role: 'front-desk', key: 'complaint-key' } as const;
    const first = await system.post('/complaints', complaintBody(caseId), sending);
    const again = await system.post('/complaints', complaintBody(caseId), sending);
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it('are refused where somebody wrote since', async () => {
    const complaintId = await after([forward]);
    const stale = await system.post(`/complaints/${complaintId}/registration`, register.body, {
      ...register.sending,
      ifMatch: '"0"',
    });
    expect([stale.status, stale.body.code]).toEqual([412, 'revision-stale']);
  });

  it('are nobody else’s: another office and an unknown id are 404 alike', async () => {
    const complaintId = await fileAt(system, caseId);
    const elsewhere = { ...officer, office: 'astana-esil' };
    for (const answer of [
      await system.post(`/complaints/${complaintId}/forwarding`, forward.body, elsewhere),
      await system.get(`/complaints/${complaintId}`, elsewhere),
      await system.get(`/complaints/00000000-0000-5000-8000-000000000000`, officer),
      await system.get('/complaints/unknown', officer),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'complaint-not-found']);
    const about = await system.post('/complaints', complaintBody(caseId), {
      role: 'front-desk',
      office: 'astana-esil',
    });
    expect([about.status, about.body.code]).toEqual([404, 'case-not-found']);
  });

  it('are changed by nobody who only watches, and show no person to them', async () => {
    const filed = await system.post('/complaints', complaintBody(caseId), { role: 'front-desk' });
    const { complaintId, position } = filed.body;
    const monitor = { role: 'quality-monitor', office: null } as const;
    const attempt = await system.post(`/complaints/${complaintId}/decision`, decide.body, monitor);
    expect(attempt.status).toBe(403);
    const view = await system.get(`/complaints/${complaintId}`, { ...monitor, minPosition: position, waitSeconds: 10 });
    expect(view.body.complainant).toEqual({ iin: '0101****0004', fullName: '***' });
    expect(view.text).not.toContain('Testova');
  });

  it('are listed and counted for who monitors', async () => {
    const ownCase = await silentCase(system, 'CMP-2');
    const filed = await system.post('/complaints', complaintBody(ownCase, toTheHead), { role: 'front-desk' });
    const { complaintId } = filed.body;
    const registered = await send(complaintId, atTheHead);
    const monitor = { role: 'quality-monitor', office: null } as const;
    const fresh = { ...monitor, minPosition: registered.body.position, waitSeconds: 10 };
    const list = await system.get(`/complaints?caseId=${ownCase}&overdue=true`, fresh);
    expect(list.body.items).toMatchObject([
      { complaintId, caseId: ownCase, status: 'REGISTERED', nextDue: { rule: 'R-86', due: '2025-04-17' } },
    ]);
    const figures = await system.get('/monitoring/complaints?officeId=almaty-bostandyk', monitor);
    expect([figures.status, figures.body.total > 0]).toEqual([200, true]);
    expect(figures.body.items).toContainEqual(
      expect.objectContaining({ addressee: 'PROVIDER_HEAD', term: 'OVERDUE', outcome: null, extended: false }),
    );
    const elsewhere = await system.get('/monitoring/complaints?officeId=astana-esil', monitor);
    expect(elsewhere.body.items).toEqual([]);
  });
});
