/** Makes a sample of a command: as it usually is, but for what a story wants otherwise. */
export const sample =
  <Command extends object>(usual: Command) =>
  (otherwise: Partial<Command> = {}): Command => ({ ...usual, ...otherwise });

/** As `sample`, of what is signed by EDS: where it is done at another moment, it is signed then. */
export const signedSample =
  <Command extends Readonly<{ at: string; eds: Readonly<{ certificateSerial: string; signedAt: string }> | null }>>(
    usual: Command,
  ) =>
  (otherwise: Partial<Command> = {}): Command => {
    const eds = usual.eds && { ...usual.eds, signedAt: otherwise.at ?? usual.at };
    return { ...usual, eds, ...otherwise };
  };

/** The moment at which samples enter what happened: long after all of it. */
export const sampleEnteredAt = '2025-12-01T12:00:00+05:00';

/** When a sample happened, and who entered it. */
export const act = (at: string, by = 'officer') => ({ at, enteredAt: sampleEnteredAt, by });
