import { describe, expect, it } from '@jest/globals';
import type { Cell } from './dataset.js';
import { rowsAsText } from './row-text.js';

const columns = [
  { name: 'position', about: '' },
  { name: 'what', about: '' },
];

const cellOf = (cell: Cell): string => rowsAsText('csv', [{ name: 'what', about: '' }], [[cell]]).slice(6, -2);

describe('rows as CSV', () => {
  it('stand under a line of names, each ended by CR and LF (RFC 4180)', () => {
    expect(
      rowsAsText('csv', columns, [
        [7, 'KEPT'],
        [9, null],
      ]),
    ).toBe('position,what\r\n7,KEPT\r\n9,\r\n');
    expect(rowsAsText('csv', columns, [])).toBe('position,what\r\n');
  });

  it('quote what would be read as more than one cell, and tell an empty text from nothing', () => {
    expect(['a,b', 'say "so"', 'two\nlines', 'a\rb', '', null].map(cellOf)).toEqual([
      '"a,b"',
      '"say ""so"""',
      '"two\nlines"',
      '"a\rb"',
      '""',
      '',
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '=cmd|"/C calc"!A0', '＝1', '＋1', '－1', '＠a'])(
    'defuse %j: no spreadsheet takes it for a formula',
    (formula) => {
      expect(cellOf(formula).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leave numbers, flags and other texts as they are', () => {
    expect([-5, 0, true, false, 'R-27', '2025-03-07', "'quoted'", 'a=b'].map(cellOf)).toEqual([
      '-5',
      '0',
      'true',
      'false',
      'R-27',
      '2025-03-07',
      "'quoted'",
      'a=b',
    ]);
  });
});

describe('rows as NDJSON', () => {
  it('are one object a line, every column in its place', () => {
    expect(
      rowsAsText('ndjson', columns, [
        [7, '=1+1'],
        [9, null],
      ]),
    ).toBe('{"position":7,"what":"=1+1"}\n{"position":9,"what":null}\n');
    expect(rowsAsText('ndjson', columns, [])).toBe('');
  });
});
