import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';

describe('what differs between two documents', () => {
  it.each<[string, unknown, unknown, readonly string[]]>([
    ['nothing, where they are equal in another order', { a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }, []],
    [
      'a value, deep down',
      { duties: [{ due: 'x' }, { due: 'y' }] },
      { duties: [{ due: 'x' }, { due: 'z' }] },
      ['/duties/1/due'],
    ],
    ['what only one of them has', { a: 1 }, { b: 1 }, ['/a', '/b']],
    ['the length of a list', { list: [1] }, { list: [1, 2] }, ['/list/1']],
    ['a list where the other has an object', { list: [] }, { list: {} }, ['/list']],
    ['null where the other has a value', { a: null }, { a: { b: 1 } }, ['/a']],
    ['nothing, where one has undefined and the other has it not', { a: undefined }, {}, []],
    ['nothing between equal dates', { at: new Date(5) }, { at: new Date(5) }, []],
    ['dates', { at: new Date(5) }, { at: new Date(6) }, ['/at']],
    ['a number where the other has its digits', { n: 1 }, { n: '1' }, ['/n']],
    ['all of it, where one is not there', undefined, { a: 1 }, ['/']],
  ])('is %s', (_, one, other, paths) => {
    expect(differences(one, other)).toEqual(paths);
    expect(differences(other, one).toSorted()).toEqual(paths.toSorted());
  });

  it('is named at twenty places at most', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, index]));
    expect(differences(many, {})).toHaveLength(20);
  });
});
