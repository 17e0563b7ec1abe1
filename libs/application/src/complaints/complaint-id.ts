import { v5 } from 'uuid';
import type { CommandContext } from '@app/event-store';

/** Fixed for ever: another namespace would give a repeated filing another complaint. */
const namespace = '3c1a5b0e-9d3f-5a47-8b1c-6f0d2e7a94b5';

/** The id of the complaint that a filing makes: the same for a repeat of it, so that the repeat reaches the same stream. */
export const complaintIdFor = ({ idempotencyKey }: CommandContext): string => v5(idempotencyKey, namespace);
