import { describe, expect, it } from '@jest/globals';
import { UndecodableEvent, type EventStore, type LogItem, type StoredEvent } from '@app/event-store';
import { paidCase } from '../testing/case-history.js';
import { recorder } from '../testing/recorded.js';
import type { Dataset, ExportPage, ExportSources } from './dataset.js';
import { events } from './events.dataset.js';
import { mostScanned } from './log-dataset.js';
import { payments } from './payments.dataset.js';

const notAsked = () => Promise.reject(new Error('not asked for'));
const nothingElse: Omit<ExportSources, 'log'> = {
  stageRecords: { after: notAsked },
  cases: { dutiesOf: notAsked },
  complaints: { dutiesOf: notAsked },
};

/** A log of these events, and of one of the server's own at its end. */
const sourcesOf = (log: readonly StoredEvent[]): ExportSources => ({
  log: {
    lastPosition: async () => (log.at(-1)?.position ?? 0) + 100,
    follow: async function* ({ prefixes, after }): AsyncGenerator<LogItem> {
      for (const event of log)
        if (event.position > (after ?? 0) && prefixes.some((prefix) => event.stream.startsWith(prefix)))
          yield { kind: 'event', event };
      yield { kind: 'caught-up' };
    } satisfies EventStore['follow'],
  },
  ...nothingElse,
});

const pageOf = (dataset: Dataset, log: readonly StoredEvent[], after = 0, limit = 1000): Promise<ExportPage> =>
  dataset.page(sourcesOf(log), { after, limit, signal: new AbortController().signal });

// What is recorded is plain data, which is what the log holds of events without personal values.
const stored = (caseId: string): readonly StoredEvent[] =>
  recorder()(`case-${caseId}`, paidCase(caseId)) as readonly unknown[] as readonly StoredEvent[];

const log = stored('c1');
const paid = log.filter(({ type }) => type === 'PaymentReceived');
const end = log.at(-1)!.position + 100;

describe('a dataset of the log', () => {
  it('has a row for each event of its types, in the order of the log, and is complete to the end of the log', async () => {
    const { rows, ...page } = await pageOf(payments, log);
    expect(page).toEqual({ next: end, end: true, heldBackAt: null });
    const [first, second] = paid.map(({ id, position, metadata }) => ({ id, position, ...metadata }));
    const of = ({ position, id, recordedAt, effectiveAt }: NonNullable<typeof first>, ...paidThen: string[]) => [
      position,
      id,
      'c1',
      ...paidThen,
      recordedAt,
      effectiveAt,
    ];
    expect(rows).toEqual([
      of(first!, '250000.00', '2024-04-01', '1000000.00', '0.00'),
      of(second!, '1000000.00', '2024-04-10', '0.00', '0.00'),
    ]);
  });

  it('gives the same rows in pages of any size', async () => {
    const whole = await pageOf(events, log);
    const rows: unknown[] = [];
    let page: ExportPage = { rows: [], next: 0, end: false, heldBackAt: null };
    while (!page.end) {
      page = await pageOf(events, log, page.next, 4);
      rows.push(...page.rows);
    }
    expect(rows).toEqual(whole.rows);
    expect(rows).toHaveLength(log.length);
  });

  it('ends a full page at its last row, and says that there may be more', async () => {
    expect(await pageOf(events, log, 0, 3)).toMatchObject({ next: log[2]!.position, end: false });
  });

  it('goes on past events that give no row, and ends a page that has looked at too many', async () => {
    const one = log[0]!;
    const long = Array.from({ length: mostScanned + 5 }, (_, index) => ({ ...one, position: index + 1 }));
    const first = await pageOf(payments, long);
    expect(first).toEqual({ rows: [], next: mostScanned, end: false, heldBackAt: null });
    expect(await pageOf(payments, long, first.next)).toMatchObject({ rows: [], next: mostScanned + 105, end: true });
  });

  it('shows nothing of a value that is sealed, or is no text', async () => {
    const sealed = { ...paid[0]!, data: { amount: { $sealed: '1.a.b' }, paidOn: { $sealed: '1.a.b' }, overpaid: -1 } };
    expect((await pageOf(payments, [sealed])).rows[0]?.slice(2, 7)).toEqual(['c1', null, null, null, null]);
  });

  it('shows an event that this system did not write as a row, by what it is', async () => {
    const foreign = { ...log[1]!, type: '=1+1', metadata: {} as StoredEvent['metadata'] };
    const { rows } = await pageOf(events, [foreign]);
    expect(rows).toEqual([
      [foreign.position, foreign.id, 'case-c1', 1, '=1+1', 'c1', null, null, null, null, null, null, null, null],
    ]);
  });

  it('never passes an event of a shape that it does not know: ends before it, then says so', async () => {
    const newer = paid.map((event) => ({ ...event, metadata: { ...event.metadata, schema: 99 } }));
    const known = [...log.filter(({ position }) => position < newer[0]!.position), ...newer];
    const page = await pageOf(payments, known);
    expect(page).toMatchObject({ rows: [], end: false, next: known.at(-3)!.position });
    await expect(pageOf(payments, known, page.next)).rejects.toThrow(UndecodableEvent);
    expect((await pageOf(events, known)).rows).toHaveLength(known.length);
  });

  it('does not say that a log ended that could not be read to its end', async () => {
    const stop = new AbortController();
    const { log: good, ...others } = sourcesOf(log);
    const cut: ExportSources = {
      log: {
        ...good,
        follow: async function* (): AsyncGenerator<LogItem> {
          yield { kind: 'event', event: log[0]! };
        },
      },
      ...others,
    };
    await expect(events.page(cut, { after: 0, limit: 10, signal: stop.signal })).rejects.toThrow('not read to its end');
  });
});
