import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { fetchByContract } from './contract.js';
import { temporaryFolder } from './process.js';
import type { Sending, System } from './system.js';

/** The files of a bundle as texts, by name: UTF-8, but for PDF, of which a character is a byte. */
export type Files = Readonly<Record<string, string>>;

/** A file of a bundle as it is kept. */
export const bytesOf = (files: Files, name: string): Buffer => Buffer.from(files[name] ?? '', encodingOf(name));

const encodingOf = (name: string): BufferEncoding => (name.endsWith('.pdf') ? 'latin1' : 'utf8');

/** Asks for a bundle below `/audit`. */
export const askForBundle = async (system: System, path: string, sending: Sending = {}): Promise<Response> =>
  fetchByContract(`${system.url()}/api/v1/audit/${path}`, {
    headers: { authorization: `Bearer ${await system.token(sending)}`, ...sending.headers },
  });

/** The files of a bundle. Throws where the answer is none. */
export const filesOf = async (response: Response): Promise<Files> => {
  if (response.status !== 200) throw new Error(`no bundle: ${response.status} ${await response.text()}`);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString(encodingOf(name))]),
  );
};

/** The files with sums that fit again, as somebody would make them who changed one. */
export const summedAgain = (files: Files): Files => {
  const names = Object.keys(files).filter((name) => name !== 'SHA256SUMS');
  const sums = names.map(
    (name) =>
      `${createHash('sha256')
        .update(files[name] ?? '', encodingOf(name))
        .digest('hex')}  ${name}\n`,
  );
  return { ...files, SHA256SUMS: sums.join('') };
};

/** Unpacks files to an empty folder and runs a verifier there, the bundle's own where absent, with nothing but Node. */
export const verify = async (
  files: Files,
  args: readonly string[] = [],
  verifier?: string,
): Promise<Readonly<{ code: number | null; said: string }>> => {
  const [folder, tools] = await Promise.all([temporaryFolder(), temporaryFolder()]);
  try {
    for (const name of Object.keys(files)) {
      await mkdir(dirname(join(folder.path, name)), { recursive: true });
      await writeFile(join(folder.path, name), bytesOf(files, name));
    }
    const program = verifier === undefined ? join(folder.path, 'verify.mjs') : join(tools.path, 'verify.mjs');
    if (verifier !== undefined) await writeFile(program, verifier);
    const run = spawn(process.execPath, [program, folder.path, ...args], { cwd: tools.path, env: {} });
    const ended = once(run, 'close');
    const [out, err, [code]] = await Promise.all([text(run.stdout), text(run.stderr), ended]);
    return { code, said: out + err };
  } finally {
    await Promise.all([folder.remove(), tools.remove()]);
  }
};
