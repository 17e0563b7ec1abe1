import { randomUUID } from 'node:crypto';
import { writeCaseload } from '../caseload/caseload.js';
import { openLog, type Servers } from '../pipeline.js';
import { workerInput, workerOutput } from '../worker.js';

/** Lays down whole sample cases, many at a time, so that their events lie mingled in the log as they would in life. */
type Input = Readonly<{ servers: Servers; cases: number; inFlight: number }>;

const { servers, cases, inFlight } = workerInput<Input>();
const { store, codec } = await openLog(servers);
const after = await store.lastPosition();
const started = performance.now();
const load = { run: randomUUID(), cases, from: '2022-01-05', until: new Date().toISOString() };
const { events } = await writeCaseload(load, { store, codec, inFlight });
const seconds = (performance.now() - started) / 1000;
workerOutput({ events, after, perSecond: Math.round(events / seconds) });
