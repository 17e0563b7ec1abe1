import { Injectable } from '@nestjs/common';
import { CaseHistories, type CaseHistory } from '@app/application';
import type { CaseDiffDto, CaseStateDto, DiffQuery, LongListQuery, RawEventsDto, StateQuery } from '@app/contracts';
import { VaultUnavailable } from '@app/vault';
import { Queries } from '../http/queries.js';
import { pageOfAll } from '../http/page-of-all.js';
import type { QueryRequest } from '../http/query-request.js';
import { caseThen, sideOf } from './case-then.js';
import { differenceOf } from './difference.js';
import { pointIn, revisionsIn } from './points.js';
import { rawEventsAnswer } from './raw-events-answer.js';

/** Reads histories of cases from the log: no read model stands between. */
@Injectable()
export class AuditReader {
  constructor(
    private readonly histories: CaseHistories,
    private readonly queries: Queries,
  ) {}

  /** Throws `CaseNotFound`, `InvalidCursor`, or a problem 422 for a position that is not in the log yet. */
  async events(caseId: string, query: LongListQuery, asking: QueryRequest): Promise<RawEventsDto> {
    await this.queries.assertInLog(asking);
    const stored = await this.histories.stored(caseId);
    return rawEventsAnswer({ caseId, stored, entries: await this.#readable(stored) }, query);
  }

  /** Throws the same, `UndecodableEvent`, or a problem 422 where the query names no point of this history. */
  async state(caseId: string, query: StateQuery, asking: QueryRequest): Promise<CaseStateDto> {
    const history = await this.#history(caseId, asking);
    const then = caseThen(history, pointIn(query, history, asking.now), asking);
    const { items, nextCursor } = pageOfAll(`revisions of ${caseId}`, then.revisions, query);
    return { ...then, revisions: items, nextCursor };
  }

  /** Throws the same, `UndecodableEvent`, or a problem 422 where the query names no revisions of this history. */
  async diff(caseId: string, query: DiffQuery, asking: QueryRequest): Promise<CaseDiffDto> {
    const history = await this.#history(caseId, asking);
    const { from, to } = revisionsIn(query, history);
    const before = sideOf(history, { kind: 'REVISION', revision: from });
    const after = sideOf(history, { kind: 'REVISION', revision: to });
    const { happened, ...difference } = differenceOf(before, after);
    const { items, nextCursor } = pageOfAll(`differences of ${caseId}`, happened, query);
    return {
      caseId,
      from: from < 0 ? { revision: null, recordedAt: null } : { revision: from, recordedAt: before.asOf },
      to: { revision: to, recordedAt: after.asOf },
      happened: items,
      ...difference,
      nextCursor,
    };
  }

  /** Nothing where the key store is away: the log shows its events all the same, without words. */
  async #readable(stored: CaseHistory['stored']): Promise<CaseHistory['entries']> {
    try {
      return await this.histories.entries(stored);
    } catch (error) {
      if (error instanceof VaultUnavailable) return [];
      throw error;
    }
  }

  /** The log itself includes every position that it has. */
  async #history(caseId: string, asking: QueryRequest): Promise<CaseHistory> {
    await this.queries.assertInLog(asking);
    return this.histories.of(caseId);
  }
}
