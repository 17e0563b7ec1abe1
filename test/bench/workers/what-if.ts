import { dateOf, dayNumberOf, suppose, type CaseEvent, type SupposedDuty } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { caseView, collectionOf, connectReadModels, refold, type Projection } from '@app/read-models';
import { eventsOf, pathTo, registerApplication, submitApplication } from '../../../libs/domain/src/testing/index.js';
import { workerInput, workerOutput } from '../worker.js';

/** What a supposed day off costs to answer for so many open cases: read, derived twice, compared, and written as JSON. */
const { mongoUrl, cases } = workerInput<{ mongoUrl: string; cases: number }>();
const address = new URL(mongoUrl);
address.pathname = `/shanyraq_bench_test_${process.pid}`;
const readModels = await connectReadModels(address.href);

/** Half of them decided on one day, half filed and registered on 200 different days. */
const decided = eventsOf(pathTo('DECIDED'));
const histories = Array.from({ length: 200 }, (_, index): readonly CaseEvent[] => {
  if (index % 2 === 0) return decided;
  const at = `${dateOf(dayNumberOf('2025-03-04') + index)}T10:00:00+05:00`;
  return eventsOf([submitApplication({ at, enteredAt: at }), registerApplication({ at, enteredAt: at })]);
});

const metadata = { recordedAt: '2025-03-03T05:00:00.000Z' };
const recorded = (caseId: string, events: readonly CaseEvent[], first: number): readonly Recorded[] =>
  events.map(
    (event, revision) =>
      // Of the metadata, the case view looks at nothing else.
      ({
        ...event,
        id: `${caseId} ${revision}`,
        stream: `case-${caseId}`,
        revision,
        position: first + revision,
        metadata,
      }) as Recorded,
  );

const collection = readModels.database.collection<{ _id: string }>(collectionOf(caseView));
for (let first = 0; first < cases; first += 500) {
  const log = Array.from({ length: Math.min(500, cases - first) }, (_, index) =>
    recorded(`case${first + index}`, histories[(first + index) % histories.length] ?? [], (first + index) * 100),
  );
  // The table of projections holds them by what they have in common.
  const { documents } = refold(caseView as unknown as Projection, log.flat());
  await collection.insertMany([...documents]);
}

const ask = async (): Promise<Readonly<{ seconds: number; cpuSeconds: number; reading: number; moved: number }>> => {
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const calendarDays = [{ date: '2025-03-27', to: 'OFF', name: 'Supposed' }] as const;
  const supposing = suppose(
    { calendarDays, terms: [], events: [] },
    await readModels.calendars(),
    new Date().toISOString(),
  );
  const changed: (readonly SupposedDuty[])[] = [];
  let supposed = 0;
  for await (const { state } of readModels.cases.openStates(null)) {
    const before = performance.now();
    changed.push(supposing(state));
    supposed += performance.now() - before;
  }
  const answer = JSON.stringify(changed.flat().map(({ derivation: _days, ...change }) => change));
  const total = performance.now() - started;
  const cpu = process.cpuUsage(cpuBefore);
  return {
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    seconds: total / 1000,
    reading: (total - supposed) / 1000,
    moved: answer.length > 2 ? changed.flat().length : 0,
  };
};
const first = await ask();
const second = await ask();
await readModels.database.dropDatabase();
const round = (seconds: number): number => Math.round(seconds * 100) / 100;
workerOutput({
  cases,
  dutiesMoved: second.moved,
  firstSeconds: round(first.seconds),
  seconds: round(second.seconds),
  cpuSeconds: round(second.cpuSeconds),
  readingSeconds: round(second.reading),
});
