import { calendarDecider, calendarsOf, calendarStream, uncorrected, type CalendarEvent } from '@app/domain';
import type { LogBatch, Recorded } from '@app/event-store';
import { positionsAfter, type CalendarsInLog } from './calendars-in-log.js';
import type { StreamReader } from './stream-reader.js';
import { isJoin, isView, type Fold, type Place, type Projection } from './projection.js';

/** The corrections of the calendar as a projector knows them: those that the log holds, read when it begins and when one comes. */
export class CalendarKnowledge {
  #calendars: CalendarsInLog = uncorrected;

  constructor(private readonly readStream: StreamReader) {}

  get calendars(): CalendarsInLog {
    return this.#calendars;
  }

  /** Reads the corrections anew. One that cannot be read is held back where the calendar is projected, and not counted with. */
  async learn(): Promise<void> {
    const entries = await this.readStream(calendarStream, 0);
    // The stream of the calendar holds the calendar's events.
    const events = entries.flatMap((entry) =>
      entry instanceof Error ? [] : [entry as unknown as Recorded<CalendarEvent>],
    );
    const { changes } = events.reduce(calendarDecider.evolve, calendarDecider.initial);
    if (changes.length === this.#calendars.changes.length) return;
    const positions = events.reduce(positionsAfter, []);
    this.#calendars = { ...calendarsOf(changes), positions };
  }

  /** Reads them anew where a batch holds one. */
  async learnFrom(batch: LogBatch): Promise<void> {
    if (this.isIn(batch)) await this.learn();
  }

  /** Whether a batch holds a correction. */
  isIn({ events }: LogBatch): boolean {
    return events.some(isOfCalendar);
  }

  /** A projection that shows its documents by the calendar as it is known when they are shown; a join takes corrections as it takes other events. */
  bind = <One extends Projection>(projection: One): One => {
    if (isJoin(projection)) return projection;
    return isView(projection)
      ? { ...projection, of: this.#bound(projection.of) }
      : { ...projection, calendars: this.#now };
  };

  readonly #now = (): CalendarsInLog => this.#calendars;

  #bound(fold: Fold): Fold {
    return { ...fold, calendars: this.#now };
  }
}

/** Whether an event is a correction of the calendar. */
export const isOfCalendar = ({ stream }: Pick<Place, 'stream'>): boolean => stream === calendarStream;

/** A projection that shows its documents by the calendar as the log has it now. */
export const byTheCalendar = async <One extends Projection>(
  readStream: StreamReader,
  projection: One,
): Promise<One> => {
  const calendar = new CalendarKnowledge(readStream);
  await calendar.learn();
  return calendar.bind(projection);
};
