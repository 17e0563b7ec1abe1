import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { KeyRing } from './key-ring.js';
import type { KeyRow } from './key-store.js';

const master = { id: 'm1', bytes: randomBytes(32) };
const subjectKey = randomBytes(32);
const ofNobody = (subjects: readonly string[]) => new Map(subjects.map((subject) => [subject, null]));
const people = Array.from({ length: 40 }, (_, nth) => `person-${nth}`);

describe('a ring of keys', () => {
  it('asks for all keys that are not at hand with one query, and for none that is', async () => {
    const store = new Rows();
    const made = await new KeyRing(store, master, subjectKey).forSubjects(ofNobody(people));
    const ids = [...made.values()].map(({ id }) => id);
    const ring = new KeyRing(store, master, subjectKey);
    store.calls = 0;

    expect([...(await ring.byIds(ids.slice(0, 30))).keys()]).toEqual(ids.slice(0, 30));
    expect(store.calls).toBe(1);
    expect(await ring.byIds(ids)).toEqual(new Map([...made.values()].map((key) => [key.id, key])));
    expect(store.calls).toBe(2);
    await ring.byIds(ids);
    expect(store.calls).toBe(2);
  });

  it('makes the keys of new persons with one query and one write', async () => {
    const store = new Rows();
    await new KeyRing(store, master, subjectKey).forSubjects(ofNobody(people));

    expect(store.calls).toBe(2);
  });

  it('takes the key that another process wrote first', async () => {
    const store = new Rows();
    const others = await new KeyRing(store, master, subjectKey).forSubjects(ofNobody(['a']));
    store.hideOnce = true;

    const keys = await new KeyRing(store, master, subjectKey).forSubjects(ofNobody(['a', 'b']));

    expect(keys.get('a')).toEqual(others.get('a'));
    expect(store.rows.size).toBe(2);
  });
});

/** The rows of a vault in memory. */
class Rows {
  readonly rows = new Map<string, KeyRow>();
  calls = 0;
  /** The next query comes just before somebody else's write. */
  hideOnce = false;

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, KeyRow>> {
    this.calls += 1;
    const hidden = this.hideOnce;
    this.hideOnce = false;
    return new Map([...this.rows].filter(([id]) => ids.includes(id) && !hidden));
  }

  async own(): Promise<void> {}

  async add(rows: readonly KeyRow[]): Promise<number> {
    this.calls += 1;
    const fresh = rows.filter(({ id }) => !this.rows.has(id));
    for (const row of fresh) this.rows.set(row.id, row);
    return fresh.length;
  }
}
