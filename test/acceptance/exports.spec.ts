import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectEventStore, type EncodedEvent, type EventMetadata } from '@app/event-store';
import { complaintAfter, complaintSteps } from '../support/complaint-walk.js';
import { startSystem, type Answer, type Sending, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';
import { ops } from './ops-command.js';

const monitor = { role: 'quality-monitor', office: null } as const;
const names = [
  'events',
  'applications',
  'stages',
  'decisions',
  'payments',
  'missed-duties',
  'complaints',
  'missed-duties-as-known',
] as const;

let system: System;
let last: Answer;

/** Walks a case so far; answers its id. */
const walked = async (steps: number): Promise<string> => {
  const [first, ...rest] = communalWalk(randomUUID()).slice(0, steps);
  last = await sendStep(system, null, first!);
  const { caseId } = last.body;
  for (const step of rest) last = await sendStep(system, caseId, step);
  return caseId;
};

beforeAll(async () => {
  system = await startSystem({ env: { WATCH_SECONDS: '1' } });
  await walked(15);
  await complaintAfter(system, await walked(4), [complaintSteps.forward, complaintSteps.register]);
  // The decision of the case that stands still, and that on the complaint: the watch finds them.
  for (let missed = ''; !/"R-27"[^]*"R-87"|"R-87"[^]*"R-27"/.test(missed); await pause(50))
    missed = (await page('missed-duties')).text;
}, 90_000);
afterAll(() => system.stop());

/** Waits until all that was sent is projected. */
const projected = async (): Promise<void> => {
  await system.get('/cases', { minPosition: last.body.position, waitSeconds: 10 });
};

const page = (dataset: string, query = '', sending: Sending = monitor): Promise<Answer> =>
  system.get(`/monitoring/exports/${dataset}?${query}`, sending);

/** All pages of a dataset, the name lines of CSV after the first left out. */
const inPages = async (dataset: string, limit: number, format: string): Promise<string> => {
  const texts: string[] = [];
  for (let after = 0; ;) {
    const { text, headers } = await page(dataset, `after=${after}&limit=${limit}&format=${format}`);
    texts.push(format === 'csv' && after > 0 ? text.slice(text.indexOf('\r\n') + 2) : text);
    if (headers.get('x-export-end') === 'true') return texts.join('');
    expect(Number(headers.get('x-export-next'))).toBeGreaterThan(after);
    after = Number(headers.get('x-export-next'));
  }
};

const digestOf = (text: string): string => `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;

describe('the datasets', () => {
  it('are listed with their columns and where they begin', async () => {
    const { status, body } = await system.get('/monitoring/exports', monitor);
    expect(status).toBe(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(names);
    for (const { name, address, columns } of body.items) {
      expect(address).toBe(`/api/v1/monitoring/exports/${name}`);
      expect(columns.length).toBeGreaterThan(5);
      expect(columns[0]).toMatchObject({ name: 'position', about: expect.any(String) });
    }
  });

  it.each(names)('%s: pages of any size hold the same bytes, each with its true digest', async (name) => {
    for (const [format, limit] of [
      ['ndjson', 2],
      ['csv', 5],
    ] as const) {
      const whole = await page(name, `format=${format}`);
      expect(whole.status).toBe(200);
      expect(whole.headers.get('content-digest')).toBe(digestOf(whole.text));
      expect(whole.headers.get('x-export-end')).toBe('true');
      const rows = whole.text.split('\n').length - (format === 'csv' ? 2 : 1);
      expect(Number(whole.headers.get('x-export-count'))).toBe(rows);
      expect(rows).toBeGreaterThan(0);
      expect((await inPages(name, limit, format)).startsWith(whole.text)).toBe(true);
    }
  });

  it('hold no name, IIN, address or free text of anybody', async () => {
    const personal =
      /\d{12}(?!\d|-)|Testov|Aigerim|Daniyar|street|Almaty,|041234567|T-17|Valuation|Member m-|thirty days|commission decide|PAY-|REG-/;
    for (const name of names)
      for (const format of ['ndjson', 'csv']) {
        const { text } = await page(name, `format=${format}`);
        const searched = text.replaceAll(/[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
        expect([name, personal.exec(searched)?.[0]]).toEqual([name, undefined]);
      }
  });

  it('are written as CSV where Accept asks for it, and as NDJSON else', async () => {
    const csv = await page('payments', '', { ...monitor, headers: { accept: 'text/csv' } });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.text.split('\r\n')[0]).toBe(
      'position,eventId,caseId,amount,paidOn,outstanding,overpaid,recordedAt,effectiveAt',
    );
    const asked = await page('payments', 'format=ndjson', { ...monitor, headers: { accept: 'text/csv' } });
    expect(asked.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(
      asked.text
        .split('\n')
        .slice(0, 2)
        .map((line) => JSON.parse(line).amount),
    ).toEqual(['500000.00', '750000.00']);
  });

  it('are 422 after a position that no event of the log has', async () => {
    for (const name of ['events', 'payments', 'complaints'])
      expect(await page(name, 'after=5')).toMatchObject({
        status: 422,
        body: { code: 'fields-invalid', errors: [{ path: 'after' }] },
      });
  });

  it('tell what was missed of cases and of complaints', async () => {
    const { text } = await page('missed-duties');
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toContainEqual({
      position: expect.any(Number),
      eventId: expect.any(String),
      caseId: null,
      complaintId: expect.any(String),
      rule: 'R-87',
      paragraph: '13',
      debtor: 'AUTHORIZED_BODY',
      due: '2025-04-17',
      dueAt: '2025-04-17T18:59:59.999Z',
      recordedAt: expect.any(String),
      effectiveAt: expect.any(String),
    });
  });
});

describe('a range that was exported once', () => {
  it('gives the same bytes after further events and after a rebuild', async () => {
    await projected();
    const before = new Map<string, string>();
    for (const name of names) before.set(name, (await page(name)).text);
    await walked(9);
    const rebuilt = await ops(['rebuild', 'stage-records', '--json', '--api', system.url()], {
      env: { SHANYRAQ_DATA: system.dataFolder },
    });
    expect(rebuilt.code).toBe(0);
    await projected();
    for (const name of names) expect((await page(name)).text.startsWith(before.get(name)!)).toBe(true);
    expect((await page('events')).text.length).toBeGreaterThan(before.get('events')!.length);
  });
});

describe('asking for an export', () => {
  it.each([
    ['after=-1', 'after'],
    ['after=soon', 'after'],
    ['after=1.5', 'after'],
    ['limit=0', 'limit'],
    ['limit=10001', 'limit'],
    ['format=xml', 'format'],
    ['cursor=x', 'cursor'],
    ['after=9007199254740991', 'after'],
  ])('with %s is answered 422, naming the field', async (query, path) => {
    const { status, body } = await page('events', query);
    expect({ status, path: body.errors?.[0]?.path }).toEqual({ status: 422, path });
  });

  it('that there is not is answered 404', async () => {
    expect(await page('persons')).toMatchObject({ status: 404, body: { code: 'dataset-not-found' } });
  });

  it('without the permission is answered 403, also to the head of an office, and 401 without a token', async () => {
    for (const role of ['caseworker', 'provider-head', 'administrator'] as const) {
      const { status, body } = await page('events', '', { role });
      expect({ status, permission: body.permission }).toEqual({ status: 403, permission: 'exports:read' });
    }
    expect((await page('events', '', { role: 'auditor', office: null })).status).toBe(200);
    expect((await page('events', '', { token: null })).status).toBe(401);
  });
});

describe('an event that this system did not write', () => {
  it('is a row, defused in CSV; the stages wait before it and say so', async () => {
    await projected();
    const stages = await page('stages');
    const store = connectEventStore(system.url('events'));
    const foreign: EncodedEvent = {
      id: randomUUID(),
      type: '=HYPERLINK("http://x","y")',
      data: {},
      // Anybody may write to a stream.
      metadata: {} as EventMetadata,
    };
    const { position } = await store.append(`case-${randomUUID()}`, 'none', [foreign]);
    await store.close();
    const after = `after=${stages.headers.get('x-export-next')}`;
    const { text } = await page('events', `${after}&format=csv`);
    const line = text.split('\r\n').find((one) => one.startsWith(`${position},`));
    expect(line?.split(',').slice(3, 5).join(',')).toBe(`0,"'=HYPERLINK(""http://x""`);

    last = { ...last, body: { position } };
    await projected();
    const held = await page('stages');
    expect(held.text).toBe(stages.text);
    expect(held.headers.get('x-export-held-back-at')).toBe(String(position));
    expect(Number(held.headers.get('x-export-next'))).toBeLessThan(position);
  });
});
