import type { Measured } from './load.js';
import type { ReadSide } from './read-side.js';
import type { WriteSide } from './write-side.js';

/** All that one run measured, side by side on the same servers. */
export type BenchReport = Readonly<{ machine: object; servers: object; writeSide: WriteSide; readSide: ReadSide }>;

/** The report as people read it: absolute figures, and what matters: the ratios. */
export const asText = ({ servers, writeSide, readSide }: BenchReport): string =>
  [
    `Servers: ${JSON.stringify(servers)}`,
    '',
    ...['raw append', 'pipeline', 'http command', 'bare route'].flatMap((name, index) =>
      rows(name, [writeSide.rawAppend, writeSide.pipeline, writeSide.http, writeSide.bareRoute][index] ?? []),
    ),
    '',
    `pipeline / raw append    ${writeSide.ratios.map(({ inFlight, pipelineToRaw }) => `${inFlight}: ${pipelineToRaw}`).join('   ')}   (aim 0.7)`,
    `http / bare route        ${writeSide.ratios.map(({ inFlight, httpToBare }) => `${inFlight}: ${httpToBare}`).join('   ')}   (aim 0.8)`,
    `http / raw append        ${writeSide.ratios.map(({ inFlight, httpToRaw }) => `${inFlight}: ${httpToRaw}`).join('   ')}`,
    '',
    `subscription ${readSide.subscriptionPerSecond} events/s, bulkWrite ${readSide.bulkWritePerSecond} documents/s, projector ${readSide.projectorPerSecond} events/s`,
    `projector / slower limit ${readSide.projectorToSlowerLimit}   (aim 0.4)`,
    `projector time: ${Object.entries(readSide.projectorShares)
      .map(([part, share]) => `${part} ${share} %`)
      .join(', ')}`,
    `what-if over ${readSide.whatIf.cases} open cases: ${readSide.whatIf.seconds} s, of which reading ${readSide.whatIf.readingSeconds} s; the first time ${readSide.whatIf.firstSeconds} s   (aim 2)`,
  ].join('\n');

const rows = (name: string, measured: readonly Measured[]): string[] =>
  measured.map(
    ({ inFlight, perSecond, p50, p95, p99, cpu }) =>
      `${name.padEnd(13)} ${String(inFlight).padStart(3)} in flight ${String(perSecond).padStart(7)}/s   p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  cpu ${cpu}`,
  );
