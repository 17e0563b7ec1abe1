import { type DutiesThen, dutyChanges, type DutyChange, evolveAll, Refusal, throwTogether } from '@app/domain';
import {
  type CommandContext,
  type CommandPipeline,
  type CommandResult,
  type Decider,
  type DomainEvent,
  StaleRevision,
} from '@app/event-store';

/** What a command would do. Nothing of it is written: its events have no ids, and its revision is the one that it found. */
export type Foreseen = CommandResult & Readonly<{ moved: readonly DutyChange[] }>;

/** Whether a command was only tried. */
export const isForeseen = (result: CommandResult): result is Foreseen => 'moved' in result;

type Trial<Command, State, Event extends DomainEvent> = Readonly<{
  stream: string;
  decider: Decider<Command, State, Event>;
  command: Command;
  context: CommandContext;
  /** The duties of a state, by the one engine. */
  dutiesOf: (state: State) => DutiesThen['duties'];
}>;

/** Decides as the pipeline does, and appends nothing. Throws what the decider throws, `StaleRevision`, and what loading throws. */
export const foresee = async <C, S, E extends DomainEvent>(
  pipeline: CommandPipeline,
  { stream, decider, command, context, dutiesOf }: Trial<C, S, E>,
): Promise<Foreseen> => {
  const { state, revision: found } = await pipeline.load(stream, decider);
  const revision = found === 'none' ? -1 : found;
  const { expectedRevision, recordedAt: asOf } = context;
  if (expectedRevision !== null && expectedRevision !== revision)
    throw new StaleRevision(stream, expectedRevision, revision);
  const events = decider.decide(command, state);
  const after = evolveAll(decider, state, events, asOf);
  const moved = dutyChanges({ duties: dutiesOf(state), asOf }, { duties: dutiesOf(after), asOf });
  const named = events.map(({ type }) => ({ type, eventId: '' }));
  return { stream, revision, position: 0, events: named, repeated: false, moved };
};

/** A trial, with what was found beside it to stand in the way: throws all refusals together. */
export const foreseenBeside = async <Result>(
  attempt: () => Promise<Result>,
  found: readonly (Refusal | null)[],
): Promise<Result> => {
  const beside = found.filter((one) => one !== null);
  try {
    const result = await attempt();
    throwTogether(beside);
    return result;
  } catch (error) {
    if (error instanceof Refusal) throwTogether([error, ...beside]);
    throw error;
  }
};
