import { describe, expect, it } from '@jest/globals';
import { sha256, signerOf, skeyOf } from '../node.js';
import { crypto, logSigner, otherSigner, witness } from '../testing/keys.js';
import { textOf, utf8 } from './bytes.js';
import { parseSkey, parseVkey, vkeyText } from './keys.js';
import { noteText, openNote, parseNote, signNote, withSignatures } from './note.js';

const malformed = expect.objectContaining({ name: 'Malformed' });
const notSigned = expect.objectContaining({ name: 'NotSigned' });

// The key that the documentation of golang.org/x/mod/sumdb/note shows.
const goVkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const goSkey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const goNote = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

describe('a verifier key and a signing key', () => {
  it('are those of Go, and sign what Go signs', async () => {
    const vkey = parseVkey(goVkey, sha256);
    const signer = signerOf(goSkey);

    expect(vkeyText(vkey)).toBe(goVkey);
    expect(vkeyText(signer.vkey)).toBe(goVkey);
    expect(skeyOf({ name: 'PeterNeumann', seed: parseSkey(goSkey).seed })).toBe(goSkey);
    expect(await signNote(parseNote(goNote).text, signer)).toBe(goNote);
    expect((await openNote(goNote, [vkey], crypto)).verified).toEqual([{ vkey }]);
  });

  it('have another id for cosignatures, by the type before the key', () => {
    const { vkey } = signerOf(
      skeyOf({ name: logSigner.vkey.name, seed: new Uint8Array(32).fill(1), type: 'cosignature' }),
    );

    expect(vkey.publicKey).toEqual(logSigner.vkey.publicKey);
    expect([vkey.type, vkey.id === logSigner.vkey.id]).toEqual([4, false]);
    expect(parseVkey(vkeyText(vkey), sha256)).toEqual(vkey);
  });

  it.each([
    ['', 'a vkey is'],
    ['PeterNeumann', 'a vkey is'],
    [goVkey.replace('c74f20a3', 'c74f20a4'), 'the key id of this vkey is c74f20a3, not c74f20a4'],
    [goVkey.replace('c74f20a3', 'C74F20A3'), 'a vkey is'],
    [goVkey.replace('Peter', 'Piter'), 'the key id of this vkey is'],
    [goVkey.replace('Neumann', ' Neumann'), 'a key name'],
    [goVkey.replace('Neumann', '\u2003Neumann'), 'a key name'],
    [`${goVkey}=`, 'not base64'],
    [`${goVkey}\n`, 'a vkey is'],
    [`${goVkey.slice(0, -4)}`, 'of 32 bytes'],
    ['w.example/w+00000000+Ag==', 'this key is for ECDSA'],
    ['w.example/w+00000000+BgAAAAA=', 'this key is for ML-DSA-44; only Ed25519 keys are read here'],
  ])('are not %j', (text, words) => {
    expect(() => parseVkey(text, sha256)).toThrow(malformed);
    expect(() => parseVkey(text, sha256)).toThrow(words);
  });

  it('that is refused does not stand in the words of the refusal', () => {
    const wrong = goSkey.replace('c74f20a3', '00000000');

    expect(() => signerOf(wrong)).toThrow('the key id of this signing key is c74f20a3, not 00000000');
    expect(() => signerOf(goSkey.slice(0, -3))).toThrow(/^(?!.*AYEKFALV)/);
    expect(() => signerOf(goVkey)).toThrow('a signing key is PRIVATE+KEY+<name>');
  });
});

describe('a note', () => {
  it('is opened by keys that are known; other signatures are ignored', async () => {
    const note = await signNote('a line\n', logSigner, otherSigner);

    expect(await openNote(note, [otherSigner.vkey], crypto)).toEqual({
      text: 'a line\n',
      verified: [{ vkey: otherSigner.vkey }],
    });
    await expect(openNote(note, [witness.vkey], crypto)).rejects.toThrow(notSigned);
    await expect(openNote(note, [], crypto)).rejects.toThrow('no known key has signed this note');
  });

  it('is refused whole where one known signature is wrong', async () => {
    const [good, bad] = [await signNote('a line\n', logSigner), await signNote('a lime\n', otherSigner)];
    const mixed = withSignatures(good, [bad.slice('a lime\n\n'.length)]);

    expect((await openNote(mixed, [logSigner.vkey], crypto)).text).toBe('a line\n');
    await expect(openNote(mixed, [logSigner.vkey, otherSigner.vkey], crypto)).rejects.toThrow(
      'the signature of other.example/log is wrong',
    );
  });

  it('counts a key once, and gains a signature once', async () => {
    const note = await signNote('a line\n', logSigner);
    const line = note.slice('a line\n\n'.length);

    expect((await openNote(note + line, [logSigner.vkey], crypto)).verified).toHaveLength(1);
    expect(withSignatures(note, [line, line])).toBe(note);
  });

  it('does not open with any one bit turned', async () => {
    const bytes = utf8(await signNote('Order 437\n\nsecond part\n', logSigner));
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const other = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      await expect((async () => openNote(textOf(other), [logSigner.vkey], crypto))()).rejects.toThrow(/./);
    }
  });

  const signed = '— log.example/tests AAAAAAA=\n';
  it.each([
    ['no blank line', `text\n${signed}`],
    ['no signature', 'text\n\n'],
    ['no last newline', `text\n\n${signed.trimEnd()}`],
    ['a carriage return', `text\r\n\n${signed}`],
    ['a tab', `te\txt\n\n${signed}`],
    ['a NUL', `te\0xt\n\n${signed}`],
    ['a lone surrogate', `te\ud800xt\n\n${signed}`],
    ['a hyphen for the dash', `text\n\n${signed.replace('—', '-')}`],
    ['two spaces', `text\n\n${signed.replace('— ', '—  ')}`],
    ['a name with a plus', `text\n\n${signed.replace('tests', 'te+sts')}`],
    ['a name with a space of Unicode', `text\n\n${signed.replace('tests', 'te\u00a0sts')}`],
    ['a signature of four bytes', `text\n\n${signed.replace('AAAAAAA=', 'AAAAAA==')}`],
    ['base64 without padding', `text\n\n${signed.replace('AAAAAAA=', 'AAAAAAA')}`],
    ['base64 with stray bits', `text\n\n${signed.replace('AAAAAAA=', 'AAAAAAB=')}`],
    ['base64 of URLs', `text\n\n${signed.replace('AAAAAAA=', '_AAAAAA=')}`],
    ['more behind the signature', `text\n\n${signed.replace('=\n', '= \n')}`],
    ['more than 100 signatures', `text\n\n${signed.repeat(101)}`],
  ])('is none with %s', (_, note) => {
    expect(() => parseNote(note)).toThrow(malformed);
  });

  it('may have 100 signatures, blank lines and all of Unicode but control characters', () => {
    const note = `\n\n— not a signature\n\n\u007f\ufeffә🏠\n\n${signed.repeat(100)}`;

    expect(parseNote(note).signatures).toHaveLength(100);
    expect(noteText(parseNote(note))).toBe(note);
  });

  it('is not made of a text that is none, nor signed plainly by a key for cosignatures', async () => {
    await expect(signNote('no newline', logSigner)).rejects.toThrow(malformed);
    await expect(signNote('a\ttab\n', logSigner)).rejects.toThrow(malformed);
    await expect(signNote('a line\n', witness)).rejects.toThrow('witness.example/w1 is a key for cosignatures');
  });
});
