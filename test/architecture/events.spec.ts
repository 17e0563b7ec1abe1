import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventSchemas } from '@app/domain';
import { sources } from './sources.js';

const all = sources();
const types = Object.keys(eventSchemas);
const textIn = (folder: string): string =>
  all
    .filter(({ path }) => path.startsWith(folder) && !path.endsWith('.spec.ts'))
    .map(({ path, text }) => `${path}\n${text}`)
    .join('\n');

const catalogue = readFileSync('docs/generated/events.md', 'utf8');
const changelog = readFileSync('CHANGELOG.md', 'utf8');
const samples = textIn('test/contract/streams/');
const readModels = textIn('libs/read-models/src/');

describe.each(types)('the event %s', (type) => {
  it('has a golden sample in test/contract/streams, for ever', () => {
    expect(samples).toMatch(new RegExp(`\\b${type}\\b`));
  });

  it('stands in the event catalogue (`npm run docs` writes it)', () => {
    expect(catalogue).toContain(`\n## ${type}\n`);
  });

  it('is listed in the changelog', () => {
    expect(changelog).toContain(`\`${type}\``);
  });

  it('has a place in the read models', () => {
    expect(readModels).toMatch(new RegExp(`\\b${type}\\b`));
  });
});
