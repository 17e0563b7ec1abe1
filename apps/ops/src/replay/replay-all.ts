import { CalendarKnowledge, projections, verify, type Verification } from '@app/read-models';
import { engineOf, type Stores } from '@app/stores';
import { OpsProblem, writeLine, type Invocation } from '../command.js';
import { inOrder } from '../seed/in-order.js';
import { replayOne, type CaseFinding } from './case-replay.js';
import { caseIdsIn, withLogStores } from './log-stores.js';
import { otherLaw, type OtherLaw } from './other-law.js';
import { replayProgress } from './progress.js';

/** How many cases are read at once. */
const atOnce = 8;

type Options = Readonly<{
  calendar?: string | undefined;
  rulebook?: string | undefined;
  json?: boolean | undefined;
}>;

/**
 * Folds every case of the log anew, compares the read models with what the log gives, and the duties with those under
 * another calendar or rulebook where one is asked for. Tells each case that differs, and where. Throws `OpsProblem` `replay-differs`,
 * after everything is told, where anything differs or cannot be read.
 */
export const replayAll = async (options: Options, { env, stdout, stderr }: Invocation): Promise<void> => {
  const law = otherLaw(options);
  await withLogStores(env, async (stores) => {
    const tell = async (json: object, text: string): Promise<void> =>
      writeLine(stdout, options.json ? JSON.stringify(json) : text);
    const now = new Date().toISOString();
    const { cases, findings } = await replayCases(stores, law, { now, progress: replayProgress(stderr, env) });
    for (const finding of findings) await tell(finding, findingInWords(finding));

    const verified = await verifyAll(stores, replayProgress(stderr, env));
    for (const one of verified) await tell(verifiedAnswer(one), verifiedInWords(one));

    const unsound = verified.filter(({ sound }) => !sound).length;
    const summary = { kind: 'SUMMARY', cases, findings: findings.length, projections: verified.length, unsound };
    await tell(summary, summaryInWords(summary, law));
    if (findings.length + unsound > 0) throw new OpsProblem('replay-differs', summaryInWords(summary, law));
  });
};

type Replay = Readonly<{ now: string; progress: ReturnType<typeof replayProgress> }>;

const replayCases = async (
  stores: Stores,
  law: OtherLaw | null,
  { now, progress }: Replay,
): Promise<Readonly<{ cases: number; findings: readonly CaseFinding[] }>> => {
  const calendar = await calendarOf(stores);
  const replaying = { ...stores, corrections: calendar.calendars.corrections, law, now };
  const ids = await caseIdsIn(stores.eventStore);
  progress.start('cases folded', ids.length);
  const found = await inOrder(ids.length, atOnce, async (index) => {
    const finding = await replayOne(ids[index] ?? '', replaying);
    progress.one();
    return finding;
  }).finally(progress.stop);
  return { cases: ids.length, findings: found.filter((finding) => finding !== null) };
};

/** The certificate and the contents of every projection, all documents. */
const verifyAll = async (stores: Stores, progress: Replay['progress']): Promise<readonly Verification[]> => {
  const verifying = { ...engineOf(stores), log: stores.eventStore, signal: new AbortController().signal };
  const asked = projections.map((projection) => ({ projection, sample: null }));
  progress.start('read models compared', asked.length);
  const onProgress = (share: number): void => progress.reached(Math.floor(share * asked.length));
  return verify(verifying, asked, onProgress).finally(progress.stop);
};

const calendarOf = async (stores: Stores): Promise<CalendarKnowledge> => {
  const calendar = new CalendarKnowledge(engineOf(stores).readStream);
  await calendar.learn();
  return calendar;
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
