/** Compiles the instrumented domain and its specs beside their sources: `buildCommand` of stryker.config.json, run in Stryker's sandbox. */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformFileSync } from '@swc/core';

const domain = 'libs/domain/src';
const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

// CommonJS, since only its cache can be emptied, which a mutant of a constant needs.
writeFileSync(join(domain, 'package.json'), '{ "type": "commonjs" }');
for (const file of files) {
  const { code } = transformFileSync(join(domain, file), {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  // Fewer runs of a property; a sample with a seed keeps its size, as what it comes by is asserted.
  const spec = code
    .replaceAll('require("@jest/globals")', 'globalThis')
    .replaceAll(/numRuns: \d+\s*}/g, 'numRuns: 10 }');
  writeFileSync(join(domain, file.replace(/\.ts$/, '.js')), spec);
}

// Some specs read sources as text: they are to find what was written, not what Stryker made of it.
cpSync(resolve('../..', domain), domain, { recursive: true });
