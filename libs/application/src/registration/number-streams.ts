import { createHash, randomUUID } from 'node:crypto';
import { oneSpelling } from '@app/domain';
import type { CommandContext } from '@app/event-store';

/** A number of an office. */
export type OfficeNumber = Readonly<{ officeId: string; number: string }>;

export const numberStreams = 'registration-number-';

/** One stream a number, however it is spelled: a hash, as numbers are written with any sign. */
export const streamOfNumber = ({ officeId, number }: OfficeNumber): string =>
  `${numberStreams}${createHash('sha256')
    .update(`${officeId}\n${oneSpelling(number)}`)
    .digest('hex')}`;

/** A key of its own: a claim is repeated by what the stream says, not by the request. */
export const keyed = (context: CommandContext): CommandContext => ({
  ...context,
  idempotencyKey: randomUUID(),
  expectedRevision: null,
});
