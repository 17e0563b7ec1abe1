import { ProblemError } from '@app/platform';
import { pageLimit, pageOf, readCursor, writeCursor, type ReadModels } from '@app/read-models';
import type { Stores } from '@app/stores';
import type { LongListQuery } from '@app/contracts';
import { positionInvalid } from './headers.js';
import type { QueryRequest } from './query-request.js';

/** Asks the read models, once they include what the caller asked them to include. */
export class Queries {
  constructor(private readonly stores: Stores) {}

  /** Throws a problem 422 where the caller asks for a position that no event has yet: asking again would not help. */
  async assertInLog({ minPosition, minPositionName }: QueryRequest): Promise<void> {
    if (minPosition === null) return;
    const end = await this.logEnd();
    if (minPosition > end) throw positionInvalid(`must be at most ${end}: the log ends there`, minPositionName);
  }

  /** The last position of the log; 0 before the first event. */
  async logEnd(): Promise<number> {
    return (await this.stores.eventStore.lastPosition()) ?? 0;
  }

  /**
   * Asks, again where a rebuild switched meanwhile. Throws a problem 422 where the position is beyond the end of the log, 503 with the lag
   * where the position did not come in time.
   */
  ask<T>(request: QueryRequest, query: (readModels: ReadModels, stores: Stores) => Promise<T>): Promise<T> {
    return this.stores.readModels.steadily(() => this.askOnce(request, query));
  }

  /** The same of what is not to be done twice. */
  async askOnce<T>(request: QueryRequest, query: (readModels: ReadModels, stores: Stores) => Promise<T>): Promise<T> {
    this.stores.watch.assertFit();
    await this.#waitFor(request);
    return query(this.stores.readModels, this.stores);
  }

  /** The same of what has a position of its own: throws the 503, too, where what was found does not go as far as was asked. */
  async askOf<T extends Readonly<{ position: number | null }>>(
    request: QueryRequest,
    query: (readModels: ReadModels) => Promise<T>,
  ): Promise<T> {
    const found = await this.ask(request, query);
    const { minPosition } = request;
    if (minPosition !== null && (found.position ?? -1) < minPosition)
      throw await this.#behind(minPosition, found.position, request);
    return found;
  }

  async #waitFor(request: QueryRequest): Promise<void> {
    const { minPosition, waitSeconds } = request;
    const wait = this.stores.readModels.waitForPosition;
    if (minPosition === null || (await wait(minPosition, 0)).reached) return;
    await this.assertInLog(request);
    const { reached, position } = await wait(minPosition, waitSeconds * 1000);
    if (!reached) throw await this.#behind(minPosition, position, request);
  }

  async #behind(asked: number, position: number | null, { now }: QueryRequest): Promise<ProblemError> {
    const states = await this.stores.readModels.projectionStates(now);
    const behind = states.map(({ name, position: at, lagSeconds, lagEvents }) => ({
      name,
      position: at,
      lagSeconds,
      lagEvents,
    }));
    return new ProblemError(
      'projection-behind',
      `The read models are at position ${position ?? 'none'}, not at ${asked} yet.`,
      {
        lag: { asked, position, projections: behind },
        retryAfterSeconds: 1,
      },
    );
  }
}

/** What was found, where it is of the caller's office. Throws `missing` where nothing was found, and where it is of another office. */
export const visible = <T extends Readonly<{ officeId: string | null }>>(
  found: T | null,
  { officeScope, looking }: QueryRequest,
  missing: () => Error,
): T & Readonly<{ officeId: string }> => {
  const { officeId } = found ?? { officeId: null };
  if (found === null || officeId === null) throw missing();
  if (officeScope !== null && officeScope !== officeId) {
    looking.turnAway();
    throw missing();
  }
  return { ...found, officeId };
};

/** No office has an empty id: nothing is found of it. */
const nowhere = '';

/** The office that a caller is answered about; undefined for every office. Of an office that is not the caller's own there is nothing to see. */
export const officeOf = (asked: string | undefined, { officeScope }: QueryRequest): string | undefined => {
  if (officeScope === null) return asked;
  return asked === undefined || asked === officeScope ? officeScope : nowhere;
};

/** A choice of yes, no or either, as an address has it. */
export const flagOf = (text: 'true' | 'false' | undefined): boolean | undefined =>
  text === undefined ? undefined : text === 'true';

/** One page of a list that is in memory, and the cursor of the next page. `list` names it, so that no other takes its cursors. Throws `InvalidCursor`. */
export const pageOfAll = <Item>(
  list: string,
  all: readonly Item[],
  { limit = pageLimit, cursor }: LongListQuery,
): Readonly<{ items: readonly Item[]; nextCursor: string | null }> => {
  const from = Number(readCursor(list, cursor) ?? 0);
  return pageOf(all.slice(from, from + limit + 1), limit, () => writeCursor(list, String(from + limit)));
};
