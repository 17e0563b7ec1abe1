/** A pure decision maker, as the domain has it: commands against state give events or a thrown refusal; events fold into state. */
export type Decider<Command, State, Event> = Readonly<{
  initial: State;
  decide: (command: Command, state: State) => readonly Event[];
  evolve: (state: State, event: Event) => State;
}>;
