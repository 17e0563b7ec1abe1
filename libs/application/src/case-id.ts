import { v5 } from 'uuid';
import type { CommandContext } from '@app/event-store';

/** Fixed for ever: another namespace would give a repeated submission another case. */
const namespace = '8f2f6f0e-6b1c-5c55-9d6e-2d2a54a7b0c1';

/** The id of the case that a submission makes: the same for a repeat of it, so that the repeat reaches the same stream. */
export const caseIdFor = ({ idempotencyKey }: CommandContext): string => v5(idempotencyKey, namespace);
