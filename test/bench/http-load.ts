import autocannon from 'autocannon';
import { summarize, warmUpSeconds, type Measured } from './load.js';

/** One command as the load sends it, with a new body each time. */
export type BenchRequest = Readonly<{ path: string; headers: Record<string, string>; body: () => string }>;

type Load = Readonly<{
  url: string;
  inFlight: number;
  seconds: number;
  /** The requests of one connection; it sends them in turn, so that two connections never meet on a stream. */
  requestsOf: (connection: number) => readonly BenchRequest[];
  /** CPU seconds that the server has used so far. */
  cpuSeconds: () => Promise<number>;
}>;

/** Sends commands until the server has seen every case and its code is compiled: what is measured then is a running system. */
export const warmUp = async ({ url, inFlight, seconds, requestsOf }: Omit<Load, 'cpuSeconds'>): Promise<void> => {
  await send(url, inFlight, warmUpSeconds(seconds), requestsOf);
};

/** Sends commands over so many connections, one at a time on each; throws where any answer is not a success. */
export const runHttpLoad = async ({ url, inFlight, seconds, requestsOf, cpuSeconds }: Load): Promise<Measured> => {
  await warmUp({ url, inFlight, seconds, requestsOf });
  const cpuBefore = await cpuSeconds();
  const started = performance.now();
  const latencies = await send(url, inFlight, seconds, requestsOf);
  const elapsed = (performance.now() - started) / 1000;
  return summarize(inFlight, latencies, elapsed, ((await cpuSeconds()) - cpuBefore) / elapsed);
};

const send = async (
  url: string,
  connections: number,
  duration: number,
  requestsOf: (connection: number) => readonly BenchRequest[],
): Promise<number[]> => {
  const latencies: number[] = [];
  let connection = 0;
  let failure: string | null = null;
  await new Promise<void>((resolve, reject) => {
    const load = autocannon(
      {
        url,
        connections,
        duration,
        setupClient: (client) => {
          client.setRequests(
            requestsOf(connection).map(({ path, headers, body }) => ({
              method: 'POST',
              path,
              headers,
              setupRequest: (request) => ({ ...request, body: body() }),
            })),
          );
          connection += 1;
        },
      },
      // The callback form gives the running instance, whose events carry single latencies.
      (error: unknown) => (error ? reject(error) : resolve()),
    );
    load.on('response', (_client, status, _bytes, milliseconds) => {
      latencies.push(milliseconds);
      if (status >= 300) failure ??= `an answer was ${status}`;
    });
  });
  if (failure !== null) throw new Error(`${url}: ${failure}`);
  return latencies;
};

/** CPU seconds of a process of this machine, from the kernel's books (Linux). */
export const cpuSecondsOf = (stat: string): number => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
