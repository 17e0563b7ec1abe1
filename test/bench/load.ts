/** What one run of a load measured. Latencies in milliseconds, CPU in cores of the process under load. */
export type Measured = Readonly<{
  inFlight: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  cpu: number;
}>;

/** Long enough for the code to be compiled, so that what is measured is what a running system does. */
export const warmUpSeconds = (seconds: number): number => Math.min(3, seconds);

/** Runs `operation` with so many in flight for so many seconds, after a short warm-up. The operation gets the number of its lane. */
export const runLoad = async (
  inFlight: number,
  seconds: number,
  operation: (lane: number) => Promise<void>,
): Promise<Measured> => {
  await lanes(inFlight, warmUpSeconds(seconds), operation);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const latencies = await lanes(inFlight, seconds, operation);
  const elapsed = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpuBefore);
  return summarize(inFlight, latencies, elapsed, (used.user + used.system) / 1e6 / elapsed);
};

/** Rates and percentiles of the latencies of one run. */
export const summarize = (inFlight: number, latencies: number[], elapsed: number, cpu: number): Measured => {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  return {
    inFlight,
    perSecond: Math.round(sorted.length / elapsed),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    cpu: round(cpu),
  };
};

const lanes = async (
  inFlight: number,
  seconds: number,
  operation: (lane: number) => Promise<void>,
): Promise<number[]> => {
  const until = performance.now() + seconds * 1000;
  const latencies: number[] = [];
  const lane = async (index: number): Promise<void> => {
    while (performance.now() < until) {
      const started = performance.now();
      await operation(index);
      latencies.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, index) => lane(index)));
  return latencies;
};

const round = (value: number): number => Math.round(value * 100) / 100;
