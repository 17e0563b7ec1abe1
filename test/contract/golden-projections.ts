import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from '@app/event-store';
import { canonicalJson } from '@app/proof';
import { collectionOf, isJoin, refold, type Join, type Projection } from '@app/read-models';

/** Digests of what a version of a projection makes of recorded streams: for each stream, for each document or row by its id. */
export type Golden = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a projection makes of streams today. */
export const goldenOf = (projection: Projection, events: readonly Recorded[]): Golden => {
  if (isJoin(projection)) return goldenOfJoin(projection, events);
  const streams = [...new Set(events.map(({ stream }) => stream))].filter((stream) => isFollowed(projection, stream));
  return Object.fromEntries(
    streams.map((stream) => {
      const { documents, rows } = refold(
        projection,
        events.filter((event) => event.stream === stream),
      );
      return [stream, Object.fromEntries([...documents, ...rows].map(idAndDigest))];
    }),
  );
};

/** Each document of a join under its own stream, made of that and of those that it joins. */
const goldenOfJoin = (made: Join, events: readonly Recorded[]): Golden =>
  Object.fromEntries(
    refold(made, events)
      .documents.map(idAndDigest)
      .map(([id, digest]) => [`${made.own}${id}`, { [id]: digest }]),
  );

const isFollowed = ({ streams }: Projection, stream: string): boolean =>
  streams.some((prefix) => stream.startsWith(prefix));

/** What is undefined is not stored. */
const idAndDigest = (kept: Readonly<{ _id: string }>): readonly [string, string] => {
  const { _id: id } = kept;
  const json = canonicalJson(JSON.parse(JSON.stringify(kept)));
  return [id, createHash('sha256').update(json).digest('hex').slice(0, 16)];
};

/** What was recorded of this version of a projection; nothing where it is new. */
export const recordedOf = (folder: string, projection: Projection): Golden => {
  const file = fileOf(folder, projection);
  // Files of this folder are written by `record`.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Golden) : {};
};

/** Records what this version makes of streams that are not recorded yet. What is recorded stays as it is. */
export const record = (folder: string, projection: Projection, made: Golden): void => {
  const all = { ...made, ...recordedOf(folder, projection) };
  writeFileSync(fileOf(folder, projection), `${JSON.stringify(all, null, 2)}\n`);
};

const fileOf = (folder: string, projection: Projection): string => join(folder, `${collectionOf(projection)}.json`);

/** What is to be done about a projection, in a sentence; null where it makes what was recorded. */
export const complaintAbout = ({ name, version }: Projection, made: Golden, recorded: Golden): string | null => {
  const changed = Object.entries(recorded).flatMap(([stream, digests]) => changedIds(digests, made[stream] ?? {}));
  if (changed.length > 0)
    return `${name} makes something else of the golden streams than its version ${version} did (${changed.join(', ')}): documents that are stored already would stay as they were. Give it version ${version + 1}, which fills a new collection, and record that in the place of the old one: remove ${name}-v${version}.json and call ${howToRecord}`;
  const missing = Object.keys(made).filter((stream) => recorded[stream] === undefined);
  if (missing.length === 0) return null;
  return `what version ${version} of ${name} makes of ${missing.join(', ')} is not recorded yet: call ${howToRecord}`;
};

const howToRecord = 'RECORD_PROJECTIONS=true npm run -s jest -- test/contract/projections';

const changedIds = (one: Golden[string], other: Golden[string]): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((id) => one[id] !== other[id]);
