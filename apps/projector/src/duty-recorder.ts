import { Refusal, type Decider, type RecordDutyMissed } from '@app/domain';
import type { CommandContext, CommandPipeline, DomainEvent } from '@app/event-store';

/** A duty past its day of whatever has a stream of its own: a case, a complaint. */
export type DutyPastItsDay = Readonly<{ stream: string; id: string; rule: string; due: string }>;

/** Asks the stream of a duty whether it was missed by now (ISO 8601); true where that was recorded, here and now. */
export type RecordMissed = (duty: DutyPastItsDay, at: string) => Promise<boolean>;

/** Who decides on the duties of one kind of stream, and the rulebook that the decision rests on. */
export type Deciding<State, Event extends DomainEvent> = Readonly<{
  decider: Decider<RecordDutyMissed, State, Event>;
  rulebookOf: (state: State) => string | null;
}>;

/** Records missed duties through the pipeline, each under one key for each day on which it was due. Throws what it throws. */
export const missedRecorder =
  <State, Event extends DomainEvent>(
    pipeline: CommandPipeline,
    { decider, rulebookOf }: Deciding<State, Event>,
  ): RecordMissed =>
  async (duty, at) => {
    const { stream, rule } = duty;
    try {
      const { events, repeated } = await pipeline.handle({
        stream,
        decider,
        command: { type: 'RecordDutyMissed', rule, at, enteredAt: at, by: watcher },
        context: contextOf(duty, at),
        rulebookOf,
      });
      return events.length > 0 && !repeated;
    } catch (error) {
      if (error instanceof Refusal && notOverdue.has(error.code)) return false;
      throw error;
    }
  };

const watcher = 'duty-watch';

/** Says that there is nothing to record: what was looked at lagged. */
const notOverdue: ReadonlySet<string> = new Set(['complaint-duty-not-overdue']);

/** Every watcher that finds the same duty past the same day sends the same request. */
const contextOf = ({ id, rule, due }: DutyPastItsDay, at: string): CommandContext => {
  const request = `missed ${id} ${rule} ${due}`;
  return {
    actor: watcher,
    onBehalfOf: null,
    office: null,
    correlationId: request,
    causationId: null,
    idempotencyKey: request,
    expectedRevision: null,
    request,
    recordedAt: at,
    effectiveAt: at,
  };
};
