import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A child process of this repository that has said it is ready. */
export type RunningProcess = Readonly<{
  url: string;
  child: ChildProcess;
  /** Kills at once (SIGKILL) and waits for the end. */
  kill: () => Promise<void>;
  /** Asks to stop (SIGTERM) and waits for the end; answers the exit code. */
  stop: () => Promise<number | null>;
}>;

/** A new empty folder, and how to remove it. */
export const temporaryFolder = async (): Promise<{ path: string; remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'shanyraq-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

/**
 * Starts a built entry (`dist/...`) and waits for its line `{"ready":{"url":…}}` on standard output; `onWaiting` is told what the entry
 * says that it waits for. Throws with the entry's own words where it ends first.
 */
export const startProcess = async (
  entry: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  onWaiting: (sentence: string) => void = () => undefined,
): Promise<RunningProcess> => {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const url = await new Promise<string>((resolve, reject) => {
    if (!child.stdout) throw new Error('no standard output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { ready, waiting } = lineOf(line);
      if (waiting !== undefined) onWaiting(waiting);
      if (ready !== undefined) resolve(ready.url);
    });
    child.once('exit', (code) => reject(new Error(`${entry} ended with ${code} before it was ready: ${said}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode;
  };
  return {
    url,
    child,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
};

type Line = Readonly<{ ready?: { url: string }; waiting?: string }>;

const lineOf = (line: string): Line =>
  // Such a line is this repository's own, checked by its first characters.
  /^\{"(ready|waiting)"/.test(line) ? (JSON.parse(line) as Line) : {};
