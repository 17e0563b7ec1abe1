import type { ReopenCase } from '@app/domain';
import type { CommandContext, CommandPipeline } from '@app/event-store';
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

  /** Reopens the case; true where that was recorded, here and now. Throws a `Refusal`, or what the pipeline throws. */
  async reopen(order: OrderToDecideAnew, now: string): Promise<boolean> {
    const { cause, complaintId, carryOutBy, orderedOn: reopenedOn, caseId } = order;
    const context = contextOf(order, now);
    const command = { type: 'ReopenCase', cause, complaintId, carryOutBy, reopenedOn, ...actOf(context) } as const;
    const { events, repeated } = await this.#cases.handle(caseId, command, context);
    return events.length > 0 && !repeated;
  }
}

/** Every follower that finds the same order sends the same request. */
const contextOf = ({ eventId, complaintId, at }: OrderToDecideAnew, now: string): CommandContext => ({
  actor: 'complaints-follower',
  onBehalfOf: null,
  office: null,
  correlationId: complaintId,
  causationId: eventId,
  idempotencyKey: `reopen by ${eventId}`,
  expectedRevision: null,
  request: `reopen by ${eventId}`,
  recordedAt: now,
  effectiveAt: at,
});
