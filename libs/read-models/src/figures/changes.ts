/**
 * What one event changed of a state: `dates`, `entered`, `history` and of the payment `days` and `received` entry by entry (null
 * where one was taken out), all else whole. What grows with every event is so kept once, and not once for each event after it.
 */
export type Change = Readonly<{ position: number; set: Readonly<Record<string, unknown>> }>;

/** A state whose dates, and moments of entry, are known by the fact that they are of. */
export type Dated = Readonly<{
  dates: Readonly<Partial<Record<string, string>>>;
  entered: Readonly<Partial<Record<string, string>>>;
  /** What it was folded from, by place; only where that may be set right. */
  history?: readonly object[];
  /** What was paid; only where something is. */
  payment?: Paid | null;
}>;

type Paid = Readonly<{ days: Readonly<Record<string, number>>; received: readonly object[] }>;

type Entries = Readonly<Record<string, unknown>>;

/** The changes with that of one event more; the very same where it changed nothing. */
export const withChange = <State extends Dated>(
  changes: readonly Change[],
  { before, after, position }: Readonly<{ before: State; after: State; position: number }>,
): readonly Change[] => {
  const { dates, entered, history, payment, ...rest } = differences(before, after);
  const set = {
    ...rest,
    ...(dates !== undefined && { dates: differences(before.dates, after.dates) }),
    ...(entered !== undefined && { entered: differences(before.entered, after.entered) }),
    ...(history !== undefined && { history: differences({ ...before.history }, { ...after.history }) }),
    ...(payment !== undefined && { payment: paymentChange(before.payment, after.payment) }),
  };
  return Object.keys(set).length === 0 ? changes : [...changes, { position, set }];
};

const paymentChange = (before: Paid | null | undefined, after: Paid | null | undefined): object | null =>
  after
    ? {
        ...after,
        days: differences({ ...before?.days }, after.days),
        received: differences({ ...before?.received }, { ...after.received }),
      }
    : null;

/** The state that the changes up to a log position make, that one included. */
export const stateAt = <State extends Dated>(initial: State, changes: readonly Change[], position: number): State => {
  const last = changes.findLastIndex(({ position: at }) => at <= position);
  const sets = changes.slice(0, last + 1).map(({ set }) => set);
  return {
    ...initial,
    // The changes were taken from states of this very shape.
    ...(Object.assign({}, ...sets) as Partial<State>),
    dates: merged(initial.dates, sets, 'dates'),
    entered: merged(initial.entered, sets, 'entered'),
    ...(initial.history && { history: Object.values(Object.assign({}, ...sets.map((set) => set['history']))) }),
    ...(initial.payment !== undefined && { payment: paymentIn(sets) }),
  };
};

/** Null before the first payment. A version before kept each payment whole: its entries are found in the same places. */
const paymentIn = (sets: readonly Entries[]): Paid | null => {
  // The changes were taken from states of this very shape.
  const changes = sets.flatMap(({ payment }) => (payment ? [payment as Paid] : []));
  const last = changes.at(-1);
  if (last === undefined) return null;
  const days = Object.entries<number | null>(Object.assign({}, ...changes.map((change) => change.days)));
  return {
    ...last,
    days: Object.fromEntries(days.flatMap(([day, amount]) => (amount === null ? [] : [[day, amount] as const]))),
    received: Object.values(Object.assign({}, ...changes.map(({ received }) => received))),
  };
};

/** The entries that are not as they were; null for those that are no more. */
const differences = (before: Entries, after: Entries): Record<string, unknown> => {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => !isSame(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
};

/** Entry by entry, as far as they are not the very same: of a long list only what is new is looked into. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]));
};

const isObject = (value: unknown): value is Entries => typeof value === 'object' && value !== null;

const merged = (known: Dated['dates'], sets: readonly Entries[], name: keyof Dated): Dated['dates'] => {
  const entries: Record<string, unknown> = Object.assign({}, known, ...sets.map((set) => set[name]));
  for (const [entry, value] of Object.entries(entries)) {
    // What is no text was taken out.
    if (typeof value !== 'string') delete entries[entry];
  }
  return entries as Dated['dates'];
};
