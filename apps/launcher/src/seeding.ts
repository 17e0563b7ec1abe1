import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CannotRun } from './cannot-run.js';

const ops = fileURLToPath(new URL('../../ops/src/main.js', import.meta.url));

/** Where to enter the cases; a seeding of the same moment that was interrupted is gone on with. */
type SeedingRequest = Readonly<{ apiUrl: string; startedAt: string; env: NodeJS.ProcessEnv }>;

/** Enters the sample cases by the command line of this repository (`ops seed`); answers how many. Throws `CannotRun` with its own words. */
export const seedSampleCases = async (
  { apiUrl, startedAt, env }: SeedingRequest,
  signal: AbortSignal,
): Promise<number> => {
  const child = spawn(process.execPath, [ops, 'seed', '--api', apiUrl, '--started-at', startedAt, '--json'], {
    env,
    signal,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let answer = '';
  let complaint = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new CannotRun(`The sample cases could not be entered: ${complaint.trim()}`);
  // The line is this repository's own.
  return (JSON.parse(answer) as { cases: unknown[] }).cases.length;
};

/** Whether the log holds an event of any case: asked of the log itself, as read models may be behind. Throws `StoreUnavailable`. */
export const holdsCases = async (eventStoreUrl: string): Promise<boolean> => {
  // Loaded when it is needed: a start with cases given should not wait for it.
  const { connectEventStore } = await import('@app/event-store');
  const store = connectEventStore(eventStoreUrl);
  const looking = new AbortController();
  try {
    for await (const { kind } of store.follow({ prefixes: ['case-'], after: null, signal: looking.signal })) {
      if (kind === 'event') return true;
      if (kind === 'caught-up') return false;
    }
    return false;
  } finally {
    looking.abort();
    await store.close();
  }
};
