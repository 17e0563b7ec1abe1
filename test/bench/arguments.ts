import { parseArgs } from 'node:util';

/** What the bench was asked for. */
export type BenchArguments = Readonly<{ json: boolean; seconds: number; cases: number; inFlight: readonly number[] }>;

/** `--json`, `--seconds 5` for each measurement, `--cases 2000` for the read side. Throws on anything else. */
export const benchArguments = (argv: readonly string[]): BenchArguments => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '5' },
      cases: { type: 'string', default: '2000' },
    },
  });
  return { json: values.json, seconds: Number(values.seconds), cases: Number(values.cases), inFlight: [1, 16, 64] };
};
