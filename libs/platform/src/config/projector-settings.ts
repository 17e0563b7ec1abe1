import { ConfigInvalid, type Config } from './config.js';

/** The settings that only a projector reads. */
export type ProjectorSettings = Readonly<{
  /** `PROJECTOR_PORT`: the port of health and metrics; 0 for any free one. Absent: the port after `PORT`. */
  port: number;
  /** `CLAIM_GRACE_SECONDS`: how long a claim on a dwelling may wait for its case. Absent: ten minutes. */
  claimGraceMs: number;
  /** `RECONCILE_SECONDS`: how often claims are looked at. Absent: every minute. */
  reconcileEveryMs: number;
  /** `WATCH_SECONDS`: how often overdue duties are looked for. Absent: every 20 seconds. */
  watchEveryMs: number;
  /** `PROOF_HEAD_SECONDS`: how old the last checkpoint is before another is signed. Absent: a minute. */
  headEveryMs: number;
  /** `REBUILT_KEPT_SECONDS`: how long the documents from before a rebuild are kept. Absent: ten minutes. */
  rebuiltKeptMs: number;
}>;

/** A reader may learn of the switch half a minute late. */
const leastKeptMs = 60_000;

/** Reads and checks the projector's own settings. Throws `ConfigInvalid` naming all that is wrong. */
export const loadProjectorSettings = (env: NodeJS.ProcessEnv, { port, mode }: Config): ProjectorSettings => {
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
    headEveryMs: 1000 * numberOf('PROOF_HEAD_SECONDS', 60, 86_400),
    rebuiltKeptMs: 1000 * numberOf('REBUILT_KEPT_SECONDS', 600, 86_400),
  };
  if (mode === 'production' && settings.rebuiltKeptMs < leastKeptMs)
    problems.push(`REBUILT_KEPT_SECONDS must be at least ${leastKeptMs / 1000} in production`);
  if (problems.length > 0) throw new ConfigInvalid(problems);
  return settings;
};
