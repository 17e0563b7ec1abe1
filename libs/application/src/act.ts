import type { CommandContext } from '@app/event-store';

/** What every command of the domain carries: when it happened, when it was entered, who did it. */
export const actOf = ({ effectiveAt, recordedAt, actor }: CommandContext) =>
  ({ at: effectiveAt, enteredAt: recordedAt, by: actor }) as const;

type Act = ReturnType<typeof actOf>;

/** A command of the domain as it is said: what the context tells is left out. */
export type Said<Command> = Command extends unknown ? Omit<Command, keyof Act> : never;

/** What is said in the command of a name: its fields alone. */
export type SaidIn<Command extends Readonly<{ type: string }>, Name extends Command['type']> = Omit<
  Extract<Command, { type: Name }>,
  keyof Act | 'type'
>;
