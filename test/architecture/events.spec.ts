import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventSchemas } from '@app/domain';
import { sources } from './sources.js';

const types = Object.keys(eventSchemas);
const all = sources();

/** The event types of which a text has no word. */
const missingFrom = (text: string): readonly string[] =>
  types.filter((type) => !new RegExp(`\\b${type}\\b`).test(text));

const textIn = (folder: string): string =>
  all
    .filter(({ path }) => path.startsWith(folder) && !path.endsWith('.spec.ts'))
    .map(({ text }) => text)
    .join('\n');

describe('every event type', () => {
  it('has a golden sample in test/contract/streams, for ever (`recordStreams` writes one)', () => {
    expect(missingFrom(textIn('test/contract/streams/'))).toEqual([]);
  });

  it('stands in the event catalogue (`npm run docs` writes it)', () => {
    const headings = readFileSync('docs/generated/events.md', 'utf8').match(/^## \w+$/gm) ?? [];
    expect(headings.map((heading) => heading.slice(3)).toSorted()).toEqual(types.toSorted());
  });

  it('has a place in the read models', () => {
    // Registration numbers are claims that the write side reads, and their list is made of the log itself (decision 0034). That what lies
    // outside the log is guarded is read of the log alone (decision 0038), and so are erasures (decision 0041) and the names of the proof log,
    // whose heads libs/proof-log keeps (decisions 0039, 0042).
    const missing = missingFrom(textIn('libs/read-models/src/'));
    const elsewhere = /^(RegistrationNumber|OutsideLogGuarded|PersonalDataEras|HeadSigned|NewLog)/;
    expect(missing.filter((type) => !elsewhere.test(type))).toEqual([]);
  });
});
