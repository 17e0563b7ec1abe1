import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { storedOf, writtenEvent, type WrittenEvent } from '@app/event-store';
import type { VerifyingLog } from '@app/proof-log';
import { OpsProblem } from '../command.js';

/** The node's own program: what its files hold is its to know. */
const program = fileURLToPath(new URL('../../../../infra/embedded/event-node/print-log.js', import.meta.url));

/** The log in the file of an embedded event node, or in a copy of it; a running node is not disturbed. Every call may throw `OpsProblem` `log-unreadable`. */
export const logInFile = (file: string): VerifyingLog['log'] => {
  const never = new AbortController().signal;
  return {
    async *written(after, signal) {
      for await (const events of printed(file, [], signal))
        yield events.filter(({ position }) => position > (after ?? -1));
    },
    async read(stream, fromRevision = 0) {
      const found: WrittenEvent[] = [];
      for await (const events of printed(file, ['--stream', stream], never)) found.push(...events);
      return found.filter(({ revision }) => revision >= fromRevision).map(storedOf);
    },
    // Nothing is known of a copy from another time.
    eventAt: async () => null,
    // About: the file has room behind its last event. It is for progress alone.
    lastPosition: async () => (await stat(file).catch(() => null))?.size ?? null,
  };
};

/** The events of a file as the node's program prints them, many at a time. */
async function* printed(
  file: string,
  options: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly WrittenEvent[], void, undefined> {
  const child = spawn(process.execPath, [program, '--file', file, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const said = text(child.stderr);
  try {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      const { messages, left } = cut(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]));
      rest = left;
      yield messages.map(writtenEvent).filter((event) => event !== null);
    }
    const [code] = (await ended) as [number | null];
    if (code !== 0) throw new OpsProblem('log-unreadable', (await said).trim() || `${file} could not be read.`);
  } finally {
    child.kill();
  }
}

/** Messages, each behind its length, and what is left of one that is not whole yet. */
const cut = (bytes: Buffer): Readonly<{ messages: readonly Buffer[]; left: Buffer }> => {
  const messages: Buffer[] = [];
  let at = 0;
  while (at + 4 <= bytes.length && at + 4 + bytes.readUInt32LE(at) <= bytes.length) {
    const end = at + 4 + bytes.readUInt32LE(at);
    messages.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return { messages, left: bytes.subarray(at) };
};
