import {
  calendarDecider,
  calendarsOf,
  calendarStream,
  type CalendarEvent,
  type Calendars,
  type CaseEvent,
} from '@app/domain';
import { UndecodableEvent, type Codec, type EventStore, type Recorded, type StoredEvent } from '@app/event-store';
import { CaseNotFound } from '../case-streams.js';

/** Everything that the log says of a case, in order. */
export type CaseHistory = Readonly<{
  caseId: string;
  /** As the log holds them: personal data sealed. */
  stored: readonly StoredEvent[];
  /** The same events unsealed and in the shape written now; where one cannot be read, why. Holds personal data. */
  entries: readonly (Recorded<CaseEvent> | UndecodableEvent)[];
  /** The calendar as it was known from one correction to the next. */
  calendars: Calendars;
}>;

/** Reads the history of a case from its stream, and from nothing that was made of it. */
export class CaseHistories {
  constructor(
    private readonly store: Pick<EventStore, 'read'>,
    private readonly codec: Pick<Codec, 'decode' | 'decodeEach'>,
  ) {}

  /** Throws `CaseNotFound`, and what the store and the vault throw. */
  async of(caseId: string): Promise<CaseHistory> {
    const [stored, calendars] = await Promise.all([this.stored(caseId), this.calendars()]);
    return { caseId, stored, entries: await this.entries(stored), calendars };
  }

  /** The events alone, which needs no keys. Throws `CaseNotFound`, and what the store throws. */
  async stored(caseId: string): Promise<CaseHistory['stored']> {
    const stored = await this.store.read(`case-${caseId}`);
    if (stored.length === 0) throw new CaseNotFound(caseId);
    return stored;
  }

  /** The same events unsealed. Throws what the vault throws. */
  async entries(stored: CaseHistory['stored']): Promise<CaseHistory['entries']> {
    // A case's stream holds the case's events; the folds pass over types that they do not know.
    return (await this.codec.decodeEach(stored)) as CaseHistory['entries'];
  }

  private async calendars(): Promise<Calendars> {
    const recorded = await this.codec.decode(await this.store.read(calendarStream));
    // The stream of the calendar holds its corrections; the fold passes over types that it does not know.
    const events = recorded as readonly Recorded<CalendarEvent>[];
    return calendarsOf(events.reduce(calendarDecider.evolve, calendarDecider.initial).corrections);
  }
}
