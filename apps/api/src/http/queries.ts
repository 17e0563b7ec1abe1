import { CaseNotFound } from '@app/application';
import type { EventStore } from '@app/event-store';
import { ProblemError } from '@app/platform';
import type { PositionWait, ReadModels } from '@app/read-models';
import { positionInvalid } from './headers.js';
import type { QueryRequest } from './query-request.js';

/** Asks the read models, once they include what the caller asked them to include. */
export class Queries {
  constructor(
    private readonly readModels: ReadModels,
    private readonly log: Pick<EventStore, 'lastPosition'>,
  ) {}

  /** Throws a problem 422 where the caller asks for a position that no event has yet: asking again would not help. */
  async assertInLog({ minPosition, minPositionName }: QueryRequest): Promise<void> {
    if (minPosition === null) return;
    const end = (await this.log.lastPosition()) ?? 0;
    if (minPosition > end) throw positionInvalid(`must be at most ${end}: the log ends there`, minPositionName);
  }

  /** Throws a problem 422 where the position is beyond the end of the log, 503 with the lag where the position did not come in time. */
  async ask<T>(request: QueryRequest, query: (readModels: ReadModels) => Promise<T>): Promise<T> {
    await this.#waitFor(this.readModels.waitForPosition, request);
    return query(this.readModels);
  }

  /** The same of what has a position of its own, `includes`; throws it, too, where what was found does not go as far as was asked. */
  async askOf<T extends Readonly<{ position: number | null }>>(
    request: QueryRequest,
    includes: (readModels: ReadModels) => PositionWait,
    query: (readModels: ReadModels) => Promise<T>,
  ): Promise<T> {
    await this.#waitFor(includes(this.readModels), request);
    const found = await query(this.readModels);
    const { minPosition } = request;
    if (minPosition !== null && (found.position ?? -1) < minPosition)
      throw await this.#behind(minPosition, found.position, request);
    return found;
  }

  async #waitFor(wait: PositionWait, request: QueryRequest): Promise<void> {
    const { minPosition, waitSeconds } = request;
    if (minPosition === null || (await wait(minPosition, 0)).reached) return;
    await this.assertInLog(request);
    const { reached, position } = await wait(minPosition, waitSeconds * 1000);
    if (!reached) throw await this.#behind(minPosition, position, request);
  }

  async #behind(asked: number, position: number | null, { now }: QueryRequest): Promise<ProblemError> {
    const states = await this.readModels.projectionStates(now);
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

/** What was found of a case, where it is of the caller's office. Throws `CaseNotFound`. */
export const visible = <T extends Readonly<{ officeId: string | null }>>(
  found: T | null,
  caseId: string,
  { officeScope }: QueryRequest,
): T & Readonly<{ officeId: string }> => {
  const { officeId } = found ?? { officeId: null };
  if (found === null || officeId === null) throw new CaseNotFound(caseId);
  if (officeScope !== null && officeScope !== officeId) throw new CaseNotFound(caseId);
  return { ...found, officeId };
};

/** Whether an office is asked for that is not the one the caller is bound to: there is nothing to see then. */
export const isElsewhere = (officeId: string | undefined, { officeScope }: QueryRequest): boolean =>
  officeScope !== null && officeId !== undefined && officeId !== officeScope;
