import type { StageRecord } from '@app/read-models';

/** What became of a record that was sent: taken (also where it was there already), not now, or never. */
export type Reception = Readonly<{ kind: 'TAKEN' } | { kind: 'LATER' | 'NEVER'; why: string }>;

/** The monitoring information system of public services (R-82, para 11). */
export type MonitoringSystem = Readonly<{ send: (record: StageRecord) => Promise<Reception>; url: string }>;

const withinMs = 5_000;

/** Sends each record as `PUT <url>/records/<id>`: sent twice, it is there once. Never throws. */
export const monitoringSystemAt = (url: string): MonitoringSystem => ({
  url,
  send: async (record) => {
    try {
      const response = await fetch(`${url.replace(/\/$/, '')}/records/${encodeURIComponent(record.id)}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(record),
        signal: AbortSignal.timeout(withinMs),
      });
      await response.arrayBuffer();
      return receptionOf(response.status);
    } catch (error) {
      return { kind: 'LATER', why: error instanceof Error ? error.message : String(error) };
    }
  },
});

/** A refusal of the record itself is for people to look at; anything else may pass. */
const receptionOf = (status: number): Reception => {
  if (status < 300) return { kind: 'TAKEN' };
  const why = `answered ${status}`;
  return status >= 400 && status < 500 && status !== 408 && status !== 429
    ? { kind: 'NEVER', why }
    : { kind: 'LATER', why };
};
