import { ConfigInvalid, type Config } from '@app/platform';

/** What a projector is told beside the common configuration. */
export type ProjectorSettings = Readonly<{
  /** `PROJECTOR_PORT`: where health and metrics are; the port after `PORT` where absent, 0 for any free one. */
  port: number;
  /** `CLAIM_GRACE_SECONDS`: how long a claim on a dwelling may wait for its case; ten minutes where absent. */
  claimGraceMs: number;
  /** `RECONCILE_SECONDS`: how often claims are looked at; a minute where absent. */
  reconcileEveryMs: number;
  /** `WATCH_SECONDS`: how often overdue duties are looked for; 20 seconds where absent. */
  watchEveryMs: number;
  /** `REBUILT_KEPT_SECONDS`: how long what a rebuild switched from is kept; ten minutes where absent. */
  rebuiltKeptMs: number;
}>;

/** Who reads may not have heard of a switch for half a minute. */
const leastKeptMs = 60_000;

/** Reads and checks what is the projector's own. Throws `ConfigInvalid` naming all that is wrong. */
export const readSettings = (env: NodeJS.ProcessEnv, { port, mode }: Config): ProjectorSettings => {
  const problems: string[] = [];
  const numberOf = (name: string, preset: number, most: number): number => {
    const text = env[name]?.trim() ?? '';
    if (text === '') return preset;
    if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
    problems.push(`${name} must be a whole number from 0 to ${most}`);
    return preset;
  };
  const settings = {
    port: numberOf('PROJECTOR_PORT', port === 0 ? 0 : port + 1, 65_535),
    claimGraceMs: 1000 * numberOf('CLAIM_GRACE_SECONDS', 600, 86_400),
    reconcileEveryMs: 1000 * numberOf('RECONCILE_SECONDS', 60, 86_400),
    watchEveryMs: 1000 * numberOf('WATCH_SECONDS', 20, 86_400),
    rebuiltKeptMs: 1000 * numberOf('REBUILT_KEPT_SECONDS', 600, 86_400),
  };
  if (mode === 'production' && settings.rebuiltKeptMs < leastKeptMs)
    problems.push(`REBUILT_KEPT_SECONDS must be at least ${leastKeptMs / 1000} in production`);
  if (problems.length > 0) throw new ConfigInvalid(problems);
  return settings;
};
