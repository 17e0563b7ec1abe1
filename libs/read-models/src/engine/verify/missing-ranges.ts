/** A run of events, one after another as the projection follows them, that no document has. Positions are in the log. */
export type MissingRange = Readonly<{ from: number; to: number; events: number }>;

/** Gathers runs of missing events from a log that is read in order; names the first so many. */
export const missingRanges = (most: number) => {
  const named: MissingRange[] = [];
  let open: MissingRange | null = null;
  let missingEvents = 0;
  const close = (): void => {
    if (open && named.length < most) named.push(open);
    open = null;
  };
  return {
    note: (position: number, isMissing: boolean): void => {
      if (!isMissing) return close();
      missingEvents += 1;
      open = { from: open?.from ?? position, to: position, events: (open?.events ?? 0) + 1 };
    },
    result: (): Readonly<{ missingEvents: number; missing: readonly MissingRange[] }> => {
      close();
      return { missingEvents, missing: named };
    },
  };
};
