import { projections, verify, type Verification } from '@app/read-models';
import { engineOf, type Stores } from '@app/stores';
import type { EventStore } from '@app/event-store';
import { OpsProblem, writeLine, type Invocation, type Options } from '../command.js';
import { calendarsIn, withLogStores } from '../log-stores.js';
import { inOrder } from '../seed/in-order.js';
import { replayOne, type CaseFinding } from './case-replay.js';
import { otherLaw, type OtherLaw } from './other-law.js';
import { jsonOption } from '../arguments.js';
import { barOn } from '../bar.js';

/** Options of the replay of every case. */
export const allOptions = {
  all: { type: 'boolean', about: 'folds every case of the log and compares it with the read models' },
  calendar: {
    type: 'string',
    value: 'FILE',
    about: 'of all: compares with the duties under this calendar, a JSON list of days',
  },
  rulebook: {
    type: 'string',
    value: 'ID or FILE',
    about: 'of all: compares with the duties under this rulebook, or with the terms in this file',
  },
  ...jsonOption,
} as const satisfies Options;

/** How many cases are read at once. */
const atOnce = 8;

type Asked = Readonly<{
  calendar?: string | undefined;
  rulebook?: string | undefined;
  json?: boolean | undefined;
}>;

/**
 * Folds every case of the log anew, compares the read models with what the log gives, and the duties with those under
 * another calendar or rulebook where one is asked for. Tells each case that differs, and where. Throws `OpsProblem` `replay-differs`,
 * after everything is told, where anything differs or cannot be read.
 */
export const replayAll = async (options: Asked, { env, stdout, stderr }: Invocation): Promise<void> => {
  const law = otherLaw(options);
  await withLogStores(env, async (stores) => {
    const tell = async (json: object, text: string): Promise<void> =>
      writeLine(stdout, options.json ? JSON.stringify(json) : text);
    const now = new Date().toISOString();
    const { cases, findings } = await replayCases(stores, law, {
      now,
      bar: barOn(stderr, env, barFormat('cases folded')),
    });
    for (const finding of findings) await tell(finding, findingInWords(finding));

    const verified = await verifyAll(stores, barOn(stderr, env, barFormat('read models compared')));
    for (const one of verified) await tell(verifiedAnswer(one), verifiedInWords(one));

    const unsound = verified.filter(({ sound }) => !sound).length;
    const summary = { kind: 'SUMMARY', cases, findings: findings.length, projections: verified.length, unsound };
    await tell(summary, summaryInWords(summary, law));
    if (findings.length + unsound > 0) throw new OpsProblem('replay-differs', summaryInWords(summary, law));
  });
};

const barFormat = (what: string): string => `{bar} {value} of {total} ${what}, {eta_formatted} left`;

type Bar = ReturnType<typeof barOn>;

const replayCases = async (
  stores: Stores,
  law: OtherLaw | null,
  { now, bar }: Readonly<{ now: string; bar: Bar }>,
): Promise<Readonly<{ cases: number; findings: readonly CaseFinding[] }>> => {
  const { changes } = await calendarsIn(stores);
  const replaying = { ...stores, changes, law, now };
  const ids = await caseIdsIn(stores.eventStore);
  bar?.start(ids.length, 0);
  const found = await inOrder(ids.length, atOnce, async (index) => {
    const finding = await replayOne(ids[index] ?? '', replaying);
    bar?.increment();
    return finding;
  }).finally(() => bar?.stop());
  return { cases: ids.length, findings: found.filter((finding) => finding !== null) };
};

/** The certificate and the contents of every projection, all documents. */
const verifyAll = async (stores: Stores, bar: Bar): Promise<readonly Verification[]> => {
  const verifying = { ...engineOf(stores), log: stores.eventStore, signal: new AbortController().signal };
  const asked = projections.map((projection) => ({ projection, sample: null }));
  bar?.start(asked.length, 0);
  const onProgress = (share: number): void => bar?.update(Math.floor(share * asked.length));
  return verify(verifying, asked, onProgress).finally(() => bar?.stop());
};

const findingInWords = (finding: CaseFinding): string =>
  finding.kind === 'UNREADABLE'
    ? `${finding.caseId}  event ${finding.revision} cannot be read: ${finding.reason}`
    : [`${finding.caseId}  would differ:`, ...finding.differences.map((one) => `    ${one}`)].join('\n');

const verifiedAnswer = ({ _id: collection, sound, certificate, contents }: Verification): object => {
  const { complete, missingEvents, position } = certificate;
  const { checked, differing } = contents;
  return { kind: 'READ_MODEL', collection, sound, position, complete, missingEvents, checked, differing };
};

const verifiedInWords = ({ _id: collection, sound, certificate, contents }: Verification): string => {
  const { checked, differing } = contents;
  const head = `${collection}  ${checked} documents: ${sound ? 'as the log gives them' : 'NOT as the log gives them'}`;
  const missing = certificate.missingEvents === 0 ? [] : [`    ${certificate.missingEvents} events are missing`];
  return [head, ...missing, ...differing.map(({ documentId, paths }) => `    ${documentId}: ${paths.join(', ')}`)].join(
    '\n',
  );
};

const summaryInWords = (
  summary: Readonly<{ cases: number; findings: number; unsound: number }>,
  law: OtherLaw | null,
): string =>
  [
    `${summary.cases} case${summary.cases === 1 ? '' : 's'} folded`,
    law ? `${summary.findings} would differ or cannot be read` : `${summary.findings} cannot be read`,
    summary.unsound === 0
      ? 'the read models are what the log gives'
      : `${summary.unsound} read models are NOT what the log gives`,
  ].join('; ');

/** The cases that the log holds, in the order in which they began. Throws what the store throws. */
const caseIdsIn = async (store: Pick<EventStore, 'follow'>): Promise<readonly string[]> => {
  const stop = new AbortController();
  const ids: string[] = [];
  try {
    for await (const item of store.follow({ prefixes: ['case-'], after: null, signal: stop.signal })) {
      if (item.kind === 'caught-up') break;
      if (item.kind === 'event' && item.event.revision === 0) ids.push(item.event.stream.slice('case-'.length));
    }
    return ids;
  } finally {
    stop.abort();
  }
};
