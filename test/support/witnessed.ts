import { temporaryFolder, type RunningProcess } from './process.js';
import { startSystem, type System } from './system.js';
import { startWitness, witnessSetting } from './witness.js';

/** A system that signs a head for whatever is new, and a witness that cosigns it; the vkeys of both. */
export type Witnessed = Readonly<{
  system: System;
  key: string;
  witnessKey: string;
  /** Where the witness keeps its state. */
  folder: string;
  /** The witness starts again, at its address, for the logs of these vkeys. */
  restartWitness: (logs: readonly string[]) => Promise<void>;
  stop: () => Promise<void>;
}>;

export const startWitnessed = async (more: NodeJS.ProcessEnv = {}): Promise<Witnessed> => {
  const folder = await temporaryFolder();
  const env = { PROOF_LOG_ORIGIN: 'log.example/shanyraq', PROOF_HEAD_SECONDS: '0', ...more };
  const system = await startSystem({ env });
  await until(async () => (await headsOf(system)).vkey !== null);
  const key: string = (await headsOf(system)).vkey;
  let witness = await startWitness(folder.path, [key]);
  await Promise.all([system.process('projector').stop(), system.process('api').stop()]);
  Object.assign(env, { WITNESSES: await witnessSetting(witness) });
  await Promise.all([system.start('api'), system.start('projector')]);
  const restartWitness = async (logs: readonly string[]): Promise<void> => {
    await witness.stop();
    witness = await startWitness(folder.path, logs, Number(new URL(witness.url).port));
  };
  const stop = async (): Promise<void> => {
    await system.stop();
    await witness.stop();
    await folder.remove();
  };
  return { system, key, witnessKey: await vkeyOf(witness), folder: folder.path, restartWitness, stop };
};

/** The newest head with its cosignatures, as the api tells it. */
export const newestHead = async (system: System) => (await headsOf(system)).items[0];

/** The vkey of a running witness. */
export const vkeyOf = async ({ url }: RunningProcess): Promise<string> =>
  (await (await fetch(`${url}/vkey`)).text()).trim();

/** Resolves once it is so. */
export const until = async (reached: () => Promise<boolean>): Promise<void> => {
  while (!(await reached())) await new Promise((ok) => setTimeout(ok, 100));
};

const headsOf = async (system: System) => (await system.get('/audit/heads', { role: 'auditor', office: null })).body;
