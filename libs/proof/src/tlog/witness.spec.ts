import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../node.js';
import { crypto, log, logSigner, origin, otherSigner, witness } from '../testing/keys.js';
import { entriesTo, MemoryLog } from '../testing/memory-log.js';
import { cosign, openCheckpoint, signCheckpoint } from './checkpoint.js';
import { withSignatures } from './note.js';
import { consistencyProof, treeRoot } from './prove.js';
import {
  type AddCheckpoint,
  addCheckpointAnswer,
  addCheckpointBody,
  judgeAddCheckpoint,
  parseAddCheckpoint,
  parseAddCheckpointAnswer,
  type WitnessedHead,
} from './witness.js';

const malformed = expect.objectContaining({ name: 'Malformed' });
const tree = new MemoryLog();
tree.append(entriesTo(70));

const headAt = async (size: number): Promise<WitnessedHead> => ({
  size,
  root: await treeRoot(size, tree.read, sha256),
});

const requestFor = async (oldSize: number, size: number, signer = logSigner): Promise<AddCheckpoint> => ({
  oldSize,
  proof: await consistencyProof({ oldSize, size }, tree.read, sha256),
  checkpoint: await signCheckpoint({ origin, ...(await headAt(size)) }, signer),
});

/** The status and body of the answer of a witness that last cosigned `head`; 200 stands for accepted. */
const answerTo = async (request: AddCheckpoint | string, head?: WitnessedHead): Promise<[number, string, string?]> => {
  const body = typeof request === 'string' ? request : addCheckpointBody(request);
  const verdict = await judgeAddCheckpoint(body, { logs: [log], headOf: () => head }, crypto);
  if (verdict.kind === 'accepted') return [200, `${verdict.checkpoint.size}`];
  const { status, body: said, contentType } = addCheckpointAnswer(verdict);
  return status === 409 ? [status, said, contentType] : [status, said];
};

describe('what a witness says to add-checkpoint', () => {
  it('accepts a first checkpoint, one that extends what it cosigned, and the same again', async () => {
    expect(await answerTo(await requestFor(0, 5))).toEqual([200, '5']);
    expect(await answerTo(await requestFor(5, 70), await headAt(5))).toEqual([200, '70']);
    expect(await answerTo(await requestFor(64, 70), await headAt(64))).toEqual([200, '70']);
    expect(await answerTo(await requestFor(70, 70), await headAt(70))).toEqual([200, '70']);
    expect(await answerTo(await requestFor(0, 0))).toEqual([200, '0']);
  });

  it('400: a body of another form, or an old size above the new one', async () => {
    const request = await requestFor(5, 70);

    expect((await answerTo('old 5'))[0]).toBe(400);
    expect((await answerTo(addCheckpointBody(request).replace('old 5', 'old 05')))[0]).toBe(400);
    expect(await answerTo({ ...request, oldSize: 71 })).toEqual([400, 'the old size 71 is above the new one 70\n']);
  });

  it('404: an origin that it does not know, whoever signed', async () => {
    const unknown = await signCheckpoint({ origin: 'unknown.example', ...(await headAt(5)) }, logSigner);

    expect(await answerTo({ oldSize: 0, proof: [], checkpoint: unknown })).toEqual([
      404,
      'the origin unknown.example is not known here\n',
    ]);
  });

  it('403: no signature of a key that it trusts for the origin', async () => {
    expect((await answerTo(await requestFor(0, 5, otherSigner)))[0]).toBe(403);
    const forged = addCheckpointBody(await requestFor(0, 5)).replace(`\n5\n`, `\n6\n`);
    expect((await answerTo(forged))[0]).toBe(403);
  });

  it('409 with the size that it knows: another old size', async () => {
    const size = 'text/x.tlog.size';

    expect(await answerTo(await requestFor(0, 70), await headAt(5))).toEqual([409, '5\n', size]);
    expect(await answerTo(await requestFor(6, 70), await headAt(5))).toEqual([409, '5\n', size]);
    expect(await answerTo(await requestFor(5, 70))).toEqual([409, '0\n', size]);
  });

  it('409 without a size: the same size with another root', async () => {
    const other = { size: 70, root: (await headAt(69)).root };

    expect(await answerTo(await requestFor(70, 70), other)).toEqual([
      409,
      'the tree of 70 leaves was cosigned with another root\n',
      'text/plain; charset=utf-8',
    ]);
  });

  it('422: a consistency proof that does not hold, or that is not empty from 0 or at the same size', async () => {
    const request = await requestFor(5, 70);
    const fork = { size: 5, root: (await headAt(6)).root };
    const stray = { proof: request.proof.slice(0, 1) };

    expect((await answerTo(request, fork))[0]).toBe(422);
    expect((await answerTo({ ...request, proof: request.proof.slice(1) }, await headAt(5)))[0]).toBe(422);
    expect((await answerTo({ ...request, proof: [] }, await headAt(5)))[0]).toBe(422);
    expect((await answerTo({ ...(await requestFor(0, 5)), ...stray }))[0]).toBe(422);
    expect((await answerTo({ ...(await requestFor(70, 70)), ...stray }, await headAt(70)))[0]).toBe(422);
  });
});

describe('the body of add-checkpoint', () => {
  it('is read back', async () => {
    const request = await requestFor(5, 70);

    expect(addCheckpointBody(parseAddCheckpoint(addCheckpointBody(request)))).toBe(addCheckpointBody(request));
  });

  it('has at most 63 hashes', async () => {
    const request = await requestFor(0, 5);
    const hashes = (count: number) => ({ ...request, proof: Array.from({ length: count }, () => new Uint8Array(32)) });

    expect(parseAddCheckpoint(addCheckpointBody(hashes(63))).proof).toHaveLength(63);
    expect(() => parseAddCheckpoint(addCheckpointBody(hashes(64)))).toThrow('at most 63 lines');
  });

  it.each([
    ['nothing', () => ''],
    ['no old size', (body: string) => body.replace('old 5\n', '')],
    ['a size with a zero before it', (body: string) => body.replace('old 5', 'old 05')],
    ['a size that is negative', (body: string) => body.replace('old 5', 'old -5')],
    ['two spaces', (body: string) => body.replace('old 5', 'old  5')],
    ['a hash of 31 bytes', (body: string) => body.replace('\n', `\n${Buffer.alloc(31).toString('base64')}\n`)],
    ['no blank line', (body: string) => body.replace('\n\n', '\n')],
    ['carriage returns', (body: string) => body.replaceAll('\n', '\r\n')],
    ['a checkpoint without signatures', (body: string) => body.slice(0, body.indexOf('— '))],
  ])('is none with %s', async (_, alter) => {
    const body = addCheckpointBody(await requestFor(5, 70));

    expect(() => parseAddCheckpoint(alter(body))).toThrow(malformed);
  });
});

describe('the answer of a witness', () => {
  it('is read as it is sent', async () => {
    const request = await requestFor(0, 5);
    const lines = [await cosign(request.checkpoint, witness, 7)];
    const refusal = { kind: 'refused', status: 422, reason: 'the proof does not hold' } as const;
    for (const answer of [{ kind: 'cosigned', lines }, { kind: 'known-size', size: 70 }, refusal] as const) {
      expect(parseAddCheckpointAnswer(addCheckpointAnswer(answer))).toEqual(answer);
    }
    const cosigned = withSignatures(request.checkpoint, lines);
    const opened = await openCheckpoint(cosigned, { log, witnesses: [witness.vkey] }, crypto);
    expect(opened.cosignatures).toEqual([{ vkey: witness.vkey, timestamp: 7 }]);
  });

  it('tells a size by its media type alone', () => {
    const conflict = { status: 409, body: '70\n' };

    expect(parseAddCheckpointAnswer({ ...conflict, contentType: 'text/x.tlog.size; charset=utf-8' })).toEqual({
      kind: 'known-size',
      size: 70,
    });
    expect(parseAddCheckpointAnswer({ ...conflict, contentType: 'text/plain' })).toEqual({
      kind: 'refused',
      status: 409,
      reason: '70',
    });
  });

  it.each([
    ['a 200 without lines', { status: 200, contentType: 'text/plain', body: '' }],
    ['a 200 with words', { status: 200, contentType: 'text/plain', body: 'all is well\n' }],
    ['a size without its newline', { status: 409, contentType: 'text/x.tlog.size', body: '70' }],
    ['a size that is none', { status: 409, contentType: 'text/x.tlog.size', body: '7e1\n' }],
  ])('is refused: %s', (_, answer) => {
    expect(() => parseAddCheckpointAnswer(answer)).toThrow(malformed);
  });
});
