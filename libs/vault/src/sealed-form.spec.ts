import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { closeBox, digestIn, keyIdOf, openBox, sealWith, unsealWith } from './sealed-form.js';
import { SealBroken } from './vault.js';

const key = randomBytes(32);

describe('a box', () => {
  it('opens with its key at its place, and tells what was put in', () => {
    expect(openBox(key, closeBox(key, 'Әлия', 'here'), 'here')?.toString()).toBe('Әлия');
    expect(openBox(key, closeBox(key, '', 'here'), 'here')?.toString()).toBe('');
    expect(openBox(key, closeBox(key, key, 'here'), 'here')).toEqual(key);
  });

  it('is never the same twice, though the same is in it', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => closeBox(key, 'same', 'here').slice(0, 16))).size).toBe(1_000);
  });

  it.each<[string, (box: string) => [Buffer, string, string]]>([
    ['another key', (box) => [randomBytes(32), box, 'here']],
    ['another place', (box) => [key, box, 'there']],
    ['another content', (box) => [key, `${box.slice(0, 20)}${box[20] === 'A' ? 'B' : 'A'}${box.slice(21)}`, 'here']],
    ['less than a box', (box) => [key, box.slice(0, 30), 'here']],
  ])('does not open with %s', (_, attempt) => {
    const [withKey, box, at] = attempt(closeBox(key, 'secret text', 'here'));

    expect(openBox(withKey, box, at)).toBeNull();
  });
});

describe('a sealed value', () => {
  const dataKey = { id: 'k-1', bytes: key };
  const content = { text: '{"fullName":"Әлия"}', at: '/members/0', place: 'here' };

  it('holds its key, the digest of its disclosure, and the disclosure in a box (RFC 9901, section 4.2)', () => {
    const sealed = sealWith(dataKey, content);
    const [version, keyId, digest, box] = sealed.$sealed.split('.');
    const inside = JSON.parse(String(openBox(key, String(box), 'here'))) as unknown[];
    // It is not erased.
    const opened = unsealWith(dataKey, { sealed, ...content }) as { disclosure: string };

    expect([version, keyId]).toEqual(['2', 'k-1']);
    expect([keyIdOf(sealed), digestIn(sealed)]).toEqual(['k-1', digest]);
    expect(inside).toEqual([expect.stringMatching(/^[\w-]{22}$/), '/members/0', { fullName: 'Әлия' }]);
    expect(opened).toEqual({ text: content.text, disclosure: expect.any(String) });
    const { disclosure } = opened;
    expect(JSON.parse(Buffer.from(disclosure, 'base64url').toString())).toEqual(inside);
    expect(createHash('sha256').update(disclosure, 'ascii').digest('base64url')).toBe(digest);
  });

  it('has a digest of its own each time, though the same is sealed', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => digestIn(sealWith(dataKey, content)))).size).toBe(1_000);
  });

  it('of form 1 is read for ever, and has nothing to disclose', () => {
    const sealed = { $sealed: `1.k-1.${closeBox(key, content.text, 'here')}` };

    expect(unsealWith(dataKey, { sealed, ...content })).toEqual({ text: content.text, disclosure: null });
    expect(digestIn(sealed)).toBeNull();
  });

  it('is refused where its digest, its pointer or its place is another', () => {
    const sealed = sealWith(dataKey, content);
    const [, , digest, box] = sealed.$sealed.split('.');
    const other = sealWith(dataKey, content).$sealed.split('.')[2];
    const forged = { $sealed: `2.k-1.${other}.${box}` };

    expect(other).not.toBe(digest);
    expect(() => unsealWith(dataKey, { sealed: forged, ...content })).toThrow(SealBroken);
    expect(() => unsealWith(dataKey, { sealed, ...content, at: '/members/1' })).toThrow(SealBroken);
    expect(() => unsealWith(dataKey, { sealed, ...content, place: 'there' })).toThrow(SealBroken);
    expect(unsealWith('erased', { sealed, ...content })).toEqual({ erased: true });
  });
});
