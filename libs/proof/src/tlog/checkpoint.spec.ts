import { webcrypto } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../node.js';
import { crypto, log, logSigner, origin, otherSigner, otherWitness, witness } from '../testing/keys.js';
import { utf8 } from './bytes.js';
import { checkpointText, cosign, openCheckpoint, parseCheckpointText, signCheckpoint } from './checkpoint.js';
import type { Crypto } from './keys.js';
import { withSignatures } from './note.js';

const malformed = expect.objectContaining({ name: 'Malformed' });
const root = sha256(utf8('a root'));
const checkpoint = { origin, size: 5, root };
const text = checkpointText(checkpoint);
const witnesses = [witness.vkey, otherWitness.vkey];

describe('the text of a checkpoint', () => {
  it('is origin, size and root, and extensions where there are any', () => {
    expect(text).toBe(`${origin}\n5\n${Buffer.from(root).toString('base64')}\n`);
    expect(parseCheckpointText(text)).toEqual({ ...checkpoint, root: Uint8Array.from(root) });
    expect(parseCheckpointText(checkpointText({ ...checkpoint, extensions: ['one', 'two'] })).extensions).toEqual([
      'one',
      'two',
    ]);
  });

  it.each([
    ['no origin', text.slice(origin.length)],
    ['no root', text.replace(/\n[^\n]*=\n/, '\n')],
    ['no last newline', text.trimEnd()],
    ['a blank line', `${text}\n`],
    ['an empty extension', `${text}\nmore\n`],
    ['a leading zero', text.replace('\n5\n', '\n05\n')],
    ['a sign', text.replace('\n5\n', '\n+5\n')],
    ['a fraction', text.replace('\n5\n', '\n5.0\n')],
    ['an exponent', text.replace('\n5\n', '\n5e3\n')],
    ['a size of 2^53', text.replace('\n5\n', `\n${2 ** 53}\n`)],
    ['a size of 2^64', text.replace('\n5\n', '\n18446744073709551616\n')],
    ['a root of 31 bytes', text.replace(/\n[^\n]*=\n/, `\n${Buffer.alloc(31).toString('base64')}\n`)],
  ])('is none with %s', (_, wrong) => {
    expect(() => parseCheckpointText(wrong)).toThrow(malformed);
  });

  it.each([
    ['an origin of two lines', { ...checkpoint, origin: 'a\nb' }],
    ['no origin', { ...checkpoint, origin: '' }],
    ['a size that is no whole number', { ...checkpoint, size: 1.5 }],
    ['a size beyond 2^53 - 1', { ...checkpoint, size: 2 ** 53 }],
    ['a root that is no hash', { ...checkpoint, root: root.subarray(1) }],
    ['an empty extension', { ...checkpoint, extensions: [''] }],
  ])('cannot say %s', (_, wrong) => {
    expect(() => checkpointText(wrong)).toThrow(malformed);
  });
});

describe('a signed checkpoint', () => {
  it("opens with the log's key and its origin", async () => {
    const note = await signCheckpoint({ ...checkpoint, size: Number.MAX_SAFE_INTEGER }, logSigner);

    expect((await openCheckpoint(note, { log }, crypto)).checkpoint.size).toBe(Number.MAX_SAFE_INTEGER);
    await expect(openCheckpoint(note, { log: { ...log, origin: 'another' } }, crypto)).rejects.toThrow(
      `the origin is ${origin}, not another`,
    );
    await expect(openCheckpoint(note, { log: { ...log, vkeys: [otherSigner.vkey] } }, crypto)).rejects.toThrow(
      'no known key has signed this note',
    );
  });

  it('is not taken for signed where only a witness has signed', async () => {
    const note = await signCheckpoint(checkpoint, otherSigner);
    const cosigned = withSignatures(note, [await cosign(note, witness, 7)]);

    await expect(openCheckpoint(cosigned, { log, witnesses }, crypto)).rejects.toThrow('no key of the log has signed');
  });
});

describe('a cosigned checkpoint', () => {
  it('opens with WebCrypto as well, which answers later and is all that a browser page has', async () => {
    const webCrypto: Crypto = {
      sha256,
      verifyEd25519: async (publicKey, message, signature) => {
        // The types of WebCrypto refuse bytes in memory that is shared between threads; ours are not.
        const [key, data, made] = [publicKey, message, signature] as Uint8Array<ArrayBuffer>[];
        const imported = await webcrypto.subtle.importKey('raw', key!, 'Ed25519', false, ['verify']);
        return webcrypto.subtle.verify('Ed25519', imported, made!, data!);
      },
    };
    const note = await signCheckpoint(checkpoint, logSigner);
    const cosigned = withSignatures(note, [await cosign(note, witness, 7)]);

    expect(await openCheckpoint(cosigned, { log, witnesses }, webCrypto)).toEqual(
      await openCheckpoint(cosigned, { log, witnesses }, crypto),
    );
    await expect(openCheckpoint(note.replace('\n5\n', '\n6\n'), { log }, webCrypto)).rejects.toThrow(
      `the signature of ${origin} is wrong`,
    );
  });
});

describe('a cosignature', () => {
  it('tells which witness saw the checkpoint, and when', async () => {
    const note = await signCheckpoint({ ...checkpoint, extensions: ['seen, too'] }, logSigner);
    const lines = [await cosign(note, witness, 1_679_315_147), await cosign(note, otherWitness, 0)];
    const cosigned = withSignatures(note, lines);

    expect((await openCheckpoint(cosigned, { log, witnesses }, crypto)).cosignatures).toEqual([
      { vkey: witness.vkey, timestamp: 1_679_315_147 },
      { vkey: otherWitness.vkey, timestamp: 0 },
    ]);
    expect((await openCheckpoint(cosigned, { log }, crypto)).cosignatures).toEqual([]);
  });

  it('is refused with any other bit in its time or signature, and on another checkpoint', async () => {
    const note = await signCheckpoint(checkpoint, logSigner);
    const line = await cosign(note, witness, 1_679_315_147);
    const [prefix, encoded = ''] = line.trimEnd().split(/(?<=w1 )/);
    const bytes = Buffer.from(encoded, 'base64');
    for (let bit = 32; bit < bytes.length * 8; bit += 1) {
      const other = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      const altered = withSignatures(note, [`${prefix}${Buffer.from(other).toString('base64')}\n`]);
      await expect(openCheckpoint(altered, { log, witnesses }, crypto)).rejects.toThrow(/./);
    }
    const grown = await signCheckpoint({ ...checkpoint, size: 6 }, logSigner);
    await expect(openCheckpoint(withSignatures(grown, [line]), { log, witnesses }, crypto)).rejects.toThrow(
      'the signature of witness.example/w1 is wrong',
    );
  });

  it('is not made by a key of a log, of what is no checkpoint, nor for a time that is none', async () => {
    const note = await signCheckpoint(checkpoint, logSigner);

    await expect(cosign(note, logSigner, 7)).rejects.toThrow('is no key for cosignatures');
    await expect(cosign('text\n\n— log.example AAAAAAA=\n', witness, 7)).rejects.toThrow(malformed);
    await expect(cosign(note, witness, -1)).rejects.toThrow(malformed);
    await expect(cosign(note, witness, 1.5)).rejects.toThrow(malformed);
  });
});
