import type { DroppedDto, JobDto, ProjectionDto, ProjectionsDto, RetryAnswerDto } from '@app/contracts';
import { ProblemError } from '@app/platform';
import {
  nearestNotShown,
  projections as everyProjection,
  trails,
  type Behind,
  type HeldBack,
  type Job,
  type JobKind,
  type ProjectionReport,
} from '@app/read-models';
import type { Queries } from '../http/queries.js';
import type { Stores } from '@app/stores';
import type { QueryRequest } from '../http/query-request.js';

/** How long counting what is not projected yet may take. */
const countingMs = 5_000;

/** Tells how the projections stand, and asks the projectors to look after them. */
export class ProjectionsReader {
  constructor(
    private readonly queries: Queries,
    private readonly stores: Pick<Stores, 'eventStore' | 'codec'>,
  ) {}

  async all(asking: QueryRequest): Promise<ProjectionsDto> {
    const { eventStore } = this.stores;
    return this.queries.ask(asking, async (readModels) => {
      const [logPosition, position, partitions, reports, behind] = await Promise.all([
        eventStore.lastPosition(),
        readModels.position(),
        readModels.partitionStates(asking.now),
        readModels.projectionReports(asking.now),
        readModels.behind(eventStore, AbortSignal.timeout(countingMs)),
      ]);
      const streams = new Set([...behind.values()].flatMap((one) => one.streams));
      const notShown = await nearestNotShown(this.readStream, [...streams]);
      const projections = reports.map((report) => projectionAnswer(report, behind.get(report.name), asking.now));
      return { logPosition, position, nearestNotShown: notShown, partitions, projections };
    });
  }

  /** Throws a problem 404 where there is no such projection. */
  async askFor(
    kind: JobKind,
    { name, sample = null, eventsPerSecond = null }: Asked,
    asking: QueryRequest,
  ): Promise<JobDto> {
    return this.queries.ask(asking, async (readModels) => {
      if (!readModels.isProjection(name)) throw noSuchProjection(name);
      const { subject } = asking.caller;
      const ask = { kind, projection: name, sample, eventsPerSecond, askedAt: asking.now, askedBy: subject };
      return jobAnswer(await readModels.askFor(ask), asking.now);
    });
  }

  /** Throws a problem 404 where there is no such projection, or nobody asked for a rebuild of it. */
  async callOff(kind: JobKind, name: string, asking: QueryRequest): Promise<JobDto> {
    return this.queries.ask(asking, async (readModels) => {
      if (!readModels.isProjection(name)) throw noSuchProjection(name);
      const job = await readModels.callOff(kind, name, asking.now);
      if (job) return jobAnswer(job, asking.now);
      throw new ProblemError('projection-not-found', `Nobody has asked for a rebuild of ${name}.`);
    });
  }

  /** Drops what earlier versions have left. Throws a problem 404 where there is no such projection. */
  async dropOlder(name: string, asking: QueryRequest): Promise<DroppedDto> {
    return this.queries.ask(asking, async (readModels) => {
      if (!readModels.isProjection(name)) throw noSuchProjection(name);
      return { projection: name, dropped: await readModels.dropOlder(name) };
    });
  }

  /** Throws a problem 404 where nothing of the case is held back. */
  async retry(caseId: string, asking: QueryRequest): Promise<RetryAnswerDto> {
    return this.queries.ask(asking, async (readModels) => {
      const reading = { readStream: this.readStream, now: () => new Date().toISOString() };
      const retried = await readModels.retryHeldBack(`case-${caseId}`, reading);
      if (retried.length > 0) return { caseId, retried };
      throw new ProblemError('nothing-held-back', 'No projection holds back anything of this case.');
    });
  }

  private readonly readStream = async (stream: string, fromRevision: number) => {
    const { eventStore, codec } = this.stores;
    return codec.decodeEach(await eventStore.read(stream, fromRevision));
  };
}

type Asked = Readonly<{ name: string; sample?: number | null; eventsPerSecond?: number | null }>;

const noSuchProjection = (name: string): ProblemError => {
  const names = [...everyProjection, trails].map((one) => one.name).join(', ');
  return new ProblemError('projection-not-found', `There is no projection ${name}; there are ${names}.`);
};

const projectionAnswer = (
  { heldBack, verification, older, jobs, ...state }: ProjectionReport,
  behind: Behind | undefined,
  now: string,
): ProjectionDto => ({
  ...state,
  lagEvents: behind?.events ?? 0,
  lagIsAtLeast: behind?.isAtLeast ?? false,
  heldBack: heldBack.map(heldBackAnswer),
  verification: verification && verificationAnswer(verification),
  older: olderAnswer(older),
  jobs: { verify: jobs.verify && jobAnswer(jobs.verify, now), rebuild: jobs.rebuild && jobAnswer(jobs.rebuild, now) },
});

const heldBackAnswer = ({ stream: _stream, ...held }: HeldBack): ProjectionDto['heldBack'][number] => held;

const verificationAnswer = ({
  _id,
  ...verification
}: NonNullable<ProjectionReport['verification']>): NonNullable<ProjectionDto['verification']> => verification;

const olderAnswer = (older: ProjectionReport['older']): ProjectionDto['older'] => {
  if (!older) return null;
  const { _id, ...comparison } = older;
  return comparison;
};

/** A job at `now` (ISO 8601), without what only the projectors need. */
export const jobAnswer = ({ kind, projection, state, share, secondsLeft, ...job }: Job, now: string): JobDto => ({
  kind,
  projection,
  state,
  atWork: state === 'RUNNING' && job.ownedUntil !== null && Date.parse(job.ownedUntil) >= Date.parse(now),
  askedAt: job.askedAt,
  askedBy: job.askedBy,
  startedAt: job.startedAt,
  finishedAt: job.finishedAt,
  percent: Math.floor(share * 1000) / 10,
  secondsLeft,
  problem: job.problem,
});
