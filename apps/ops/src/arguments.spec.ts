import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './arguments.js';
import { OpsProblem, type Options } from './command.js';

const options = {
  to: { type: 'string', value: 'REVISION', about: 'the last revision' },
  sub: { type: 'string', value: 'NAME', about: 'the person' },
  json: { type: 'boolean', about: 'answers in JSON' },
} as const satisfies Options;

const problemOf = (...args: string[]): unknown => {
  try {
    return parseOptions(args, options);
  } catch (error) {
    return error instanceof OpsProblem && error.code === 'arguments-invalid' ? error.message : error;
  }
};

describe('the options of a command', () => {
  it('are read with their values, also those that begin with a dash', () => {
    expect(problemOf('--to=-1', '--json', '--sub', 'aliya')).toEqual({ to: '-1', json: true, sub: 'aliya' });
  });

  it.each([
    [['--to', '-1'], '--to needs a value before -1; where -1 is the value, write --to=-1'],
    [['--to', '--json'], '--to needs a value before --json; where --json is the value, write --to=--json'],
    [['--to'], '--to needs a value: --to REVISION'],
    [['--sub', ''], '--sub needs a value: --sub NAME'],
    [['--json=yes'], '--json takes no value: leave out what follows the ='],
    [['extra'], 'extra is one word too many: leave it out, or write the name of its option before it'],
    [['--', '--to'], '-- is one word too many: leave it out, or write the name of its option before it'],
    [['--too', '3'], 'there is no option --too: did you mean --to?; there are --to, --sub, --json'],
  ])('%j are refused with a sentence that says what to do', (args, sentence) => {
    expect(problemOf(...args)).toBe(sentence);
  });
});
