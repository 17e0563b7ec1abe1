import { describe, expect, it } from '@jest/globals';
import { readOptions } from './node-process.js';

describe('the command line', () => {
  it('names a folder and a port', () => {
    expect(readOptions(['--data', '/tmp/x', '--port', '2113'])).toEqual({ folder: '/tmp/x', port: 2113 });
  });

  it('takes any free port where none is named', () => {
    expect(readOptions(['--data', '/tmp/x']).port).toBe(0);
  });

  it.each([
    ['no folder', [], 'needs a folder'],
    ['a port that is no number', ['--data', 'x', '--port', 'http'], '"http" is not a port'],
    ['a port above the last', ['--data', 'x', '--port', '65536'], '"65536" is not a port'],
    ['an option that it does not know', ['--data', 'x', '--cluster', '3'], '--cluster'],
  ])('with %s is refused with its usage', (_what, args, said) => {
    expect(() => readOptions(args)).toThrow(said);
    expect(() => readOptions(args)).toThrow('Usage: node main.js');
  });
});
