import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addCheckpointBody,
  appendEntries,
  consistencyProof,
  edgeTiles,
  emptyEdge,
  entryOf,
  openCheckpoint,
  parseCheckpoint,
  parseVkey,
  signCheckpoint,
  tilePath,
  treeRoot,
  vkeyText,
  withSignatures,
} from '@app/proof';
import { nodeCrypto, sha256, sha256OfText, signerOf, skeyOf } from '@app/proof/node';
import { temporaryFolder } from '../support/process.js';
import { startWitness } from '../support/witness.js';

const signer = signerOf(skeyOf({ name: 'log.example/a', seed: new Uint8Array(32).fill(7) }));
const other = signerOf(skeyOf({ name: 'log.example/a', seed: new Uint8Array(32).fill(8) }));
const vkey = vkeyText(signer.vkey);

/** A log of so many entries; its history is told by a word. */
const logOf = (word: string) => {
  const entries = Array.from({ length: 600 }, (_, at) => entryOf(sha256OfText(`${word} ${at}`)));
  const { edge, full } = appendEntries(emptyEdge, entries, sha256);
  const tiles = new Map(
    [...full, ...edgeTiles(edge)].map(({ tile, data }) => [tilePath({ ...tile, width: 256 }), data]),
  );
  const read = async (asked: Parameters<Parameters<typeof treeRoot>[1]>[0]) =>
    asked.map((tile) => tiles.get(tilePath({ ...tile, width: 256 })) ?? new Uint8Array());
  const note = async (size: number, by = signer, origin = 'log.example/a') =>
    signCheckpoint({ origin, size, root: await treeRoot(size, read, sha256) }, by);
  const body = async (oldSize: number, size: number) =>
    addCheckpointBody({
      oldSize,
      proof: await consistencyProof({ oldSize, size }, read, sha256),
      checkpoint: await note(size),
    });
  return { note, body };
};
const log = logOf('one');
const fork = logOf('another');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

type Said = Readonly<{ status: number; type: string | null; text: string }>;

const ask = async (url: string, body: string): Promise<Said> => {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

const monitored = async (url: string): Promise<string> =>
  (await fetch(`${url}/${sha256OfText('log.example/a')}/checkpoint`)).text();

describe('a witness (C2SP tlog-witness)', () => {
  it('cosigns what extends what it knows, and answers everything else by the letter', async () => {
    const witness = await startWitness(folder.path, [vkey]);
    const own = parseVkey((await (await fetch(`${witness.url}/vkey`)).text()).trim(), sha256);
    const first = await ask(witness.url, await log.body(0, 10));
    expect([first.status, first.text]).toEqual([200, expect.stringMatching(/^— witness\.example\/w1 \S+\n$/)]);
    const opened = await openCheckpoint(
      withSignatures(await log.note(10), [first.text]),
      { log: { origin: 'log.example/a', vkeys: [signer.vkey] }, witnesses: [own] },
      nodeCrypto,
    );
    expect(opened.cosignatures.map(({ vkey: by }) => by)).toEqual([own]);
    expect(await ask(witness.url, await log.body(10, 300))).toMatchObject({ status: 200 });
    // the same again is cosigned again, with the time of now
    expect(await ask(witness.url, await log.body(300, 300))).toMatchObject({ status: 200 });

    const size = { status: 409, type: 'text/x.tlog.size', text: '300\n' };
    expect(await ask(witness.url, await log.body(10, 400))).toEqual(size);
    expect(await ask(witness.url, await log.body(0, 5))).toEqual(size);
    expect(await ask(witness.url, await fork.body(300, 400))).toMatchObject({ status: 422 });
    expect(await ask(witness.url, await fork.body(300, 300))).toMatchObject({
      status: 409,
      text: expect.stringContaining('another root'),
    });
    const bare = (checkpoint: string, oldSize = 300) => addCheckpointBody({ oldSize, proof: [], checkpoint });
    expect(await ask(witness.url, bare(await log.note(400, other)))).toMatchObject({ status: 403 });
    expect(await ask(witness.url, bare(await log.note(400, signer, 'log.example/b')))).toMatchObject({ status: 404 });
    expect(await ask(witness.url, bare(await log.note(200), 300))).toMatchObject({ status: 400 });
    expect(await ask(witness.url, 'old 0300\n\nnothing')).toMatchObject({ status: 400 });
    expect(await ask(witness.url, 'x'.repeat(70_000))).toMatchObject({ status: 413 });
    expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${witness.url}//`)).status).toBe(404);
    expect(parseCheckpoint(await monitored(witness.url)).size).toBe(300);
    await witness.stop();
  }, 60_000);

  it('signs no two heads of which one does not extend the other, however many ask at once', async () => {
    const witness = await startWitness(folder.path, [vkey]);
    await ask(witness.url, await log.body(0, 10));
    const bodies = await Promise.all(
      [20, 30, 40, 50].flatMap((size) => [log.body(10, size), fork.body(0, size), log.body(10, size)]),
    );
    const answers = await Promise.all(bodies.map((body) => ask(witness.url, body)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await witness.stop();
  }, 60_000);

  it('knows after a kill at any moment all that it has signed', async () => {
    let size = 1;
    let cosigned = 0;
    for (let round = 0; round < 5; round += 1) {
      const witness = await startWitness(folder.path, [vkey]);
      const asking = (async () => {
        // size by size, until the witness is gone
        for (let known = cosigned; size < 590; known = cosigned) {
          const answer = await ask(witness.url, await log.body(known, size)).catch(() => null);
          if (answer === null) return;
          if (answer.status === 200) {
            cosigned = size;
            size += 1;
          } else cosigned = Number(answer.text);
          if (size <= cosigned) size = cosigned + 1;
        }
      })();
      await after(150 + 70 * round);
      await witness.kill();
      await asking;
    }
    const witness = await startWitness(folder.path, [vkey]);
    const { size: known } = parseCheckpoint(await monitored(witness.url));
    // what was answered is known; of what was asked last the answer may have been lost
    expect(known).toBeGreaterThanOrEqual(cosigned);
    expect(known).toBeLessThanOrEqual(size);
    expect(await ask(witness.url, await fork.body(known, 590))).toMatchObject({ status: 422 });
    expect(await ask(witness.url, await log.body(known, 590))).toMatchObject({ status: 200 });
    await witness.stop();
  }, 90_000);

  it('works alone in its folder, and takes over from one that was killed', async () => {
    const first = await startWitness(folder.path, [vkey]);
    await expect(startWitness(folder.path, [vkey])).rejects.toThrow(/Another witness works in .*: stop it/);
    await first.kill();
    const second = await startWitness(folder.path, [vkey]);
    expect(await second.stop()).toBe(0);
  }, 60_000);

  it('does not begin on a state that it cannot read, nor without knowing for whom', async () => {
    const witness = await startWitness(folder.path, [vkey]);
    await ask(witness.url, await log.body(0, 10));
    await witness.stop();
    const state = `${folder.path}/state.json`;
    await writeFile(state, (await readFile(state, 'utf8')).replace('"size": 10', '"size": 9'));
    await expect(startWitness(folder.path, [vkey])).rejects.toThrow(/cannot be read as what this witness has cosigned/);
    await expect(startWitness(folder.path, [])).rejects.toThrow('Give --log');
    await expect(startWitness(folder.path, [`${vkey}x`])).rejects.toThrow('is no verifier key');
  }, 60_000);
});
