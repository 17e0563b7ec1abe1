import { isAmount, tengeFromTiyn } from '@app/domain';
import type { StoredEvent } from '@app/event-store';
import type { Cell, Column } from './dataset.js';

/** A column, and how its cell is read from an event as it was written: sealed, in the shape of its day. Pure. */
export type EventColumn = Column & Readonly<{ of: (event: StoredEvent) => Cell }>;

/** Where an event stands; every dataset of the log begins with these. */
export const place: readonly EventColumn[] = [
  { name: 'position', about: 'Where the event stands in the log.', of: ({ position }) => position },
  { name: 'eventId', about: 'The id of the event.', of: ({ id }) => id },
];

/** Which case an event is of; null where its stream is no case's. */
export const caseId: EventColumn = {
  name: 'caseId',
  about: 'The case; joins with the dataset applications.',
  of: ({ stream }) => afterPrefix('case-', stream),
};

/** Which complaint an event is of; null where its stream is no complaint's. */
export const complaintId: EventColumn = {
  name: 'complaintId',
  about: 'The complaint; joins with the dataset complaints.',
  of: ({ stream }) => afterPrefix('complaint-', stream),
};

/** When an event was recorded, and when it happened; both as they were written. */
export const moments: readonly EventColumn[] = [
  {
    name: 'recordedAt',
    about: 'When it was entered, ISO 8601; empty in an event that this system did not write.',
    of: ({ metadata }) => textOr(metadata.recordedAt),
  },
  { name: 'effectiveAt', about: 'When it happened, ISO 8601.', of: ({ metadata }) => textOr(metadata.effectiveAt) },
];

/** A text of the event's data at a path such as `contested.kind`; null where no text stands there, a sealed one included. */
export const text = (name: string, about: string, path: string = name): EventColumn => ({
  name,
  about,
  of: ({ data }) => textOr(valueAt(data, path)),
});

export const count = (name: string, about: string, path: string = name): EventColumn => ({
  name,
  about,
  of: ({ data }) => {
    const value = valueAt(data, path);
    return Number.isSafeInteger(value) ? Number(value) : null;
  },
});

export const flag = (name: string, about: string, path: string = name): EventColumn => ({
  name,
  about,
  of: ({ data }) => {
    const value = valueAt(data, path);
    return typeof value === 'boolean' ? value : null;
  },
});

/** Tiyn of the event's data as tenge with two decimals. */
export const money = (name: string, about: string, path: string = name): EventColumn => ({
  name,
  about,
  of: ({ data }) => {
    const value = valueAt(data, path);
    return typeof value === 'number' && isAmount(value) ? tengeFromTiyn(value) : null;
  },
});

export const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const valueAt = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), data);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const afterPrefix = (prefix: string, stream: string): string | null =>
  stream.startsWith(prefix) ? stream.slice(prefix.length) : null;
