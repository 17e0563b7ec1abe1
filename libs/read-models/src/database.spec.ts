import { describe, expect, it } from '@jest/globals';
import { connectReadModels } from './read-models.js';
import { databaseNameOf, isReadModelsUnavailable } from './database.js';

describe('the database of an address', () => {
  it.each([
    ['mongodb://127.0.0.1:27017/cases?directConnection=true', 'cases'],
    ['mongodb://user:p%40ss@one:27017,two:27017/cases', 'cases'],
    ['mongodb+srv://cluster.example/cases', 'cases'],
    ['mongodb://127.0.0.1:27017/?directConnection=true', 'shanyraq'],
    ['mongodb://127.0.0.1:27017', 'shanyraq'],
  ])('%s is %s', (address, name) => {
    expect(databaseNameOf(address)).toBe(name);
  });
});

describe('a MongoDB that is away', () => {
  it('is told from other failures', async () => {
    const refused = await connectReadModels(
      'mongodb://127.0.0.1:9/?directConnection=true&serverSelectionTimeoutMS=100',
    ).catch((error: unknown) => error);
    expect(isReadModelsUnavailable(refused)).toBe(true);
    expect(isReadModelsUnavailable(new TypeError('not a function'))).toBe(false);
  });
});
