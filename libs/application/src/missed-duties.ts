import { dutyKey, Refusal, type RecordDutyMissed } from '@app/domain';
import type { CommandContext, CommandPipeline, CommandResult } from '@app/event-store';
import { actOf } from './act.js';
import { CalendarBook } from './calendar/calendar-book.js';
import { CaseStreams } from './case-streams.js';
import { ComplaintStreams } from './complaints/complaint-streams.js';
import type { InstallationSettings } from './installation-settings.js';

/** A duty past its day, of a case or of a complaint. */
export type DutyPastItsDay = Readonly<{
  stream: string;
  id: string;
  rule: string;
  instance: number | null;
  due: string;
}>;

/** The moment by which something was missed, and that of recording it; ISO 8601. */
export type MissedAt = Readonly<{ at: string; recordedAt: string }>;

/** Asks whose duty it is whether it was missed by a moment; true where that was recorded, here and now. Throws what the pipeline throws. */
export type RecordMissed = (duty: DutyPastItsDay, moments: MissedAt) => Promise<boolean>;

/** Records missed duties, each under one key for each day on which it was due. */
export class MissedDuties {
  readonly #book: CalendarBook;
  readonly #cases: CaseStreams;
  readonly #complaints: ComplaintStreams;

  constructor(pipeline: CommandPipeline, installation: InstallationSettings) {
    this.#book = new CalendarBook(pipeline);
    this.#cases = new CaseStreams(pipeline, this.#book, installation);
    this.#complaints = new ComplaintStreams(pipeline, this.#cases);
  }

  /** Has what is recorded from now on rest on every correction of the calendar that is in the log. Throws what the pipeline throws. */
  readCalendar(): Promise<void> {
    return this.#book.look();
  }

  /** Of a case. */
  readonly onCase: RecordMissed = (duty, moments) => recorded(duty, moments, this.#cases);

  /** Of a complaint. */
  readonly onComplaint: RecordMissed = (duty, moments) => recorded(duty, moments, this.#complaints);
}

type Streams = Readonly<{
  handle: (id: string, command: RecordDutyMissed, context: CommandContext) => Promise<CommandResult>;
}>;

const recorded = async (duty: DutyPastItsDay, moments: MissedAt, streams: Streams): Promise<boolean> => {
  const context = contextOf(duty, moments);
  try {
    const { rule, instance } = duty;
    const command = { type: 'RecordDutyMissed', rule, instance, ...actOf(context) } as const;
    const { events, repeated } = await streams.handle(duty.id, command, context);
    return events.length > 0 && !repeated;
  } catch (error) {
    if (error instanceof Refusal && notOverdue.has(error.code)) return false;
    throw error;
  }
};

/** Says that there is nothing to record: what was looked at lagged. */
const notOverdue: ReadonlySet<string> = new Set(['complaint-duty-not-overdue']);

/** Every watcher that finds the same duty past the same day sends the same request. */
const contextOf = ({ id, due, ...duty }: DutyPastItsDay, { at, recordedAt }: MissedAt): CommandContext => {
  const request = `missed ${id} ${dutyKey(duty)} ${due}`;
  return {
    actor: 'duty-watch',
    onBehalfOf: null,
    office: null,
    correlationId: request,
    causationId: null,
    idempotencyKey: request,
    expectedRevision: null,
    request,
    recordedAt,
    effectiveAt: at,
  };
};
