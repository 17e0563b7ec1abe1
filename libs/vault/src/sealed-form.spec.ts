import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { closeBox, openBox } from './sealed-form.js';

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
