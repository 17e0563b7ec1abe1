import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { connectReadModels, projections, type ProjectionReport, type ReadModels } from '@app/read-models';
import { startDocumentNode, startEventNode } from '../../support/nodes.js';
import { startProcess, temporaryFolder, type RunningProcess } from '../../support/process.js';
import { writeCaseload } from '../caseload/caseload.js';
import { closeLog, openLog, type Servers } from '../pipeline.js';

/** What is to be proved: so many events, appended with so many in flight, while so many projectors take them in. */
export type Proof = Readonly<{
  events: number;
  inFlight: number;
  projectors: number;
  /** How many documents of each projection are folded anew; null for all. */
  sample: number | null;
  /** Told how far it is: the share of each step, 0 to 1. */
  onProgress?: (step: 'appending' | 'projecting' | 'verifying', share: number) => void;
}>;

/** One run: what was written, how long it took, and each projection that is not whole, in words. */
export type Proved = Readonly<{
  events: number;
  streams: number;
  appendSeconds: number;
  /** From the last append until every projection had it. */
  behindSeconds: number;
  verifySeconds: number;
  certificates: number;
  faults: readonly string[];
}>;

/** Starts the stores and the projectors anew, writes while they project, waits until all is in, and verifies every projection. */
export const prove = async (proof: Proof): Promise<Proved> => {
  const folder = await temporaryFolder();
  const running: RunningProcess[] = [];
  const started = async (starting: Promise<RunningProcess>): Promise<string> => {
    const one = await starting;
    running.push(one);
    return one.url;
  };
  try {
    const servers = {
      eventStoreUrl: await started(startEventNode(join(folder.path, 'events'))),
      mongoUrl: await started(startDocumentNode(join(folder.path, 'documents'))),
      masterKeyFile: join(folder.path, 'master.key'),
    };
    return await proveOn(servers, proof, () => started(startProjector(servers)));
  } finally {
    for (const one of running.toReversed()) await one.stop();
    await folder.remove();
  }
};

const proveOn = async (servers: Servers, proof: Proof, addProjector: () => Promise<string>): Promise<Proved> => {
  const log = await openLog(servers);
  const readModels = await connectReadModels(servers.mongoUrl);
  try {
    for (let number = 0; number < proof.projectors; number += 1) await addProjector();
    const watch = stopwatch();
    const written = await write(log, proof);
    const appendSeconds = watch();
    await caughtUp(readModels, written.lastPosition, proof);
    const behindSeconds = watch();
    const reports = await verified(readModels, proof);
    return {
      events: written.events,
      streams: written.streams,
      appendSeconds,
      behindSeconds,
      verifySeconds: watch(),
      certificates: reports.length,
      faults: [...reports.flatMap(faultsOf), ...countFaults(reports, written.events)],
    };
  } finally {
    await readModels.close();
    await closeLog(log);
  }
};

const startProjector = ({ eventStoreUrl, mongoUrl, masterKeyFile }: Servers): Promise<RunningProcess> =>
  startProcess('dist/apps/projector/src/main.js', [], {
    EVENTSTORE_URL: eventStoreUrl,
    MONGODB_URL: mongoUrl,
    MASTER_KEY_FILE: masterKeyFile,
    PROJECTOR_PORT: '0',
    LOG_LEVEL: 'warn',
    // What the watches would write is not what is proved.
    WATCH_SECONDS: '86400',
    RECONCILE_SECONDS: '86400',
  });

/** Deed by deed, so that every stream grows while its document is written. */
const write = (log: Awaited<ReturnType<typeof openLog>>, { events, inFlight, onProgress }: Proof) =>
  writeCaseload(
    // More cases than are needed: it ends with the number of events.
    { run: 'proof', cases: events, from: '2022-01-05', until: '2026-11-20T06:00:00.000Z' },
    {
      ...log,
      inFlight,
      deedByDeed: true,
      isEnough: (loaded) => {
        onProgress?.('appending', Math.min(1, loaded.events / events));
        return loaded.events >= events;
      },
    },
  );

const caughtUp = async (readModels: ReadModels, position: number, { onProgress }: Proof): Promise<void> => {
  for (;;) {
    const outcome = await readModels.waitForPosition(position, 1_000);
    if (outcome.reached) return;
    onProgress?.('projecting', (outcome.position ?? 0) / position);
  }
};

/** Asks for a verification of every projection, and waits until each is done. Throws where one fails. */
const verified = async (
  readModels: ReadModels,
  { sample, onProgress }: Proof,
): Promise<readonly ProjectionReport[]> => {
  const names = projections.map(({ name }) => name);
  const asked = { kind: 'VERIFY', sample, eventsPerSecond: null, askedBy: 'proof' } as const;
  for (const projection of names) await readModels.askFor({ ...asked, projection, askedAt: new Date().toISOString() });
  for (const [index, projection] of names.entries()) {
    await jobEnded(readModels, projection);
    onProgress?.('verifying', (index + 1) / names.length);
  }
  return readModels.projectionReports(new Date().toISOString());
};

const jobEnded = async (readModels: ReadModels, projection: string): Promise<void> => {
  for (;;) {
    const { state, problem } = (await readModels.jobOf('VERIFY', projection)) ?? notThere;
    if (state === 'DONE') return;
    if (state !== 'ASKED' && state !== 'RUNNING')
      throw new Error(`the verification of ${projection} came to nothing: ${problem ?? state}`);
    await after(100);
  }
};

const notThere = { state: 'GONE', problem: 'nobody knows of it' } as const;

const faultsOf = ({ name, quarantined, verification }: ProjectionReport): readonly string[] => {
  if (verification === null) return [`${name}: not verified`];
  const { certificate, contents } = verification;
  return [
    ...(quarantined > 0 ? [`${name}: ${quarantined} documents held back`] : []),
    ...(certificate.complete ? [] : [`${name}: ${certificate.missingEvents} events missing, certificate incomplete`]),
    ...(contents.differingDocuments > 0 ? [`${name}: ${contents.differingDocuments} documents differ`] : []),
  ];
};

/** Every event that was written is of a case, a complaint or a dwelling: the certificates of those three count them all. */
const countFaults = (reports: readonly ProjectionReport[], written: number): readonly string[] => {
  const counted = reports
    .filter(({ name }) => ['case-view', 'complaints', 'dwelling-claims'].includes(name))
    .reduce((sum, { verification }) => sum + (verification?.certificate.applied.count ?? 0), 0);
  return counted === written ? [] : [`${written} events were written, and ${counted} are in the documents`];
};

/** Seconds since it was last looked at. */
const stopwatch = () => {
  let last = performance.now();
  return (): number => {
    const passed = performance.now() - last;
    last += passed;
    return Math.round(passed / 100) / 10;
  };
};
