import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventSchemas } from './event-schemas.js';
import {
  eventsOf,
  sampleDocument,
  sampleIins,
  sampleMember,
  samplePerson,
  submitApplication,
} from './testing/index.js';

const filing = submitApplication({
  applicant: samplePerson({ fullName: 'Name-A', address: 'Address-A' }),
  familyMembers: [
    sampleMember({ fullName: 'Name-B' }),
    sampleMember({ iin: sampleIins.secondPass, fullName: 'Name-C' }),
  ],
  representative: {
    iin: sampleIins.young,
    fullName: 'Name-D',
    powerOfAttorney: { number: 'POA-7', notarizedOn: '2025-02-01', notary: 'Name-E' },
  },
  tenancy: { kind: 'HOUSING_ORDER', number: 'TEN-9', concludedOn: '2015-02-01' },
  dwelling: { dwellingId: 'dwelling-1', address: 'Address-F' },
  documents: [sampleDocument({ number: 'DOC-1' }), sampleDocument({ type: 'D8', number: 'DOC-2' })],
});
const [submitted] = eventsOf([filing]);

/** The values at a path, `*` for each item. */
const valuesAt = (value: unknown, [step, ...rest]: readonly string[]): unknown[] => {
  if (step === undefined) return [value];
  if (step === '*') return (value as unknown[]).flatMap((item) => valuesAt(item, rest));
  return valuesAt((value as Record<string, unknown>)[step], rest);
};

describe('the schemas of events', () => {
  it('name every event of a case and of a dwelling', () => {
    const events = ['case/case.events.ts', 'dwelling/dwelling.ts'].flatMap((file) => [
      ...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/(?:Fact<\s*|type: )'(\w+)'/g),
    ]);
    const names = events
      .map(([, name]) => name)
      .filter((name) => name !== 'ClaimDwelling' && name !== 'ReleaseDwelling');
    expect(Object.keys(eventSchemas).sort()).toEqual([...new Set(names)].sort());
  });

  it('are all of the first version, with nothing to upcast', () =>
    expect(
      Object.values(eventSchemas).filter(({ version, upcasts }) => version !== 1 || upcasts !== undefined),
    ).toEqual([]));

  it.each(eventSchemas.ApplicationSubmitted.personal)(
    'seal $at for a person who is in the application',
    ({ at, subject }) => {
      const values = valuesAt(submitted?.data, at.split('.'));
      const subjects = valuesAt(submitted?.data, subject.split('.'));
      expect(values.length).toBeGreaterThan(0);
      expect(subjects.every((iin) => Object.values(sampleIins).some((known) => known === iin))).toBe(true);
      expect([values.length, 1]).toContain(subjects.length);
    },
  );

  it('leave no name, number or address of a person unsealed', () => {
    const sealed = new Set(
      eventSchemas.ApplicationSubmitted.personal.flatMap(({ at }) => valuesAt(submitted?.data, at.split('.'))),
    );
    const open = JSON.stringify(submitted, (_, value: unknown) => (sealed.has(value) ? null : value));
    const personal = [...Object.values(sampleIins), 'Name-', 'Address-', 'POA-', 'TEN-', 'DOC-', '045123789'];
    expect(personal.filter((text) => open.includes(text))).toEqual([]);
    expect(personal.filter((text) => JSON.stringify(submitted).includes(text))).toEqual(personal);
  });
});
