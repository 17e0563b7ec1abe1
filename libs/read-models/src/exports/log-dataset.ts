import { eventSchemas } from '@app/domain';
import { StoreUnavailable, UndecodableEvent, type StoredEvent } from '@app/event-store';
import type { EventColumn } from './cells.js';
import type { Dataset, ExportPage, ExportRequest, ExportRow, ExportSources } from './dataset.js';

/** What a dataset of the log is made of. */
export type LogDataset = Pick<Dataset, 'name' | 'about'> &
  Readonly<{
    /** Prefixes of the streams that it is read from. */
    streams: readonly string[];
    /** The types of event that give a row; null where each does, and nothing is read of its data. */
    types: readonly string[] | null;
    columns: readonly EventColumn[];
  }>;

/** The most events that one page looks at, so that it ends however few of them give a row. */
export const mostScanned = 20_000;

/** A dataset whose rows are made of the events of the log, each of its own event alone. */
export const logDataset = (definition: LogDataset): Dataset => ({
  name: definition.name,
  about: definition.about,
  columns: definition.columns.map(({ name, about }) => ({ name, about })),
  page: (sources, request) => pageOf(definition, sources, request),
});

const pageOf = async (
  definition: LogDataset,
  { log }: ExportSources,
  { after, limit, signal }: ExportRequest,
): Promise<ExportPage> => {
  const logEnd = (await log.lastPosition()) ?? 0;
  const filling = new Filling(definition, after, limit);
  const stop = new AbortController();
  const wanted = {
    prefixes: definition.streams,
    after: after || null,
    signal: AbortSignal.any([signal, stop.signal]),
  };
  try {
    for await (const item of log.follow(wanted)) {
      if (item.kind === 'caught-up') return filling.pageTo(logEnd, true);
      if (item.kind === 'event' && !filling.take(item.event)) return filling.pageTo(after, false);
    }
    throw new StoreUnavailable('the log was not read to its end in time');
  } finally {
    stop.abort();
  }
};

/** A page while the log is read. */
class Filling {
  readonly #rows: ExportRow[] = [];
  #reached: number;
  #seen = 0;

  constructor(
    private readonly definition: LogDataset,
    private readonly after: number,
    private readonly limit: number,
  ) {
    this.#reached = after;
  }

  /** Takes the next event; false where the page ends with it, or before it. Throws `UndecodableEvent` where it cannot begin with it. */
  take(event: StoredEvent): boolean {
    const { types, columns } = this.definition;
    const givesRow = types?.includes(event.type) ?? true;
    if (types && givesRow && !this.#knows(event)) return false;
    if (givesRow) this.#rows.push(columns.map(({ of }) => of(event)));
    this.#reached = event.position;
    this.#seen += 1;
    return this.#rows.length < this.limit && this.#seen < mostScanned;
  }

  /** A row of a shape that is not known yet would not be the row that the version which knows it gives. */
  #knows(event: StoredEvent): boolean {
    const known = new Map(Object.entries(eventSchemas)).get(event.type)?.version ?? 0;
    const { schema } = event.metadata;
    if (typeof schema !== 'number' || schema <= known) return true;
    if (this.#reached > this.after) return false;
    throw new UndecodableEvent(event, `its shape is version ${schema}, and this program knows ${known}`);
  }

  /** The page, complete to the last event taken or further. */
  pageTo(position: number, end: boolean): ExportPage {
    return { rows: this.#rows, next: Math.max(this.#reached, position), end, heldBackAt: null };
  }
}
