import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventSchemas } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { collectionOf, projections, type Projection } from '@app/read-models';
import { temporaryFolder } from '../support/process.js';
import { complaintAbout, goldenOf, record, recordedOf } from './golden-projections.js';
import { decodedStreams, sampleNames } from './golden-streams.js';

const folderOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const [streams, golden] = [folderOf('streams'), folderOf('projections')];

/** The tills were invented; nothing is projected of them. */
const samples = sampleNames(streams).filter((name) => name !== 'till-1');

let events: readonly Recorded[];
beforeAll(async () => {
  const decoded = await Promise.all(samples.map((name) => decodedStreams(streams, name, eventSchemas)));
  events = decoded.flatMap((sample) => sample.decoded);
  if (process.env['RECORD_PROJECTIONS'] === 'true')
    for (const projection of projections) record(golden, projection, goldenOf(projection, events));
});

const named = projections.map((projection): [string, Projection] => [collectionOf(projection), projection]);

describe('a version of a projection', () => {
  it.each(named)('makes for ever the same of the golden streams: %s', (_, projection) => {
    const made = goldenOf(projection, events);
    expect(Object.values(made).flatMap(Object.keys)).not.toEqual([]);
    expect(complaintAbout(projection, made, recordedOf(golden, projection))).toBeNull();
  });

  it('is recorded as long as it is made', () => {
    const files = named.map(([collection]) => `${collection}.json`);
    // Another one is of a version that there is no more: remove it.
    expect(readdirSync(golden).toSorted()).toEqual(files.toSorted());
  });
});

describe('a projection that makes something else', () => {
  const timeline = { ...projections.find(({ name }) => name === 'timeline')!, version: 2 };
  const made = { 'case-1': { c1: 'a', c2: 'b' } };

  it('is told what to do: to take a new version', () => {
    expect(complaintAbout(timeline, { 'case-1': { c1: 'a', c2: 'x', c3: 'new' } }, made)).toMatch(
      /^timeline makes something else .* \(c2, c3\).* Give it version 3, .* remove timeline-v2\.json and call RECORD_PROJECTIONS=true npm/,
    );
  });

  it('is told to record streams that are new', () => {
    expect(complaintAbout(timeline, { ...made, 'case-2': {} }, made)).toMatch(
      /^what version 2 of timeline makes of case-2 is/,
    );
  });

  it('is never recorded over what it made before', async () => {
    const folder = await temporaryFolder();
    record(folder.path, timeline, made);
    record(folder.path, timeline, { 'case-1': { c1: 'other' }, 'case-2': {} });
    expect(recordedOf(folder.path, timeline)).toEqual({ ...made, 'case-2': {} });
    await folder.remove();
  });
});
