import type { StoredEvent } from '@app/event-store';
import { markOf, type Certified, type Mark } from '../engine/verify/certificate.js';
import { certifyMarks } from '../engine/verify/certify.js';
import { contentsOf, lookAtEach, sampleOf, type Look } from '../engine/verify/contents.js';
import { differences } from '../engine/verify/differences.js';
import type { OnProgress } from '../engine/verify/log-until.js';
import { keepVerification, type Verification, type Verifying } from '../engine/verify/verification.js';
import { loadMark, trails, trailsOf, type StoredTrail } from './stored-trails.js';
import { readHistories, trailDocument } from './trail-document.js';

/**
 * Counts what the trails say that they hold against the log, makes all of them (or `sample`) anew as of their own positions, and
 * keeps what came of it. An event of a case counts once for each complaint about it. Writes to no trail. Throws where a store is
 * away, and when aborted.
 */
export const verifyTrails = async (
  verifying: Verifying,
  sample: number | null,
  onProgress?: OnProgress,
): Promise<Verification> => {
  const { signal, now } = verifying;
  const startedAt = now();
  const { certificate, documents } = await certifyTrails(verifying, (share) => onProgress?.(share / 2));
  const chosen = { documents: sampleOf(documents, sample, Date.parse(startedAt)), of: documents.length };
  const look: Look = ({ id }) => pathsOf(verifying, id);
  const differing = await lookAtEach(look, chosen.documents, signal, (share) => onProgress?.(0.5 + share / 2));
  return keepVerification(verifying, trails, { startedAt, certificate, contents: contentsOf(chosen, differing) });
};

const certifyTrails = async (verifying: Verifying, onProgress: OnProgress): Promise<Certified> => {
  const position = (await loadMark(verifying.database))?.position ?? null;
  const marks = new Map<string, Mark>();
  const about = new Map<string, Mark[]>();
  const found = trailsOf(verifying.database).find({}, { projection: { caseId: 1, position: 1, tally: 1 } });
  for await (const { _id, caseId, ...document } of found) {
    const mark = markOf(document);
    marks.set(_id, mark);
    about.set(caseId, [...(about.get(caseId) ?? []), mark]);
  }
  const followers = ({ stream }: StoredEvent) =>
    stream.startsWith(ofComplaints)
      ? [marks.get(stream.slice(ofComplaints.length))]
      : (about.get(stream.slice(ofCases.length)) ?? []);
  return certifyMarks(verifying, { prefixes: [ofComplaints, ofCases], position, marks, followers }, onProgress);
};

const ofComplaints = 'complaint-';
const ofCases = 'case-';

/** Where a trail is not what the log gives up to its position. */
const pathsOf = async ({ database, readStream }: Verifying, complaintId: string): Promise<readonly string[]> => {
  const stored = await trailsOf(database).findOne({ _id: complaintId });
  if (!stored) return ['/'];
  return differences(stored, await madeAnew(readStream, stored));
};

const madeAnew = async (
  readStream: Verifying['readStream'],
  { complaintId, position }: StoredTrail,
): Promise<StoredTrail | null> =>
  trailDocument(complaintId, await readHistories(readStream, complaintId), position).document;
