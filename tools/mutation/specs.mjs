/** The compiled specs of the domain and the part of Jest that they use, loaded into this process and loaded anew at will. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const domain = resolve('libs/domain/src');
const modules = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => join(domain, file));
const isSpec = (file) => file.endsWith('.spec.js');
const isOfTests = (file) => isSpec(file) || file.includes('/testing/');

/** Every compiled spec, by its path. */
export const specs = modules.filter(isSpec);

/** Loads the code under test anew, without the specs. What fails to load fails again in each spec that imports it, and is told there. */
export const loadDomain = () => {
  forget(() => true);
  memories.clear();
  Object.assign(globalThis, { Map: Memory, WeakMap: Memory });
  for (const file of modules.filter((module) => !isOfTests(module))) {
    try {
      require(file);
    } catch {}
  }
  Object.assign(globalThis, builtIn);
  for (const memory of memories.keys()) memories.set(memory, [...memory]);
};

/**
 * Makes the domain forget what its modules keep between calls, such as the ends of days: no mutant is to be judged by
 * what was found without it, or by what another one left.
 */
export const forgetCalls = () => {
  for (const [memory, entries] of memories) {
    memory.clear();
    for (const [key, value] of entries) memory.set(key, value);
  }
};

const builtIn = { Map, WeakMap };
/** The maps made while the domain was loaded, with what they held then. */
const memories = new Map();
class Memory extends Map {
  constructor(entries) {
    super(entries);
    memories.set(this, []);
  }
}

/**
 * Loads one spec and the builders it uses anew, and returns its tests: `{ id, name, spec, run }`.
 * A spec that does not load is one failing test, as it is for Jest.
 */
export const loadSpec = (spec) => {
  forget(isOfTests);
  names.length = 0;
  tests = [];
  const file = spec.replace(/\.js$/, '.ts');
  try {
    require(spec);
  } catch (error) {
    const fail = () => {
      throw error;
    };
    tests = [{ name: 'loads', run: fail }];
  }
  return tests.map(({ name, run }, at) => ({
    id: `${file.slice(domain.length + 1)} ${at + 1}: ${name}`,
    name,
    file,
    run,
  }));
};

const forget = (those) => {
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(domain) && those(file)) delete require.cache[file];
  }
};

const names = [];
let tests = [];

const describe = (name, body) => {
  names.push(name);
  body();
  names.pop();
};
const it = (name, run) => tests.push({ name: [...names, name].join(' '), run });

// Loaded before the domain, as its own maps are none of the domain's.
require('temporal-polyfill/implementation');
const { bind } = require('jest-each');
describe.each = bind(describe, false);
it.each = bind(it, false);
Object.assign(globalThis, { describe, it, expect: require('expect').expect });

// The same cases for every mutant, and few: a property that needs many to fail is no test of a mutant.
require('fast-check').configureGlobal({ seed: 437, numRuns: 10, endOnFailure: true });
