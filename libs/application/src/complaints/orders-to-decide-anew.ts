import type { ReopenCase } from '@app/domain';
import type { CommandContext, CommandPipeline, CommandResult } from '@app/event-store';
import { actOf } from '../act.js';
import { CalendarBook } from '../calendar/calendar-book.js';
import { CaseStreams } from '../case-streams.js';
import type { InstallationSettings } from '../installation-settings.js';

/** A decision on a complaint, or a ruling, that has its case decided anew by a day. */
export type OrderToDecideAnew = Readonly<{
  /** Of the event of the complaint that says so. */
  eventId: string;
  cause: ReopenCase['cause'];
  complaintId: string;
  caseId: string;
  at: string;
  orderedOn: string;
  carryOutBy: string;
}>;

/** Carries orders over to their cases, each under one key made of the event that gave it. */
export class OrdersToDecideAnew {
  readonly #book: CalendarBook;
  readonly #cases: CaseStreams;

  constructor(pipeline: CommandPipeline, installation: InstallationSettings) {
    this.#book = new CalendarBook(pipeline);
    this.#cases = new CaseStreams(pipeline, this.#book, installation);
  }

  /** Has what is recorded from now on rest on every correction of the calendar that is in the log. Throws what the pipeline throws. */
  readCalendar(): Promise<void> {
    return this.#book.look();
  }

  /**
   * Reopens the case, or sets the days of the order right where it told others; true where something was recorded, here and now. Throws
   * a `Refusal`, or what the pipeline throws.
   */
  async reopen(order: OrderToDecideAnew, now: string): Promise<boolean> {
    const { eventId, at, orderedOn, carryOutBy } = order;
    const told = await this.#tell(order, { toldIn: null, key: `reopen by ${eventId}`, now });
    if (!told.repeated) return told.events.length > 0;
    const key = `set right ${eventId} to ${at} ${orderedOn} ${carryOutBy}`;
    const { events, repeated } = await this.#tell(order, { toldIn: told.revision, key, now });
    return events.length > 0 && !repeated;
  }

  #tell(order: OrderToDecideAnew, { toldIn, ...telling }: Telling): Promise<CommandResult> {
    const { cause, complaintId, carryOutBy, orderedOn: reopenedOn, caseId } = order;
    const context = contextOf(order, telling);
    const said = { type: 'ReopenCase', cause, complaintId, carryOutBy, reopenedOn, toldIn } as const;
    return this.#cases.handle(caseId, { ...said, ...actOf(context) }, context);
  }
}

type Telling = Readonly<{ toldIn: number | null; key: string; now: string }>;

/** Every follower that finds the same order sends the same request. */
const contextOf = (
  { eventId, complaintId, at }: OrderToDecideAnew,
  { key, now }: Omit<Telling, 'toldIn'>,
): CommandContext => ({
  actor: 'complaints-follower',
  onBehalfOf: null,
  office: null,
  correlationId: complaintId,
  causationId: eventId,
  idempotencyKey: key,
  expectedRevision: null,
  request: key,
  recordedAt: now,
  effectiveAt: at,
});
