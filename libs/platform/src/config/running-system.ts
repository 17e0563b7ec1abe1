import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, type Config } from './config.js';

/** The settings of a running system by the names of their variables; null or absent where one is not set. */
export type RunningSettings = Readonly<Record<(typeof told)[number], string | null>> &
  Readonly<Partial<Record<(typeof toldAsSet)[number], string | null>>>;

const told = [
  'HOST',
  'PORT',
  'EVENTSTORE_URL',
  'MONGODB_URL',
  'OIDC_ISSUER',
  'OIDC_AUDIENCE',
  'MASTER_KEY_FILE',
  'OFFICES_FILE',
  'DECREE_PARAMETERS_FILE',
] as const;

/** Told as they were set. */
export const toldAsSet = [
  'OIDC_CLIENT_ID',
  'ACCESS_PURPOSES',
  'RULEBOOK_2021_FROM',
  'LATER_EDITION_FROM',
  'DEMONSTRATE_2021_RULEBOOK',
  'ACCEPT_FOREIGNER_IIN',
  'COMPLAINT_REGISTRATION_OWED',
  'REFUSE_CHAIR_AS_SECRETARY',
  'EDS_LATE_AFTER_DAYS',
  'RETENTION_YEARS',
  'STATE_REGISTERS_URL',
  'MONITORING_SYSTEM_URL',
  'LOG_LEVEL',
  'PROJECTOR_PORT',
  'CLAIM_GRACE_SECONDS',
  'RECONCILE_SECONDS',
  'WATCH_SECONDS',
  'REBUILT_KEPT_SECONDS',
  'PROOF_LOG_ORIGIN',
  'PROOF_KEY_FILE',
  'PROOF_HEAD_SECONDS',
  'PROOF_LOG_PUBLIC',
  'WITNESSES',
] as const;

/**
 * Tells commands in other terminals what this process runs on a data folder. Addresses may hold passwords: only the user who started it
 * can read the file (mode 0600), and nobody reads half of it. Throws what the system says of the folder.
 */
export const tellRunningSystem = (dataFolder: string, settings: RunningSettings): void => {
  const file = fileIn(dataFolder);
  const draft = `${file}.${process.pid}`;
  rmSync(draft, { force: true });
  const content: Told = { process: process.pid, started: startOf(process.pid), settings };
  writeFileSync(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
};

/** The system runs no more. */
export const forgetRunningSystem = (dataFolder: string): void => rmSync(fileIn(dataFolder), { force: true });

/** The configuration from `settingsNear`. Throws `ConfigInvalid` naming all that is wrong. */
export const loadConfigNear = (env: NodeJS.ProcessEnv): Config => loadConfig(settingsNear(env));

/**
 * The environment. What it does not set comes from the system that runs on its data folder; a system that has ended adds nothing, and
 * in production nothing is added. Throws `ConfigInvalid` naming all that is wrong.
 */
export const settingsNear = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const config = loadConfig(env);
  const running = config.mode === 'production' ? {} : runningIn(config.dataFolder);
  const set = Object.entries(env).filter(([, value]) => value?.trim());
  return { ...running, ...Object.fromEntries(set) };
};

/** What the file holds: the process, when it was started, and its settings. */
type Told = Readonly<{ process: number; started: string; settings: RunningSettings }>;

const fileIn = (dataFolder: string): string => join(dataFolder, 'running-system.json');

const runningIn = (dataFolder: string): NodeJS.ProcessEnv => {
  const text = textOf(fileIn(dataFolder));
  if (text === null) return {};
  // Written by `tellRunningSystem` and by nobody else.
  const { process: pid, started, settings } = JSON.parse(text) as Told;
  const given = Object.entries(settings).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return isAlive(pid) && startOf(pid) === started ? Object.fromEntries(given) : {};
};

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
};

/** A process that was killed could not take back what it told. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** When a process was started, in its system's words, as the number of one that has ended may be another's by now; empty where the system does not tell. */
export const startOf = (pid: number): string => {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
};

// What Node throws of the system carries a code; asked of its shape, as an error may come from another realm.
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
