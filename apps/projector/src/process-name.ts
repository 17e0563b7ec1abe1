import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where a process number means the same process: one kernel since its start, and one namespace. A place of its own where that cannot be told. */
const home = ((): string => {
  try {
    const kernel = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    return createHash('sha256')
      .update(`${kernel} ${readlinkSync('/proc/self/ns/pid')}`)
      .digest('hex')
      .slice(0, 12);
  } catch {
    return randomUUID().slice(-12);
  }
})();

const nameOf = (pid: number, since: number): string => `${hostname()}/${pid}/${home}/${since}`;

/** This process, told apart from every other. */
export const processName = nameOf(process.pid, Date.now());

/** Whether a process of this name is known to have ended: it ran here, and does not any more. */
export const hasEnded = (name: string): boolean => {
  const [, pid, itsHome] = name.split('/');
  if (itsHome !== home || name === processName) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Not allowed to signal it: so it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
