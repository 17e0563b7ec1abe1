import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { zipSync, strToU8 } from 'fflate';
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
import { sheetHtml } from './sheet/sheet-html.js';
import type { Sheet } from './sheet/sheet.js';

/** The ZIP of a bundle: the same evidence gives the same bytes. It is held in memory, as the streams that it is made of are. */
export const bundleZip = async (
  evidence: readonly Evidence[],
  { checkpoint, log, witnesses }: Proofs,
  { view, sheet, pdf }: Readonly<{ view: BundleView; sheet: Sheet; pdf: Uint8Array }>,
): Promise<Buffer> => {
  const texts: Readonly<Record<string, string>> = {
    [bundleFiles.page]: sheetHtml(sheet),
    [bundleFiles.events]: eventsText(evidence.map(({ event }) => bundled(event, view))),
    [bundleFiles.disclosures]: disclosuresText(evidence.flatMap((one) => disclosed(one, view))),
    [bundleFiles.checkpoint]: checkpoint,
    [bundleFiles.keys]: keysText({ log, witnesses }),
    [bundleFiles.verifier]: await built(bundleFiles.verifier),
    [bundleFiles.verifierPage]: await built(bundleFiles.verifierPage),
    ...Object.fromEntries(evidence.map(({ proof }, index) => [bundleFiles.proofOf(index + 1), proof])),
  };
  const files: Readonly<Record<string, Uint8Array>> = {
    [bundleFiles.sheet]: pdf,
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
  };
  const sums = sumsText(Object.entries(files).map(([name, bytes]) => ({ name, hex: sha256(bytes) })));
  const zipped = zipSync({ ...files, [bundleFiles.sums]: strToU8(sums) }, { mtime: sheet.madeAt });
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

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A verifier as the build made it of libs/proof. */
const built = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../../../verifier/${name}`, import.meta.url)), 'utf8');
