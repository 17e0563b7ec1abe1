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
  /** Told, once a start, what the process waits for before it can be ready. */
  say?: (sentence: string) => void;
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

/** A process that is silent for so long will never be ready. */
const readyWithinMs = 30_000;
const dist = new URL('../../../', import.meta.url);

/**
 * Starts a process and waits for its line `{"ready":{"url":…}}`. It lives in a process group of its own, so that Ctrl-C
 * reaches the launcher alone and the order of stopping is the launcher's; it ends by itself when the launcher is gone.
 * A process that waits for a store says so, and is waited for. Throws `CannotRun` with its own last words where it ends first, or
 * is not ready in time, or the signal is aborted.
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
  const silence = silenceOf(readyWithinMs);
  try {
    const url = await Promise.race([readyLine(child, plan, silence), failure(plan, ended, { signal, silence })]);
    return { url, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    silence.end();
  }
};

const endOf = (child: ChildProcess, words: () => string): Promise<Ending> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve({ how: error.message, lastWords: words() }));
    child.once('close', (code, signal) => resolve({ how: signal ?? `exit code ${code}`, lastWords: words() }));
  });

const readyLine = (child: ChildProcess, { name, say }: ChildPlan, silence: Silence): Promise<string> =>
  new Promise((resolve) => {
    if (!child.stdout) return;
    let waits = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { ready, waiting } = lineOf(line);
      if (ready) resolve(ready.url);
      if (!waiting) return;
      silence.broken();
      if (!waits) say?.(`The ${name} cannot begin yet: ${waiting}.`);
      waits = true;
    });
  });

type Line = Readonly<{ ready?: { url: string }; waiting?: string }>;

const lineOf = (line: string): Line =>
  // Such a line is this repository's own, checked by its first characters.
  /^\{"(ready|waiting)"/.test(line) ? (JSON.parse(line) as Line) : {};

/** Aborted when nothing breaks it for so long. */
type Silence = Readonly<{ over: AbortSignal; broken: () => void; end: () => void }>;

const silenceOf = (limitMs: number): Silence => {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limitMs);
  return { over: late.signal, broken: () => timer.refresh(), end: () => clearTimeout(timer) };
};

type Limits = Readonly<{ signal: AbortSignal; silence: Silence }>;

const failure = async (plan: ChildPlan, ended: Promise<Ending>, { signal, silence }: Limits): Promise<never> => {
  const ending = await Promise.race([ended, aborted(AbortSignal.any([silence.over, signal]))]);
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
