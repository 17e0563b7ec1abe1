import { randomUUID } from 'node:crypto';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { makeFolder } from '../folder.js';
import { fail, messageOf, runNode } from '../node-process.js';
import { lockFolder } from './folder-lock.js';
import { EventLog } from './log/event-log.js';
import { address, serve, type RunningServer } from './server.js';

// What goes wrong is said once, below; the library would say it again in its own words.
setLogVerbosity(logVerbosity.NONE);

const prepareFolder = (folder: string): void => {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new Error(`The folder ${folder} cannot be made (${messageOf(error)}). Name another one with --data.`, {
      cause: error,
    });
  }
};

/** A fresh log of the real server is not empty: whoever reads `$all` without a filter meets system events there, and so here. */
const writeSystemEvents = async (log: EventLog): Promise<void> => {
  if (log.index.size > 0) return;
  const content = { type: '$metadata', json: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) };
  await log.append({ stream: '$$$scavenges', expected: -1, events: [{ id: randomUUID(), ...content }] });
};

const listen = async (log: EventLog, port: number): Promise<RunningServer> => {
  try {
    return await serve(log, port);
  } catch (error) {
    // The library wraps what the system said in brackets.
    const reason = /\[(.*)\]/.exec(messageOf(error))?.[1] ?? messageOf(error);
    throw new Error(
      `The event node cannot listen on ${address}:${port} (${reason}). ` +
        `Stop what uses the port, or name another one with --port.`,
      { cause: error },
    );
  }
};

/** A write that failed leaves it open what is on the disk: only a new start, which looks, may go on. */
const giveUp = (folder: string, error: unknown): never =>
  fail(
    `The event log in ${folder} cannot be written any more (${messageOf(error)}), so the event node stops. ` +
      `Nothing that was confirmed is lost. See that the disk has room and is in order, then start again.`,
  );

runNode(async ({ folder, port: wanted }) => {
  prepareFolder(folder);
  const unlock = lockFolder(folder);
  process.once('exit', unlock);
  const log = new EventLog(folder, (error) => giveUp(folder, error));
  await writeSystemEvents(log);
  const { port, stop } = await listen(log, wanted);
  return { url: `esdb://${address}:${port}?tls=false`, stop };
});
