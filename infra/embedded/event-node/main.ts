import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { makeFolder } from '../folder.js';
import { lockFolder } from './folder-lock.js';
import { EventLog } from './log/event-log.js';
import { readOptions, type Options } from './options.js';
import { address, serve, type RunningServer } from './server.js';
import { writeSystemEvents } from './system-events.js';

// What goes wrong is said once, below; the library would say it again in its own words.
setLogVerbosity(logVerbosity.NONE);

/** Starts the node: opens the folder, listens, says so, and stops when asked to. */
const main = async (): Promise<void> => {
  const { folder, port } = readOptions(process.argv.slice(2));
  prepareFolder(folder);
  const unlock = lockFolder(folder);
  process.once('exit', unlock);
  const log = new EventLog(folder, (error) => giveUp(folder, error));
  await writeSystemEvents(log);
  const server = await listen(log, { folder, port });
  stopWhenAsked(server);
  process.stdout.write(`${JSON.stringify({ ready: { url: `esdb://${address}:${server.port}?tls=false` } })}\n`);
};

const prepareFolder = (folder: string): void => {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new Error(`The folder ${folder} cannot be made (${messageOf(error)}). Name another one with --data.`, {
      cause: error,
    });
  }
};

const listen = async (log: EventLog, { port }: Options): Promise<RunningServer> => {
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
const giveUp = (folder: string, error: unknown): never => {
  process.stderr.write(
    `The event log in ${folder} cannot be written any more (${messageOf(error)}), so the event node stops. ` +
      `Nothing that was confirmed is lost. See that the disk has room and is in order, then start again.\n`,
  );
  process.exit(1);
};

/** A signal stops the node, and so does the end of the process that started it. */
const stopWhenAsked = (server: RunningServer): void => {
  let asked = false;
  const stop = (): void => {
    if (asked) return;
    asked = true;
    void server.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.once('disconnect', stop);
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
});
