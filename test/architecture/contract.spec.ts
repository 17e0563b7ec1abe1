import { describe, expect, it } from '@jest/globals';
import { sources } from './sources.js';

/** Who asks for something that the contract does not describe, and for what. */
const asksOthers: Readonly<Record<string, string>> = {
  'test/acceptance/console-page.spec.ts': 'the page of the console and its files',
  'test/acceptance/dev.spec.ts':
    'the page of the contract, and whether a list is there, while the system is compiled anew',
  'test/acceptance/general-provisions.spec.ts': 'the contract itself: which money a body takes (R-07)',
  'test/acceptance/http-queries.spec.ts': 'the contract itself, and its page',
  'test/acceptance/new-log-forged.spec.ts': 'readiness of the projector',
  'test/acceptance/new-log.spec.ts': 'readiness of the projector',
  'test/acceptance/outside-systems.spec.ts': 'the records that a stand-in of another system was sent',
  'test/acceptance/planted-name.spec.ts': 'the measurements of the processes',
  'test/acceptance/projections.spec.ts': 'the measurements of the projector',
  'test/acceptance/proof-log-fresh.spec.ts': 'what a witness knows',
  'test/acceptance/proof-log.spec.ts': 'the verifier key of a witness',
  'test/acceptance/rebuilt-projection.spec.ts': 'readiness and measurements of the projector',
};

describe('the acceptance suite', () => {
  it('asks the api only through fetchByContract, which holds every answer to the published contract', () => {
    const asking = sources().filter(
      ({ path, text }) => path.startsWith('test/acceptance/') && /\bfetch\(|\bnode:http'.*\brequest\b/.test(text),
    );
    expect(asking.map(({ path }) => path).toSorted()).toEqual(Object.keys(asksOthers));
  });
});
