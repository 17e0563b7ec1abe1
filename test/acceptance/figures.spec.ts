import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filed, stageTwo, step, walkedCase } from '../support/case-walks.js';
import { atTheHead, complaintBody, sendComplaintStep, silentCase, toTheHead } from '../support/complaint-walk.js';
import { countedIn, idsListed } from '../support/behind-figures.js';
import { ops } from './ops-command.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

let system: System;
/** Where the log stood when everything was in it that is counted below. */
let position: number;
let complaintsAt: number;

const monitor = { role: 'quality-monitor', office: null } as const;
const get = (path: string, sending = {}): Promise<Answer> =>
  system.get(path, { ...monitor, minPosition: complaintsAt, waitSeconds: 10, ...sending });
const again = (address: string): Promise<Answer> => get(address.replace('/api/v1', ''));
const query = '/monitoring/figures?by=stage,office,month,route&asOf=2025-05-15';

const [registration] = stageTwo;
if (!registration) throw new Error('the second stage begins with the registration');

/** One paid, one rejected, one that nobody decides; and one of another office. */
beforeAll(async () => {
  system = await startSystem();
  await walkedCase(system, communalWalk('FIG-1'));
  const rejection = step('caseworker', '/rejection', '03-11', {
    defects: [{ kind: 'MISSING', documentType: 'D3', explanation: 'Not attached' }],
  });
  await walkedCase(system, [filed({ documents: [] }), registration, rejection]);
  const silent = await silentCase(system, 'FIG-2');
  const { officeId: _office, ...elsewhere } = filed().body;
  const other = await system.post(
    '/cases',
    { ...elsewhere, officeId: 'astana-esil' },
    { role: 'portal', office: null },
  );
  if (other.status !== 201) throw new Error(other.text);
  position = other.body.position;
  const complaint = await system.post('/complaints', complaintBody(silent, toTheHead), { role: 'front-desk' });
  complaintsAt = (await sendComplaintStep(system, complaint.body.complaintId, atTheHead, {})).body.position;
}, 120_000);
afterAll(() => system.stop());

const listed = (address: string): Promise<readonly string[]> => idsListed(again, address);

describe('the figures of cases', () => {
  it('count what was received, decided, refused and rejected, in time and not, and how long it took', async () => {
    const { status, body } = await get(`${query}&position=${position}`);
    expect(status).toBe(200);
    const { total, receipt } = body;
    const counts = ({
      received,
      decided,
      privatized,
      refused,
      rejected,
      withdrawn,
      concluded,
      closed,
      open,
      overdue,
    }: typeof total) =>
      [received, decided, privatized, refused, rejected, withdrawn, concluded, closed, open, overdue].map(
        ({ count }) => count,
      );
    expect(counts(total)).toEqual([4, 1, 1, 0, 1, 0, 1, 2, 2, 2]);
    expect(total.onTime).toMatchObject({ kept: { count: 2 }, late: { count: 2 }, total: 4, percent: 50 });
    expect(total.durations).toMatchObject([
      {
        span: 'TO_DECISION',
        measured: { count: 1 },
        calendarDays: { median: 19, p90: 19, p99: 19, longest: 19 },
        // Past Women's Day, moved to the 10th, and Nauryz.
        workingDays: { median: 9, p90: 9, p99: 9, longest: 9 },
      },
      { span: 'WHOLE', measured: { count: 2 }, calendarDays: { median: 4, p90: 56, p99: 56, longest: 56 } },
    ]);
    expect(receipt).toEqual({
      query: 'by=stage%2Coffice%2Croute%2Cmonth&monthOf=RECEIPT&asOf=2025-05-15',
      position,
      asOf: '2025-05-15',
      heldBack: 0,
      rulebooks: ['KZ-437/2021-08-12'],
      again: `/api/v1/monitoring/figures?by=stage%2Coffice%2Croute%2Cmonth&monthOf=RECEIPT&asOf=2025-05-15&position=${position}`,
    });
    expect(body.groups.map(({ key, received }: typeof total) => [key, received.count])).toEqual([
      [{ officeId: 'almaty-bostandyk', route: 'COMMUNAL', month: '2025-03' }, 3],
      [{ officeId: 'astana-esil', route: 'COMMUNAL', month: '2025-03' }, 1],
    ]);
  });

  it('tell of each stage who lies in it and how long those lay there that left it', async () => {
    const { body } = await get(`/monitoring/figures?by=stage&officeId=almaty-bostandyk&position=${position}`);
    const told = body.total.stages.map(({ stage, lying, duration, onTime }: typeof body.total) => [
      stage,
      lying.count,
      duration.measured.count,
      duration.calendarDays?.p90 ?? null,
      onTime.percent,
    ]);
    expect(told).toEqual([
      ['DOCUMENTS', 0, 3, 0, 100],
      ['DECISION', 1, 2, 20, 100],
      ['TRANSFER', 0, 0, null, null],
      ['AGREEMENT', 0, 1, 5, 100],
      ['PAYMENT', 0, 1, 31, null],
    ]);
    expect([body.groups, body.total.overdue]).toEqual([[], null]);
  });

  it('name exactly the cases behind each of them, and no person', async () => {
    const { body, text } = await get(`${query}&position=${position}`);
    const figures = countedIn(body);
    expect(figures.length).toBeGreaterThan(80);
    for (const { count, cases } of figures.filter((figure) => figure.count > 0)) {
      const ids = await listed(cases);
      expect([cases, ids.length, new Set(ids).size]).toEqual([cases, count, count]);
    }
    for (const { cases } of figures.filter(({ count }) => count === 0).slice(0, 5))
      expect(await listed(cases)).toEqual([]);
    const behind = await again(body.total.durations[1].measured.cases);
    expect(behind.body.items.map(({ calendarDays }: Record<string, number>) => calendarDays).toSorted()).toEqual([
      4, 56,
    ]);
    for (const answered of [text, behind.text]) {
      expect(answered).not.toMatch(/Testov|fullName|iin|"\d{12}"/i);
    }
  }, 60_000);

  it('are the same bytes at the same position, while cases go on, days are set right and the calendar changes', async () => {
    const asked = `${query}&position=${position}`;
    const before = await get(asked);
    const complaintsBefore = await get(`/monitoring/complaints?asOf=2025-04-20&position=${complaintsAt}`);
    const listedBefore = (await again(before.body.total.received.cases)).text;

    const writing = Promise.all(
      ['FIG-3', 'FIG-4', 'FIG-6'].map((n) => walkedCase(system, communalWalk(n).slice(0, 9))),
    );
    expect((await get(asked)).text).toBe(before.text);
    await writing;
    const paid = (await listed(before.body.total.concluded.cases))[0] ?? '';
    const corrected = await system.post(
      `/cases/${paid}/corrections`,
      step('provider-head', '', '06-02', {
        subject: 'Day of registration',
        was: '7 March 2025',
        is: '11 March 2025',
        reason: 'The journal of the office says otherwise',
        date: { fact: 'ApplicationRegistered', is: '2025-03-11' },
      }).body,
      { role: 'provider-head' },
    );
    const dayOff = { date: '2025-03-12', to: 'OFF', name: 'Day of mourning', source: 'Decree 5' };
    const changed = await system.post('/admin/calendar/days', dayOff, { role: 'administrator', office: null });
    expect([corrected.status, changed.status]).toEqual([200, 200]);
    const fresh = { minPosition: changed.body.position };

    expect((await get(asked, fresh)).text).toBe(before.text);
    expect((await again(before.body.receipt.again)).text).toBe(before.text);
    expect((await again(before.body.total.received.cases)).text).toBe(listedBefore);
    expect((await again(complaintsBefore.body.receipt.again)).text).toBe(complaintsBefore.text);

    const now = (await get(query, fresh)).body;
    expect(now.receipt.position).toBeGreaterThanOrEqual(changed.body.position);
    expect(now.total.received.count).toBe(7);
    expect(now.total.onTime).toMatchObject({ kept: { count: 1 }, late: { count: 6 }, total: 7, percent: 14.2 });
    const documents = now.groups[0].stages[0].duration;
    expect([documents.calendarDays.longest, documents.workingDays.longest]).toEqual([4, 1]);
    expect(now.total.durations[0].workingDays.longest).toBe(8);
  }, 60_000);

  it('are the same bytes after the read model was built anew', async () => {
    const before = await get(`${query}&position=${position}`);
    const args = ['rebuild', 'case-figures', '--json', '--api', system.url()];
    const { code, stdout } = await ops(args, { env: { SHANYRAQ_DATA: system.dataFolder } });
    expect([code, JSON.parse(stdout).comparison.differingDocuments]).toEqual([0, 0]);
    expect((await get(`${query}&position=${position}`)).text).toBe(before.text);
  }, 60_000);

  it('are narrowed by office, route, form, months of receipt or of decision, and told of one duty alone', async () => {
    const received = async (narrowing: string): Promise<number> =>
      (await get(`/monitoring/figures?position=${position}&${narrowing}`)).body.total.received.count;
    expect(await received('officeId=astana-esil')).toBe(1);
    expect(await received('route=COMMUNAL_ENTITY')).toBe(0);
    expect(await received('form=REDEMPTION')).toBe(4);
    expect(await received('from=2025-03&until=2025-03')).toBe(4);
    expect(await received('from=2025-04')).toBe(0);
    expect(await received('monthOf=DECISION&from=2025-03&until=2025-03')).toBe(2);
    const decision = await get(`/monitoring/figures?position=${position}&rule=R-27&asOf=2025-05-15`);
    // What is overdue and still open is late as of that day; without a day it is not rated.
    expect(decision.body.total).toMatchObject({
      onTime: { kept: { count: 1 }, late: { count: 2 }, total: 3, percent: 33.3 },
      overdue: { count: 2 },
    });
    expect(await listed(decision.body.total.onTime.late.cases)).toHaveLength(2);
    const unrated = await get(`/monitoring/figures?position=${position}&rule=R-27`);
    expect(unrated.body.total.onTime).toMatchObject({ kept: { count: 1 }, late: { count: 0 }, total: 1 });
    const byDecision = await get(`/monitoring/figures?position=${position}&by=month&monthOf=DECISION`);
    expect(byDecision.body.groups.map(({ key, received: { count } }: never) => [key, count])).toEqual([
      [{ month: '2025-03' }, 2],
      [{ month: null }, 2],
    ]);
    expect(await listed(byDecision.body.groups[1].open.cases)).toHaveLength(2);
  });

  it('are of the caller’s own office only where the role is bound to one, and for those who monitor', async () => {
    const head = { role: 'provider-head', office: 'astana-esil' } as const;
    const own = (await get(`/monitoring/figures?position=${position}`, head)).body;
    expect([own.total.received.count, own.receipt.query]).toEqual([1, 'officeId=astana-esil&monthOf=RECEIPT']);
    const elsewhere = (await get(`/monitoring/figures?position=${position}&officeId=almaty-bostandyk`, head)).body;
    expect([elsewhere.total.received.count, elsewhere.receipt.rulebooks]).toEqual([0, []]);
    const all = (await get(`/monitoring/figures?position=${position}`)).body;
    expect((await system.get(all.total.received.cases.replace('/api/v1', ''), head)).body.items).toHaveLength(1);
    expect((await get('/monitoring/figures', { role: 'caseworker', office: 'astana-esil' })).body).toMatchObject({
      status: 403,
      permission: 'figures:monitor',
    });
  });

  it('wait for a position that is not projected, and refuse one that the log does not have', async () => {
    const beyond = await get('/monitoring/figures?position=9007199254740991', { minPosition: 0, waitSeconds: 0 });
    expect([beyond.status, beyond.body.errors[0].path]).toEqual([422, 'position']);
    const [first] = communalWalk('FIG-5');
    const { body } = await sendStep(system, null, first ?? filed());
    const awaited = await get(`/monitoring/figures?position=${body.position}`);
    expect([awaited.status, awaited.body.receipt.position, awaited.body.total.received.count]).toEqual([
      200,
      body.position,
      8,
    ]);
  });
});

describe('the figures of complaints', () => {
  it('name the complaints behind each, with a receipt', async () => {
    const { body } = await get(`/monitoring/complaints?asOf=2025-04-20&position=${complaintsAt}`);
    expect(body).toMatchObject({ asOf: '2025-04-20', position: complaintsAt, total: 1 });
    const kind = { addressee: 'PROVIDER_HEAD', outcome: null, term: 'OVERDUE', extended: false };
    const parameters = 'addressee=PROVIDER_HEAD&asOf=2025-04-20&outcome=none&term=OVERDUE&extended=false';
    const rest = { position: complaintsAt, asOf: '2025-04-20', rulebooks: ['KZ-437/2021-08-12'], heldBack: 0 };
    const cases = `/api/v1/monitoring/complaints/cases?${parameters}&position=${complaintsAt}`;
    expect(body.items).toEqual([{ ...kind, count: 1, receipt: { query: parameters, ...rest, cases } }]);
    const behind = await again(cases);
    expect(behind.body.items).toEqual([
      {
        complaintId: expect.any(String),
        ...kind,
        officeId: 'almaty-bostandyk',
        caseId: expect.any(String),
        rulebook: 'KZ-437/2021-08-12',
        filedOn: '2025-04-08',
        due: '2025-04-17',
        decidedOn: null,
      },
    ]);
    expect(behind.text).not.toContain('Testova');
  });

  it('tell of nothing before it was in the log, and of today where nobody says as of when', async () => {
    expect((await get(`/monitoring/complaints?position=${position}`)).body).toMatchObject({
      total: 0,
      asOf: null,
      items: [],
    });
    const { body } = await get('/monitoring/complaints');
    expect([body.items[0].term, body.receipt.asOf]).toEqual(['OVERDUE', body.asOf]);
    expect(body.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
