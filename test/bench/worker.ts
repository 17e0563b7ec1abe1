import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Runs a worker of this folder in a process of its own (the event store's client is one per process) and answers what it printed. */
export const runWorker = async <Input extends object, Output>(name: string, input: Input): Promise<Output> => {
  const child = spawn(process.execPath, [new URL(`./workers/${name}.js`, import.meta.url).pathname], {
    env: { ...process.env, BENCH_INPUT: JSON.stringify(input) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!child.stdout) throw new Error('no standard output');
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the bench worker ${name} ended with ${String(code)}`);
  // Both ends are this folder's own.
  return JSON.parse(output) as Output;
};

/** What the parent asked of this worker. */
export const workerInput = <Input extends object>(): Input =>
  // Both ends are this folder's own.
  JSON.parse(process.env['BENCH_INPUT'] ?? '{}') as Input;

/** Answers the parent and ends. */
export const workerOutput = (output: object): void => {
  process.stdout.write(JSON.stringify(output), () => process.exit(0));
};
