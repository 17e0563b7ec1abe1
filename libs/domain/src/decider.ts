/**
 * A pure decision maker: commands against state give events (or a thrown Refusal); events fold into state; evolve never
 * throws.
 */
export type Decider<Command, State, Event> = Readonly<{
  initial: State;
  decide: (command: Command, state: State) => readonly Event[];
  /** `enteredAt`: when the event was recorded, ISO 8601. */
  evolve: (state: State, event: Event, enteredAt: string) => State;
}>;

/** A state after events that were entered together. */
export const evolveAll = <State, Event>(
  { evolve }: Pick<Decider<never, State, Event>, 'evolve'>,
  state: State,
  events: readonly Event[],
  enteredAt: string,
): State => events.reduce((now, event) => evolve(now, event, enteredAt), state);
