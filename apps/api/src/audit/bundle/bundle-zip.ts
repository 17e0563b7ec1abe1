import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import {
  bundleFiles,
  type BundledDisclosure,
  type BundledEvent,
  disclosuresText,
  eventsText,
  keysText,
  sumsText,
} from '@app/proof';
import type { StoredEvent } from '@app/event-store';
import type { BundleView } from './bundle-view.js';
import type { Evidence, Proofs } from './evidence.js';

/** The ZIP of a bundle: the same evidence gives the same bytes. It is held in memory, as the streams that it is made of are. */
export const bundleZip = async (
  evidence: readonly Evidence[],
  { checkpoint, log, witnesses }: Proofs,
  { view, page, at }: Readonly<{ view: BundleView; page: string; at: string }>,
): Promise<Buffer> => {
  const files: Readonly<Record<string, string>> = {
    [bundleFiles.page]: page,
    [bundleFiles.events]: eventsText(evidence.map(({ event }) => bundled(event, view))),
    [bundleFiles.disclosures]: disclosuresText(evidence.flatMap((one) => disclosed(one, view))),
    [bundleFiles.checkpoint]: checkpoint,
    [bundleFiles.keys]: keysText({ log, witnesses }),
    [bundleFiles.verifier]: await verifier(),
    ...Object.fromEntries(evidence.map(({ proof }, index) => [bundleFiles.proofOf(index + 1), proof])),
  };
  const sums = sumsText(Object.entries(files).map(([name, text]) => ({ name, hex: sha256(text) })));
  const entries = Object.entries({ ...files, [bundleFiles.sums]: sums });
  const zipped = zipSync(Object.fromEntries(entries.map(([name, text]) => [name, Buffer.from(text)])), { mtime: at });
  return Buffer.from(zipped.buffer, zipped.byteOffset, zipped.length);
};

const bundled = (event: StoredEvent, { showsStored }: BundleView): BundledEvent => {
  const { stream, revision, type, data, metadata } = event;
  if (showsStored(event)) return { stream, revision, type, data, metadata };
  const { prevHash, hash } = metadata;
  return { stream, revision, prevHash, hash };
};

const disclosed = ({ event, disclosures }: Evidence, { discloses, showsStored }: BundleView): BundledDisclosure[] =>
  disclosures.flatMap((value) => {
    const { at, disclosure } = value;
    if (disclosure === null || !showsStored(event) || !discloses(event, value)) return [];
    return [{ stream: event.stream, revision: event.revision, at, disclosure }];
  });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The verifier as the build made it of libs/proof. */
const verifier = (): Promise<string> =>
  readFile(fileURLToPath(new URL('../../../../verifier/verify.mjs', import.meta.url)), 'utf8');
