import { caseFigures, collectionOf, connectReadModels } from '@app/read-models';
import { MongoClient, type CommandStartedEvent, type Document } from 'mongodb';
import { earlyPosition, lastPosition, putInPlace } from '../list-documents.js';
import { listsOf, type List } from '../lists.js';
import { summarize } from '../load.js';
import type { FigureTimes, ListPages } from '../pages.js';
import { workerInput, workerOutput } from '../worker.js';

/** How long a page of the lists takes over so many cases, turn by turn with the very find that it sends, by the bare driver. */
type Input = Readonly<{ mongoUrl: string; cases: number; seconds: number }>;

const { mongoUrl, cases, seconds } = workerInput<Input>();
const address = new URL(mongoUrl);
address.pathname = `/shanyraq_bench_test_${process.pid}`;
address.searchParams.set('monitorCommands', 'true');
const readModels = await connectReadModels(address.href);
const { database } = readModels;
const bare = new MongoClient(mongoUrl).db(database.databaseName);

/** The find that a page sends, as the driver saw it. */
const sentBy = async (collection: string, ask: () => Promise<unknown>): Promise<Document> => {
  const sent: Document[] = [];
  const note = ({ command }: CommandStartedEvent): void => {
    if (command['find'] === collection) sent.push(command);
  };
  database.client.on('commandStarted', note);
  await ask();
  database.client.off('commandStarted', note);
  const last = sent.at(-1);
  if (last === undefined) throw new Error(`no find on ${collection} was seen`);
  return last;
};

const milliseconds = async (ask: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await ask();
  return performance.now() - started;
};

/** A few pages into the list, so that a cursor is part of what is measured. */
const cursorWithin = async ({ page }: List): Promise<string | null> => {
  let cursor: string | null = null;
  for (let turn = 0; turn < 3; turn += 1) cursor = (await page(cursor)).nextCursor ?? cursor;
  return cursor;
};

const measure = async (list: List): Promise<ListPages> => {
  const cursor = await cursorWithin(list);
  const ask = () => list.page(cursor);
  const { filter, sort, hint, limit } = await sentBy(list.collection, ask);
  const find = () => bare.collection(list.collection).find(filter).sort(sort).hint(hint).limit(limit).toArray();
  for (let turn = 0; turn < 5; turn += 1) await Promise.all([ask(), find()]);
  const asked: number[] = [];
  const found: number[] = [];
  const until = performance.now() + seconds * 1_000;
  while (asked.length < 20 || performance.now() < until) {
    asked.push(await milliseconds(ask));
    found.push(await milliseconds(find));
  }
  const [ours, theirs] = [summarize(1, asked, seconds, 0), summarize(1, found, seconds, 0)];
  const items = (await ask()).items.length;
  return { name: list.name, items, p50: ours.p50, p95: ours.p95, bareP50: theirs.p50, bareP95: theirs.p95 };
};

/** The quickest of three, in turns, each a whole pass over all cases. */
const measureFigures = async (): Promise<FigureTimes> => {
  const figures = (position: number) => () =>
    readModels.caseFigures.figures({ by: ['office', 'route'], monthOf: 'RECEIPT', position });
  const documents = bare.collection(collectionOf(caseFigures));
  const all = () => documents.find({}, { projection: { changes: 0 }, batchSize: 1_000 }).toArray();
  const turns = { now: figures(lastPosition), past: figures(earlyPosition), bare: all };
  const quickest = { now: Infinity, past: Infinity, bare: Infinity };
  for (const name of ['now', 'past', 'bare', 'now', 'past', 'bare', 'now', 'past', 'bare'] as const) {
    const taken = Math.round(await milliseconds(turns[name])) / 1_000;
    quickest[name] = Math.min(quickest[name], taken);
  }
  return quickest;
};

const begun = performance.now();
const listed = await putInPlace(database, cases);
const fillSeconds = Math.round((performance.now() - begun) / 1_000);
const lists: ListPages[] = [];
for (const list of listsOf(readModels)) lists.push(await measure(list));
const figures = await measureFigures();
await database.dropDatabase();
workerOutput({ cases, ...listed, fillSeconds, lists, figures });
