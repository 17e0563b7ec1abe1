import type { InstantString } from '../case/case.types.js';

/** One value of one entry that was recorded wrongly. */
export type CorrectedValue<Type extends string = string> = Readonly<{
  /** The revision of the entry in its stream. */
  revision: number;
  event: Type;
  /** The path of the value in the entry, e.g. `votes.1.vote`. */
  field: string;
  was: RecordedValue;
  is: RecordedValue;
}>;

/** Amounts are in tiyn; null where nothing had been recorded. */
export type RecordedValue = string | number | null;

/** The right value of an entry, as people write it: amounts in tenge. */
export type SaidValue = Readonly<{ revision: number; field: string; is: string }>;

/** What is recorded in a stream, as far as a correction needs to know it. */
export type AnyEvent = Readonly<{ type: string; data: Readonly<{ at: InstantString }> }>;

/** A fact as it is known now, with what was set right of it, and when it was entered. */
export type EntryOf<Event extends AnyEvent> = Readonly<{
  /** Its place in its stream. */
  revision: number;
  event: Event;
  enteredAt: InstantString;
  /** Of a correction of a day: a later one set another day right. */
  superseded?: true;
}>;
