import { startProcess, type RunningProcess } from './process.js';

/** Starts a witness on a folder for the logs of these vkeys; port 0 means any free one. */
export const startWitness = (folder: string, logs: readonly string[], port = 0): Promise<RunningProcess> =>
  startProcess('dist/apps/witness/src/main.js', [
    '--name',
    'witness.example/w1',
    '--folder',
    folder,
    '--port',
    String(port),
    ...logs.flatMap((log) => ['--log', log]),
  ]);

/** What `WITNESSES` of the log says of a running witness. */
export const witnessSetting = async ({ url }: RunningProcess): Promise<string> =>
  `${url} ${(await (await fetch(`${url}/vkey`)).text()).trim()} ${url}`;
