import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** What the launcher says once everything is ready. */
export type Ready = Readonly<{ url: string; projectorUrl: string; eventStoreUrl: string; mongoUrl: string }>;

/** A launcher under test. */
export type Launched = Readonly<{
  child: ChildProcess;
  /** Everything it has written so far. */
  stdout: () => string;
  stderr: () => string;
  /** Resolves with what it says once everything is ready; fails with its own words where it ends first. */
  isReady: Promise<Ready>;
  /** Resolves once a line on standard error has these words. */
  hears: (words: string) => Promise<void>;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  /** SIGTERM, and its end. */
  stop: () => Promise<number | null>;
}>;

/** A launcher that is ready. */
export type ReadyLaunched = Launched & Readonly<{ ready: Ready }>;

const built = [process.execPath, 'dist/apps/launcher/src/main.js'] as const;

/** Starts the built launcher on a data folder, on ports that nobody uses; `env` overrides. */
export const launch = (
  data: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  [program, ...before]: readonly [string, ...string[]] = built,
): Launched => {
  const child = spawn(program, [...before, ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      CI: 'true',
      PORT: '0',
      SHANYRAQ_DATA: data,
      EVENTSTORE_URL: '',
      MONGODB_URL: '',
      OIDC_ISSUER: '',
      OIDC_AUDIENCE: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let out = '';
  let err = '';
  const listeners = new Set<() => void>();
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
    for (const listener of listeners) listener();
  });
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  const hears = (words: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!err.includes(words)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
      void ended.then((code) =>
        reject(new Error(`the launcher ended with ${code} and never said "${words}", but: ${err}`)),
      );
    });
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  const isReady = new Promise<Ready>((resolve, reject) => {
    if (child.stdout === null) throw new Error('no standard output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      // The launcher's own line, known by its first characters.
      if (line.startsWith('{"ready"')) resolve((JSON.parse(line) as { ready: Ready }).ready);
    });
    void ended.then((code) => reject(new Error(`the launcher ended with ${code}: ${err}`)));
  });
  isReady.catch(() => undefined);
  return { child, stdout: () => out, stderr: () => err, isReady, hears, ended, stop };
};

/** Starts it and waits until everything is ready. Throws with its own words where it ends first. */
export const launchReady = async (
  data: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<ReadyLaunched> => {
  const launched = launch(data, args, env);
  return { ...launched, ready: await launched.isReady };
};

/** The token of a role from what the launcher printed. */
export const tokenOf = ({ stdout }: Launched, role: string): string =>
  new RegExp(`^ +${role} +(\\S+)$`, 'm').exec(stdout())?.[1] ?? '';

/** The processes whose command line names a text, by number: from /proc, so on Linux. */
export const processesNaming = (text: string): readonly { pid: number; command: string }[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), command: commandLine(pid) }))
    .filter(({ command }) => command.includes(text));

/** The processes that a process has started and that still run. */
export const childrenOf = (parent: number): readonly { pid: number; command: string }[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map((pid) => ({ pid: Number(pid), command: commandLine(pid) }));

/** Resolves once none of these processes runs any more; throws after 15 s. */
export const gone = async (processes: readonly { pid: number }[]): Promise<void> => {
  const deadline = Date.now() + 15_000;
  const running = (): readonly { pid: number }[] => processes.filter(({ pid }) => commandLine(String(pid)) !== '');
  while (running().length > 0) {
    if (Date.now() > deadline)
      throw new Error(
        `still running: ${running()
          .map(({ pid }) => pid)
          .join(', ')}`,
      );
    await pause(50);
  }
};

const commandLine = (pid: string): string => textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

const parentOf = (pid: string): number => {
  const stat = textOf(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
