import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** Git ignores it. */
export const folder = '.fuzz';

const version = '4.32.5';
const environment = `${folder}/schemathesis-${version}`;
const program = `${environment}/bin/st`;

/** Schemathesis cannot be had on this machine; the message says why, and what to do. */
export class NotToBeHad extends Error {
  override readonly name = 'NotToBeHad';
}

/** Installs Schemathesis into a virtual environment of its own, once. Throws `NotToBeHad`. */
export const installSchemathesis = (): void => {
  if (existsSync(program) && spawnSync(program, ['--version']).status === 0) return;
  mkdirSync(folder, { recursive: true });
  mustRun('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))'], 'install Python 3.10 or later');
  mustRun('python3', ['-m', 'venv', '--clear', environment], "install Python's venv (Debian: python3-venv)");
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`];
  mustRun(`${environment}/bin/python`, pip, 'see that pip reaches a package index');
};

const mustRun = (command: string, args: readonly string[], remedy: string): void => {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (!error && status === 0) return;
  const said = (error?.message ?? stderr).trim().split('\n').at(-1) || `it ended with ${status}`;
  throw new NotToBeHad(`${command} ${args.slice(0, 2).join(' ')} failed (${said}): ${remedy}`);
};

export type Run = Readonly<{
  /** What of the contract to look at. */
  operationIds: readonly string[];
  config: string;
  url: string;
  token: string;
  seconds: number;
  /** The same requests in every run. */
  seed?: number | undefined;
}>;

/** What Schemathesis said, in words and with a curl line for each thing it found; `clean` where it found nothing. */
export type Told = Readonly<{ clean: boolean; text: string }>;

/** Sends requests made from a contract, for so many seconds. */
export const runSchemathesis = async ({ operationIds, config, url, token, seconds, seed }: Run): Promise<Told> => {
  const named: Readonly<Record<string, string>> = {
    'max-time': String(seconds),
    header: `Authorization: Bearer ${token}`,
    'generation-database': 'none',
    ...(seed !== undefined && { seed: String(seed) }),
  };
  const options = Object.entries(named).flatMap(([name, value]) => [`--${name}`, value]);
  const only = operationIds.flatMap((id) => ['--include-operation-id', id]);
  const args = ['--config-file', config, 'run', `${url}/api/v1/openapi.json`, '--no-color', ...options, ...only];
  const hooks = { SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: 'test/fuzz', PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...hooks } });
  const ended = once(child, 'close');
  const [out, problems, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { clean: code === 0, text: out + problems };
};
