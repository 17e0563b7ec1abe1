/** The types under `npm run dev`: checked beside the system, and told where they are wrong. */
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';

/** Checks all types of the project on request, one check at a time: a newer one takes the place of one that runs. */
export const typeChecks = (root, say) => {
  const args = ['--noEmit', '--incremental', '--tsBuildInfoFile', 'dist/.types.tsbuildinfo'];
  let running = null;
  let wereWrong = false;

  const stop = () => {
    if (running !== null) process.kill(-running.pid, 'SIGKILL');
    running = null;
  };

  const check = () => {
    stop();
    // In a group of its own: it starts the compiler as another process.
    const child = spawn(process.execPath, [join(root, 'node_modules/typescript/lib/tsc.js'), ...args], {
      cwd: root,
      detached: true,
    });
    running = child;
    setPriority(child.pid, 19);
    let problems = '';
    child.stdout.on('data', (text) => (problems += text));
    child.on('close', () => {
      if (running !== child) return;
      running = null;
      if (problems !== '') say(problems.trim());
      else if (wereWrong) say('The types are right again.');
      wereWrong = problems !== '';
    });
  };
  return { check, stop };
};
