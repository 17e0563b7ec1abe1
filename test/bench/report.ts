import type { AccessCost } from './access.js';
import type { Measured } from './load.js';
import type { PagesAt } from './pages.js';
import type { ReadSide } from './read-side.js';
import type { VerifyingSpeed } from './verify-log.js';
import type { WriteSide } from './write-side.js';

/** All that one run measured, side by side on the same servers; null where it was not asked for. */
export type BenchReport = Readonly<{
  machine: object;
  servers: object;
  writeSide: WriteSide | null;
  readSide: ReadSide | null;
  pages: readonly PagesAt[] | null;
  access: AccessCost | null;
  verifying: readonly VerifyingSpeed[] | null;
}>;

/** The report as people read it: absolute figures, and what matters: the ratios. */
export const asText = ({ servers, writeSide, readSide, pages, access, verifying }: BenchReport): string =>
  [
    `Servers: ${JSON.stringify(servers)}`,
    ...(writeSide ? writeLines(writeSide) : []),
    ...(readSide ? readLines(readSide) : []),
    ...(pages ? pageLines(pages) : []),
    ...(access ? accessLines(access) : []),
    ...(verifying ?? []).flatMap(verifyingLines),
  ].join('\n');

const writeLines = ({ rawAppend, pipeline, http, bareRoute, ratios }: WriteSide): readonly string[] => [
  '',
  ...Object.entries({ 'raw append': rawAppend, pipeline, 'http command': http, 'bare route': bareRoute }).flatMap(
    ([name, measured]) => rows(name, measured),
  ),
  '',
  `pipeline / raw append    ${ratios.map(({ inFlight, pipelineToRaw }) => `${inFlight}: ${pipelineToRaw}`).join('   ')}   (aim 0.7)`,
  `http / bare route        ${ratios.map(({ inFlight, httpToBare }) => `${inFlight}: ${httpToBare}`).join('   ')}   (aim 0.8)`,
  `http / raw append        ${ratios.map(({ inFlight, httpToRaw }) => `${inFlight}: ${httpToRaw}`).join('   ')}`,
];

const readLines = (side: ReadSide): readonly string[] => [
  '',
  `load generator ${side.loadPerSecond} events/s; ${side.events} events in the log`,
  `subscription ${side.subscriptionPerSecond} events/s, bulkWrite ${side.bulkWritePerSecond} documents/s, projector ${side.projectorPerSecond} events/s, rebuild ${side.rebuildPerSecond} events/s`,
  `projector / slower limit ${side.projectorToSlowerLimit}   (aim 0.4)`,
  `projector time: ${Object.entries(side.projectorShares)
    .map(([part, share]) => `${part} ${share} %`)
    .join(', ')}`,
  `projector memory, by quarter: ${side.projectorMemory
    .map(({ events, residentMost, heapLeast }) => `to ${events} events ${residentMost} MiB, heap ${heapLeast}`)
    .join('; ')}`,
  `what-if over ${side.whatIf.cases} open cases: ${side.whatIf.seconds} s, of which reading ${side.whatIf.readingSeconds} s; the first time ${side.whatIf.firstSeconds} s   (aim 2)`,
];

const verifyingLines = ({
  events,
  bare,
  bareOverWire,
  overWire,
  byFile,
  memory,
  tree,
}: VerifyingSpeed): readonly string[] => [
  '',
  `verification of ${events} events, by file ${byFile.perSecond}/s, over the wire ${overWire.perSecond}/s; parsed and hashed alone ${bare.perSecond}/s, read over the wire for that ${bareOverWire.perSecond}/s`,
  `  to parsed and hashed alone: by file ${byFile.toBare}, over the wire ${overWire.toBare}   (aim 0.5); over the wire to the same read over the wire ${(overWire.perSecond / bareOverWire.perSecond).toFixed(2)}`,
  `  processor time an event: by file ${byFile.cpu} us, over the wire ${overWire.cpu} us; parsed and hashed alone ${bare.cpu} us, with reading over the wire ${bareOverWire.cpu} us; ${memory} MiB more at the most`,
  `  tree: ${tree.perSecond} entries/s taken in, ${(tree.bytesPerMillion / 2 ** 20).toFixed(1)} MiB of tiles a million entries`,
];

const pageLines = (pages: readonly PagesAt[]): readonly string[] => [
  '',
  'pages, and the same find by the bare driver; documents put in place by the folds, not through the log   (aim: 3 times the bare find at most)',
  ...pages.flatMap(({ cases, documents, rows: duties, fillSeconds, lists, figures }) => [
    `${cases} cases: ${documents} rows of the worklist, ${duties} of the deadline board, filled in ${fillSeconds} s`,
    ...lists.map(
      ({ name, items, p50, p95, bareP50, bareP95 }) =>
        `  ${name.padEnd(40)} ${String(items).padStart(3)} items   p50 ${p50} ms  p95 ${p95} ms   bare p50 ${bareP50} ms  p95 ${bareP95} ms   ratio ${(p50 / bareP50).toFixed(2)}`,
    ),
    `  figures of all by office and route: ${figures.now} s, at a position long past ${figures.past} s; their documents by the bare driver ${figures.bare} s`,
  ]),
];

const accessLines = ({ perSecond, rows: items, masked, recorded, addedAtP95, load }: AccessCost): readonly string[] => [
  '',
  `lists of ${items} rows, ${perSecond} a second over two apis: masked p50 ${masked.p50} ms  p95 ${masked.p95} ms, in clear and on record p50 ${recorded.p50} ms  p95 ${recorded.p95} ms`,
  `the record adds ${addedAtP95} ms at p95   (aim: 10 at most; load of the machine ${load})`,
];

const rows = (name: string, measured: readonly Measured[]): string[] =>
  measured.map(
    ({ inFlight, perSecond, p50, p95, p99, cpu }) =>
      `${name.padEnd(13)} ${String(inFlight).padStart(3)} in flight ${String(perSecond).padStart(7)}/s   p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  cpu ${cpu}`,
  );
