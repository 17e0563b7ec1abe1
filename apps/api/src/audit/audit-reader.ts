import { Injectable } from '@nestjs/common';
import { CaseHistories } from '@app/application';
import type { CaseDiffDto, CaseThenDto, DiffQuery, RawEventsDto, StateQuery } from '@app/contracts';
import type { QueryRequest } from '../http/query-request.js';
import { caseThen, sideOf } from './case-then.js';
import { differenceOf } from './difference.js';
import { pointIn, revisionsIn } from './points.js';
import { rawEventsAnswer } from './raw-events-answer.js';

/** Reads histories of cases from the log: no read model stands between. */
@Injectable()
export class AuditReader {
  constructor(private readonly histories: CaseHistories) {}

  /** Throws `CaseNotFound`. */
  async events(caseId: string): Promise<RawEventsDto> {
    return rawEventsAnswer(await this.histories.of(caseId));
  }

  /** Throws `CaseNotFound`, `UndecodableEvent`, or a problem 422 where the query names no point of this history. */
  async state(caseId: string, query: StateQuery, asking: QueryRequest): Promise<CaseThenDto> {
    const history = await this.histories.of(caseId);
    return caseThen(history, pointIn(query, history, asking.now), asking);
  }

  /** Throws `CaseNotFound`, `UndecodableEvent`, or a problem 422 where the query names no revisions of this history. */
  async diff(caseId: string, query: DiffQuery): Promise<CaseDiffDto> {
    const history = await this.histories.of(caseId);
    const { from, to } = revisionsIn(query, history);
    const before = sideOf(history, { kind: 'REVISION', revision: from });
    const after = sideOf(history, { kind: 'REVISION', revision: to });
    return {
      caseId,
      from: from < 0 ? { revision: null, recordedAt: null } : { revision: from, recordedAt: before.asOf },
      to: { revision: to, recordedAt: after.asOf },
      ...differenceOf(before, after),
    };
  }
}
