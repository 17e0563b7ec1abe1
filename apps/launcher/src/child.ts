import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CannotRun } from './cannot-run.js';
import type { Log } from './logs.js';

/** What it takes to start one process of the system. */
export type ChildPlan = Readonly<{
  /** What people call it: `event store`. */
  name: string;
  /** Built entry, relative to `dist`. */
  entry: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  log: Log;
}>;

/** How a process ended, in words: `exit code 1`, `SIGKILL`. */
export type Ending = Readonly<{ how: string; lastWords: string }>;

/** A process that has said it is ready. */
export type Child = Readonly<{
  url: string;
  ended: Promise<Ending>;
  /** Asks to stop (SIGTERM), kills after the grace; resolves once it is gone. */
  stop: (graceMs?: number) => Promise<void>;
}>;

const readyWithinMs = 30_000;
const dist = new URL('../../../', import.meta.url);

/**
 * Starts a process and waits for its line `{"ready":{"url":…}}`. It lives in a process group of its own, so that Ctrl-C
 * reaches the launcher alone and the order of stopping is the launcher's; it ends by itself when the launcher is gone.
 * Throws `CannotRun` with its own last words where it ends first, or is not ready in time, or the signal is aborted.
 */
export const startChild = async (plan: ChildPlan, signal: AbortSignal): Promise<Child> => {
  signal.throwIfAborted();
  const words = plan.log.mark();
  const child = fork(fileURLToPath(new URL(plan.entry, dist)), plan.args, {
    env: plan.env,
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'pipe', plan.log.target, 'ipc'],
  });
  const ended = endOf(child, words);
  const stop = stopper(child, ended);
  try {
    const url = await Promise.race([readyLine(child), failure(plan, ended, signal)]);
    return { url, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const endOf = (child: ChildProcess, words: () => string): Promise<Ending> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve({ how: error.message, lastWords: words() }));
    child.once('close', (code, signal) => resolve({ how: signal ?? `exit code ${code}`, lastWords: words() }));
  });

const readyLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = readyUrl(line);
      if (url !== null) resolve(url);
    });
  });

const readyUrl = (line: string): string | null => {
  if (!line.startsWith('{"ready"')) return null;
  // The line is this repository's own, checked by its first characters.
  return (JSON.parse(line) as { ready: { url: string } }).ready.url;
};

const failure = async (plan: ChildPlan, ended: Promise<Ending>, signal: AbortSignal): Promise<never> => {
  const late = AbortSignal.timeout(readyWithinMs);
  const ending = await Promise.race([ended, aborted(AbortSignal.any([late, signal]))]);
  signal.throwIfAborted();
  if (ending === null)
    throw new CannotRun(`The ${plan.name} was not ready within ${readyWithinMs / 1000} s; its log says why.`);
  throw new CannotRun(ending.lastWords || `The ${plan.name} ended before it was ready (${ending.how}).`);
};

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));

const stopper =
  (child: ChildProcess, ended: Promise<Ending>) =>
  async (graceMs = 10_000): Promise<void> => {
    const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(force);
  };
