import { describe, expect, it } from '@jest/globals';
import { databaseName } from './key-store.js';

describe('the database of the vault', () => {
  it.each([
    ['mongodb://127.0.0.1:27017', 'shanyraq'],
    ['mongodb://127.0.0.1:27017/?directConnection=true', 'shanyraq'],
    ['mongodb://user:p%2Fw@a:1,b:2/cases?replicaSet=rs', 'cases'],
    ['mongodb+srv://host/cases', 'cases'],
  ])('of %s stands beside %s', (url, name) => {
    expect(databaseName(url)).toBe(name);
  });
});
