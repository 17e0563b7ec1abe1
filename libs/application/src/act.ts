import type { CommandContext } from '@app/event-store';

/** What every command of the domain carries: when it happened, when it was entered, who did it. */
export const actOf = ({ effectiveAt, recordedAt, actor }: CommandContext) =>
  ({ at: effectiveAt, enteredAt: recordedAt, by: actor }) as const;
