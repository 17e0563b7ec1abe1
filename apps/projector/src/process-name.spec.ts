import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { hasEnded, processName } from './process-name.js';

/** The name of a process that would have run here. */
const named = (pid: number | undefined): string => {
  const [host, , home] = processName.split('/');
  return `${host}/${pid}/${home}/1700000000000`;
};

describe('a process of the same machine', () => {
  it('is known to have ended when its number is gone, or is another one now', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    expect([hasEnded(named(pid)), hasEnded(named(process.pid))]).toEqual([true, true]);
  });

  it('is not while it runs, and this one never', () => {
    expect([hasEnded(named(process.ppid)), hasEnded(processName)]).toEqual([false, false]);
  });
});

describe('a process of another machine', () => {
  it('is not known to have ended, whatever its number', () => {
    expect(hasEnded(processName.replace(/\/[^/]+\/(\d+)$/, '/another/$1'))).toBe(false);
    expect(hasEnded('somebody')).toBe(false);
  });
});
