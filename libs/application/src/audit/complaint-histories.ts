import type { ComplaintEvent } from '@app/domain';
import type { Codec, EventStore, Recorded } from '@app/event-store';
import { ComplaintNotFound } from '../complaints/complaint-streams.js';

/** Reads the history of a complaint from its stream, and from nothing that was made of it. */
export class ComplaintHistories {
  constructor(
    private readonly store: Pick<EventStore, 'read'>,
    private readonly codec: Pick<Codec, 'decode'>,
  ) {}

  /** Its events in order; they hold personal data. Throws `ComplaintNotFound`, `UndecodableEvent`, and what the store and the vault throw. */
  async of(complaintId: string): Promise<readonly Recorded<ComplaintEvent>[]> {
    const stored = await this.store.read(`complaint-${complaintId}`);
    if (stored.length === 0) throw new ComplaintNotFound(complaintId);
    // A complaint's stream holds the complaint's events; the folds pass over types that they do not know.
    return (await this.codec.decode(stored)) as readonly Recorded<ComplaintEvent>[];
  }
}
