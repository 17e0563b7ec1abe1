import { describe, expect, it } from '@jest/globals';
import { databaseIn } from './open-client.js';

describe('the database of an address', () => {
  it.each([
    ['mongodb://127.0.0.1:27017/cases?directConnection=true', 'cases'],
    ['mongodb://user:p%40ss@one:27017,two:27017/cases', 'cases'],
    ['mongodb://user:p%2Fw@a:1,b:2/cases?replicaSet=rs', 'cases'],
    ['mongodb+srv://cluster.example/cases', 'cases'],
    ['mongodb://127.0.0.1:27017/?directConnection=true', 'shanyraq'],
    ['mongodb://127.0.0.1:27017', 'shanyraq'],
  ])('%s is %s', (address, name) => {
    expect(databaseIn(address)).toBe(name);
  });
});
