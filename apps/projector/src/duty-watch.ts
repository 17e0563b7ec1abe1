import type { DutyPastItsDay, MissedDuties, RecordMissed } from '@app/application';
import { StoreUnavailable } from '@app/event-store';
import { VaultUnavailable } from '@app/vault';
import type { ReadModels } from '@app/read-models';
import type { SureClock } from './sure-clock.js';

export type DutyWatchParts = Readonly<{
  sources: readonly DutySource[];
  missed: Pick<MissedDuties, 'readCalendar'>;
  /** Now, ISO 8601. */
  now: () => string;
  /** Which moment has passed for sure: nothing that is due later is called missed. */
  clock: Pick<SureClock, 'look'>;
  /** Told of each duty that was recorded as missed, here and now. */
  onMissed?: (duty: DutyPastItsDay) => void;
  /** Told of a duty whose stream cannot be asked; the others are watched all the same. */
  onTrouble?: (duty: DutyPastItsDay, error: unknown) => void;
}>;

/** How many duties are recorded side by side. */
const sideBySide = 16;

/**
 * Records that duties were missed: looks at the read models for what is owed past its day, and asks the case or the complaint
 * itself, under the calendar as it is known now. What it looks at may lag or be built anew, and several may watch: the decision
 * rests on the stream, and each duty has one idempotency key for each day on which it was due.
 */
export class DutyWatch {
  constructor(private readonly parts: DutyWatchParts) {}

  /** One look at all that is overdue, until aborted; the first only sets its clock. Throws where a store is away; the next look makes up for it. */
  async pass(signal?: AbortSignal): Promise<void> {
    const { sources, missed, clock } = this.parts;
    await missed.readCalendar();
    const asOf = await clock.look();
    if (asOf === null) return;
    for (const source of sources) await this.#look(source, asOf, signal);
  }

  async #look(source: DutySource, asOf: string, signal: AbortSignal | undefined): Promise<void> {
    let place: string | null = null;
    for (;;) {
      const overdue = await source.overdueAfter(place, asOf);
      const last = overdue.at(-1);
      if (last === undefined) return;
      for (let first = 0; first < overdue.length; first += sideBySide) {
        if (signal?.aborted) return;
        await Promise.all(overdue.slice(first, first + sideBySide).map((duty) => this.#ask(source, duty, asOf)));
      }
      place = last.place;
    }
  }

  async #ask({ record }: DutySource, duty: DutyPastItsDay, at: string): Promise<void> {
    const { onMissed, onTrouble, now } = this.parts;
    try {
      if (await record(duty, { at, recordedAt: now() })) onMissed?.(duty);
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof VaultUnavailable) throw error;
      onTrouble?.(duty, error);
    }
  }
}

/** A duty and the place of it in what is overdue. */
type PlacedDuty = DutyPastItsDay & Readonly<{ place: string }>;

/** What owes duties: where those past their day are found, and who is asked about them. */
export type DutySource = Readonly<{
  /** Some of what is overdue at an instant and not recorded as missed, after a place; nothing at the end. */
  overdueAfter: (place: string | null, asOf: string) => Promise<readonly PlacedDuty[]>;
  record: RecordMissed;
}>;

/** The duties of cases, found on the deadline board. */
export const caseDuties = (
  deadlines: Pick<ReadModels['deadlines'], 'overdueAfter'>,
  { onCase }: Pick<MissedDuties, 'onCase'>,
): DutySource => ({
  overdueAfter: async (place, asOf) => {
    const found = await deadlines.overdueAfter(place, asOf);
    return found.map(({ caseId: id, rule, instance, due, watched }) => ({
      stream: `case-${id}`,
      id,
      rule,
      instance,
      due,
      place: watched,
    }));
  },
  record: onCase,
});

/** The duties of complaints, found in the complaints. */
export const complaintDuties = (
  complaints: Pick<ReadModels['complaints'], 'overdueAfter'>,
  { onComplaint }: Pick<MissedDuties, 'onComplaint'>,
): DutySource => ({
  overdueAfter: async (place, asOf) => {
    const found = await complaints.overdueAfter(place, asOf);
    return found.map(({ complaintId: id, rule, due, watched }) => ({
      stream: `complaint-${id}`,
      id,
      rule,
      instance: null,
      due,
      place: watched,
    }));
  },
  record: onComplaint,
});
