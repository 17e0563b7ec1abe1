import { describe, expect, it } from '@jest/globals';
import { allBreaks } from './breaks.js';
import { carriedRows, isCarried } from './conformance.js';
import { sourceText } from './generated-file.js';

const breaks = allBreaks();

describe('the breaks of rules', () => {
  it('are one for each rule that is carried: write how it is broken into test/breaks', () => {
    const carried = carriedRows().filter(isCarried);
    expect(breaks.map(({ rule }) => rule).toSorted()).toEqual(carried.map(({ rule }) => rule).toSorted());
  });

  it('find what they change, once: mend test/breaks where the code has changed', () => {
    const edits = breaks.flatMap(({ rule, edits: all }) => all.map((edit) => ({ rule, ...edit })));
    const misplaced = edits.filter(({ file, find }) => sourceText(file).split(find).length !== 2);
    expect(misplaced.map(({ rule, file }) => `${rule}: ${file}`)).toEqual([]);
  });

  it('are each noticed by a test over HTTP that names the rule: write one', () => {
    const overHttp = carriedRows().filter(({ tests }) => tests.some(({ file }) => file.startsWith('test/acceptance/')));
    const rules = new Set(overHttp.map(({ rule }) => rule));
    expect(breaks.filter(({ rule }) => !rules.has(rule))).toEqual([]);
  });
});
