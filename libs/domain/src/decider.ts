/**
 * A pure decision maker: commands against state give events (or a thrown Refusal); events fold into state; evolve never
 * throws.
 */
export type Decider<Command, State, Event> = Readonly<{
  initial: State;
  decide: (command: Command, state: State) => readonly Event[];
  evolve: (state: State, event: Event) => State;
}>;
