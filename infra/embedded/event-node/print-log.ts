import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { fail } from '../node-process.js';
import { decodeBatch, entryHeaderSize } from './log/batch.js';
import { framesOf } from './log/log-file.js';
import type { PlacedFrame } from './log/recovery.js';
import { frameHeaderSize } from './log/frame.js';

/**
 * Prints the events of a file, or of the file in a folder, in their order: each as the message that a read sends, behind its length (4 bytes,
 * little-endian). With `--stream`, those of one stream. The file is only read. What goes wrong is one sentence on standard error, exit code 1.
 */
const print = async (args: readonly string[]): Promise<void> => {
  const { file, stream } = parseArgs({
    args: [...args],
    options: { file: { type: 'string', default: '' }, stream: { type: 'string' } },
  }).values;
  await pipeline(Readable.from(chunks(logIn(file), stream)), process.stdout);
};

const logIn = (path: string): string => {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'events.log') : path;
  if (!existsSync(file)) throw new Error(`There is no event log ${file}.`);
  return file;
};

/** So many bytes are handed over together, about. */
const together = 256 * 1024;

function* chunks(file: string, stream: string | undefined): Generator<Buffer, void, undefined> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for (const placed of framesOf(file)) {
    for (const message of messagesIn(placed, stream)) {
      const length = Buffer.allocUnsafe(4);
      length.writeUInt32LE(message.length);
      parts.push(length, message);
      bytes += length.length + message.length;
    }
    if (bytes < together) continue;
    yield Buffer.concat(parts, bytes);
    [parts, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(parts, bytes);
}

const messagesIn = ({ frame: { payload }, at }: PlacedFrame, stream: string | undefined): readonly Buffer[] => {
  const batch = decodeBatch(payload, at);
  if (!batch || (stream !== undefined && batch.stream !== stream)) return [];
  return batch.events.map(({ position, type, wireLength }) => {
    const from = position - at - frameHeaderSize + entryHeaderSize + Buffer.byteLength(type);
    return payload.subarray(from, from + wireLength);
  });
};

print(process.argv.slice(2)).catch(fail);
