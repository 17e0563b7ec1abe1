import {
  looksLikeIin,
  needsPurpose,
  personalFieldNames,
  visibilityOf,
  type AccessRecords,
  type Look,
} from '@app/application';
import { Overloaded, OutcomeUnknown, StoreUnavailable } from '@app/event-store';
import { ProblemError } from '@app/platform';
import { headerOf } from '../headers.js';
import { principalOf, routeOf, type ApiRequest } from '../request.js';
import { AccessRefused } from './access-words.js';
import { Looking, type Asked } from './looking.js';
import { purposeIn } from './purpose.js';

/** Decides what a request may see of persons, and puts on record what it has seen. */
export class AccessBook {
  constructor(
    private readonly records: Pick<AccessRecords, 'record'>,
    /** The purposes that may be given; any where there are none. */
    private readonly purposes: readonly string[],
  ) {}

  /** What a request may see. Throws `AccessRefused` where it needs a purpose and gives none, a problem 403 where its role never sees anybody. */
  begin(request: ApiRequest): Looking {
    const { role } = principalOf(request);
    const asked = askedIn(request.query);
    const purpose = purposeIn(headerOf(request.headers, 'x-purpose'), this.purposes);
    if (asked === 'CLEAR' && neverSees(role)) throw neverYours();
    if (asked === 'CLEAR' && needsPurpose(role) && purpose === null) throw new AccessRefused('purpose-missing');
    return new Looking(role, asked, purpose);
  }

  /** Resolves once it is durable who sees whom. Throws `AccessRefused` where it cannot be. */
  shown(request: ApiRequest, looking: Looking): Promise<void> {
    return this.#record(request, looking, { outcome: 'SHOWN', refusal: null });
  }

  /** The same of somebody who tried in vain, for the reason of that code. */
  refused(request: ApiRequest, refusal: string): Promise<void> {
    return this.#record(request, request.looking ?? null, { outcome: 'REFUSED', refusal });
  }

  async #record(request: ApiRequest, looking: Looking | null, outcome: Outcome): Promise<void> {
    try {
      await this.records.record(lookOf(request, looking, outcome));
    } catch (cause) {
      if (isAway(cause)) throw new AccessRefused('access-not-recorded', { cause });
      throw cause;
    }
  }
}

type Outcome = Pick<Look, 'outcome' | 'refusal'>;

/** What is put on record of a request; of one that saw nothing, as it had no leave to, the case that it asked for. */
const lookOf = (request: ApiRequest, looking: Looking | null, outcome: Outcome): Look => {
  const { subject, role, office } = principalOf(request);
  const { subjects, cases, purpose } = looking ?? { subjects: [], cases: [], purpose: null };
  return {
    ...outcome,
    who: subject,
    role,
    office,
    iins: subjects,
    cases: outcome.outcome === 'REFUSED' ? [...new Set([...cases, ...casesIn(request.params)])] : cases,
    what: `${request.method} ${routeOf(request)}`,
    why: purpose,
    correlationId: request.id,
    at: new Date().toISOString(),
  };
};

const isAway = (error: unknown): boolean =>
  error instanceof StoreUnavailable || error instanceof OutcomeUnknown || error instanceof Overloaded;

const neverSees = (role: Parameters<typeof visibilityOf>[0]): boolean =>
  personalFieldNames.every((field) => ['MASKED', 'OPEN'].includes(visibilityOf(role, field)));

/** What comes more than once, or is no choice, is refused by the shape of the query. */
const askedIn = (query: unknown): Asked => {
  const unmask = typeof query === 'object' && query !== null && 'unmask' in query ? query.unmask : null;
  if (unmask === 'true') return 'CLEAR';
  return unmask === 'false' ? 'MASKED' : null;
};

/** The case of an address; none where it names none, or what cannot be one. */
const casesIn = (params: unknown): readonly string[] => {
  const caseId = typeof params === 'object' && params !== null && 'caseId' in params ? params.caseId : null;
  return typeof caseId === 'string' && /^[\w-]{1,64}$/.test(caseId) && !looksLikeIin(caseId) ? [caseId] : [];
};

const neverYours = (): ProblemError =>
  new ProblemError('permission-missing', 'Your role sees no person in clear.', { permission: 'personal-data:read' });
