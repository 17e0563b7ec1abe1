import type { InstantString, LocalDate } from '../case/case.types.js';
import type { Decider } from '../decider.js';
import { refuse } from '../refusals/refuse.js';
import type { ErasedStream, ErasureEvent, PersonalDataErasureConfirmed } from './erasure.events.js';

/** The stream that holds every erasure. */
export const erasureStream = 'erasure';

/** A case or complaint of a person, by its stream. `endedAt`: when it was closed or settled; null while it goes on. */
export type HeldOf = Readonly<{ stream: string; as: ErasedStream['as']; endedAt: InstantString | null }>;

/** What is held of a person, and for how long it must be: until `retainedUntil` of each that has ended, YYYY-MM-DD. */
type Held = Readonly<{ held: readonly (HeldOf & Readonly<{ retainedUntil: LocalDate | null }>)[]; today: LocalDate }>;

export type RequestErasure = Readonly<{
  type: 'RequestErasure';
  at: InstantString;
  erasureId: string;
  iin: string;
  reason: string;
  legalBasis: string;
  by: string;
  /** How many keys of the person there are. */
  keys: number;
}> &
  Held;

export type ConfirmErasure = Readonly<{ type: 'ConfirmErasure'; at: InstantString; by: string }> &
  Held &
  Omit<PersonalDataErasureConfirmed['data'], 'at' | 'confirmedBy'>;

export type RecordErased = Readonly<{ type: 'RecordErased'; at: InstantString; erasureId: string }>;

/** One erasure as it stands. `iin` and `reason` are null once the key that sealed them is destroyed. */
export type KnownErasure = Readonly<{
  erasureId: string;
  iin: string | null;
  reason: string | null;
  legalBasis: string;
  requestedBy: string;
  requestedAt: InstantString;
  confirmed: PersonalDataErasureConfirmed['data'] | null;
  erasedAt: InstantString | null;
}>;

/** Every erasure, in the order in which they were asked for. */
export type Erasures = readonly KnownErasure[];

/**
 * Two administrators, nothing that goes on, nothing that must be kept yet. Throws `erasure-nothing-held`, `erasure-while-open`,
 * `erasure-while-retained`, `erasure-unknown`, `erasure-confirmed-already` and `erasure-by-the-same`.
 */
export const erasureDecider = {
  initial: [] as Erasures,
  decide: (command: RequestErasure | ConfirmErasure | RecordErased, erasures: Erasures): readonly ErasureEvent[] => {
    if (command.type === 'RequestErasure') return request(command);
    return command.type === 'ConfirmErasure' ? confirm(command, erasures) : record(command, erasures);
  },
  evolve: (erasures: Erasures, event: ErasureEvent): Erasures => {
    if (event.type === 'PersonalDataErasureRequested') return [...erasures, asked(event.data)];
    const { erasureId } = event.data;
    return erasures.map((one) => (one.erasureId === erasureId ? after(one, event) : one));
  },
} satisfies Decider<RequestErasure | ConfirmErasure | RecordErased, Erasures, ErasureEvent>;

const request = ({ at, erasureId, iin, reason, legalBasis, by, keys, ...held }: RequestErasure): ErasureEvent[] => {
  if (keys === 0) throw refuse('erasure-nothing-held');
  assertOver(held);
  const data = { at, erasureId, person: { iin }, reason, legalBasis, requestedBy: by };
  return [{ type: 'PersonalDataErasureRequested', data }];
};

const confirm = (command: ConfirmErasure, erasures: Erasures): ErasureEvent[] => {
  const { at, by, erasureId, subject, keyIds, withheld, streams } = command;
  const found = erasureNamed(erasureId, erasures);
  if (found.confirmed) throw refuse('erasure-confirmed-already', { erasureId });
  if (found.requestedBy === by) throw refuse('erasure-by-the-same', { erasureId });
  assertOver(command);
  const data = { at, erasureId, confirmedBy: by, subject, keyIds, withheld, streams };
  return [{ type: 'PersonalDataErasureConfirmed', data }];
};

/** Recorded once, however many processes carried it out. */
const record = ({ at, erasureId }: RecordErased, erasures: Erasures): ErasureEvent[] => {
  const { confirmed, erasedAt } = erasureNamed(erasureId, erasures);
  if (confirmed === null || erasedAt !== null) return [];
  const { subject, keyIds, withheld } = confirmed;
  return [{ type: 'PersonalDataErased', data: { at, erasureId, subject, keyIds, withheld } }];
};

/** The erasure of an id. Throws `erasure-unknown`. */
export const erasureNamed = (erasureId: string, erasures: Erasures): KnownErasure => {
  const found = erasures.find((one) => one.erasureId === erasureId);
  if (!found) throw refuse('erasure-unknown');
  return found;
};

const assertOver = ({ held, today }: Held): void => {
  const open = held.filter(({ endedAt }) => endedAt === null).map(({ stream }) => stream);
  if (open.length > 0) throw refuse('erasure-while-open', { open });
  const kept = held.filter(({ retainedUntil }) => retainedUntil !== null && retainedUntil > today);
  if (kept.length === 0) return;
  const until = kept
    .map(({ retainedUntil }) => retainedUntil ?? '')
    .reduce((one, other) => (one > other ? one : other));
  throw refuse('erasure-while-retained', { kept: kept.map(({ stream }) => stream), until });
};

const asked = ({ at, erasureId, person, reason, ...said }: Requested): KnownErasure => ({
  erasureId,
  iin: textOrNull(person.iin),
  reason: textOrNull(reason),
  legalBasis: said.legalBasis,
  requestedBy: said.requestedBy,
  requestedAt: at,
  confirmed: null,
  erasedAt: null,
});

type Requested = Extract<ErasureEvent, { type: 'PersonalDataErasureRequested' }>['data'];

/** What was erased comes as something else than text. */
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const after = (
  erasure: KnownErasure,
  event: Exclude<ErasureEvent, { type: 'PersonalDataErasureRequested' }>,
): KnownErasure =>
  event.type === 'PersonalDataErased'
    ? { ...erasure, iin: null, reason: null, erasedAt: event.data.at }
    : { ...erasure, confirmed: event.data };
