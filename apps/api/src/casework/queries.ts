import { CaseNotFound } from '@app/application';
import { ProblemError } from '@app/platform';
import type { ReadModels } from '@app/read-models';
import type { QueryRequest } from '../http/query-request.js';

/** Asks the read models, once they include what the caller asked them to include. */
export class Queries {
  constructor(private readonly readModels: ReadModels) {}

  /** Throws a problem 503 with the lag where the position did not come in time. */
  async ask<T>(request: QueryRequest, query: (readModels: ReadModels) => Promise<T>): Promise<T> {
    if (request.minPosition !== null) await this.waitFor(request.minPosition, request);
    return query(this.readModels);
  }

  private async waitFor(asked: number, { waitSeconds, now }: QueryRequest): Promise<void> {
    const { reached, position } = await this.readModels.waitForPosition(asked, waitSeconds * 1000);
    if (reached) return;
    const states = await this.readModels.projectionStates(now);
    const behind = states.map(({ name, position: at, lagSeconds, lagEvents }) => ({
      name,
      position: at,
      lagSeconds,
      lagEvents,
    }));
    throw new ProblemError(
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
