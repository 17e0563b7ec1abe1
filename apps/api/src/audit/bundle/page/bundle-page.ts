import type { Language } from '@app/domain';
import { erasedText, type Recorded, type StoredEvent } from '@app/event-store';
import { bundleFiles } from '@app/proof';
import type { BundleView } from '../bundle-view.js';
import type { Evidence, Proofs } from '../evidence.js';
import { withoutHidden } from '../hidden-values.js';
import { document, escaped, row } from './html.js';
import { pageWords, type PageWords } from './page-words.js';
import type { Told, ToldHistory } from './told.js';

type Shown = Readonly<{ view: BundleView; proofs: Proofs; language: Language }>;

/** `case.html`: each history in words, what is disclosed of each event, and the duties with how their dates came about. */
export const bundlePage = (told: readonly Told[], evidence: readonly Evidence[], shown: Shown): string => {
  const { view, proofs, language } = shown;
  const words = pageWords[language];
  const hide = hiding(evidence, view);
  const histories = told.map((tell) => tell(hide, language));
  const title = histories.map(({ kind, id }) => `${kind === 'CASE' ? words.case : words.complaint} ${id}`).join(' · ');
  return document(language, `${words.title}: ${title}`, [
    `<h1>${escaped(words.title)}</h1>`,
    `<p>${escaped(words.about)}</p>`,
    ...histories.flatMap((history) => historyHtml(history, evidence, { view, words })),
    ...proofHtml(proofs, words),
  ]);
};

/** What is not disclosed is told of as what was erased is: the two say the same to whoever reads. */
const hiding = (evidence: readonly Evidence[], { discloses, showsStored }: BundleView) => {
  const byId = new Map(
    evidence.map(({ event, disclosures }) => [
      event.id,
      disclosures.filter((value) => value.disclosure === null || !showsStored(event) || !discloses(event, value)),
    ]),
  );
  return <E extends Recorded>(event: E): E => ({ ...event, data: withoutHidden(event.data, byId.get(event.id) ?? []) });
};

type Telling = Readonly<{ view: BundleView; words: PageWords }>;

const historyHtml = (history: ToldHistory, evidence: readonly Evidence[], telling: Telling): readonly string[] => {
  const { words } = telling;
  const { columns } = words;
  const own = evidence.filter(({ event }) => event.stream === history.stream);
  return [
    `<h2>${escaped(history.kind === 'CASE' ? words.case : words.complaint)} ${escaped(history.id)}</h2>`,
    `<h3>${escaped(words.history)}</h3>`,
    '<table><thead>',
    row([columns.number, columns.happened, columns.recorded, columns.what, columns.by].map(escaped), 'th'),
    '</thead><tbody>',
    ...own.map((one, at) => eventRow(one, history.words[at] ?? '', telling)),
    '</tbody></table>',
    `<h3>${escaped(words.duties)}</h3>`,
    ...dutiesHtml(history, words),
  ];
};

const eventRow = ({ event, disclosures }: Evidence, english: string, { view, words }: Telling): string => {
  const { revision, metadata } = event;
  if (!view.showsStored(event)) return row([String(revision), '', '', escaped(words.withheld), '']);
  const title = words.eventTitle(event.type);
  const values = disclosures.map((value) => {
    const isShown = value.disclosure !== null && view.discloses(event, value);
    return `<span class="quiet">${escaped(value.at)}</span>: ${isShown ? escaped(valueText(value.disclosure)) : `<i>${escaped(words.notDisclosed)}</i>`}`;
  });
  const sentences = title === null ? [english] : [title, english];
  const told = [...sentences.map((text) => wordsHtml(text, words)), ...values].join('<br>');
  return row([
    String(revision),
    escaped(metadata.effectiveAt),
    escaped(metadata.recordedAt),
    told,
    escaped(actorOf(event)),
  ]);
};

/** Words, with what is not disclosed named so. */
const wordsHtml = (text: string, { notDisclosed }: PageWords): string =>
  escaped(text.replaceAll(erasedText, `[${notDisclosed}]`)).replaceAll('\n', '<br>');

/** The value in a disclosure, as JSON. */
const valueText = (disclosure: string): string => {
  // Our own vault wrote it: `[salt, place, value]`.
  const [, , value] = JSON.parse(Buffer.from(disclosure, 'base64url').toString()) as readonly unknown[];
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1).replaceAll(/\s+/g, ' ');
};

const actorOf = ({ metadata }: StoredEvent): string =>
  [metadata.actor, metadata.office].filter((text) => typeof text === 'string').join(', ');

const dutiesHtml = ({ duties }: ToldHistory, words: PageWords): readonly string[] => {
  const { columns, standings } = words;
  if (duties.length === 0) return [`<p>${escaped(words.noDuties)}</p>`];
  return [
    '<table><thead>',
    row(['R', columns.due, columns.standing, columns.why].map(escaped), 'th'),
    '</thead><tbody>',
    ...duties.map(({ rule, due, standing, why }) =>
      row([
        escaped(rule),
        escaped(due ?? words.pending),
        escaped(standings[standing] ?? standing),
        wordsHtml(why, words),
      ]),
    ),
    '</tbody></table>',
  ];
};

const proofHtml = ({ checkpoint }: Proofs, words: PageWords): readonly string[] => {
  const signers = checkpoint.split('\n').filter((line) => line.startsWith('— '));
  const names = signers.map((line) => escaped(line.split(' ')[1] ?? ''));
  return [
    `<h2>${escaped(words.proof)}</h2>`,
    `<p>${escaped(words.check)}</p>`,
    `<pre>node ${bundleFiles.verifier} --key VKEY --witness VKEY</pre>`,
    `<h3>${escaped(words.signedBy)}</h3>`,
    `<pre>${escaped(checkpoint.split('\n\n')[0] ?? '')}</pre>`,
    `<p>${escaped(words.seenBy)} ${names.join(', ')}.</p>`,
    ...(signers.length === 1 ? [`<p>${escaped(words.seenByNobody)}</p>`] : []),
  ];
};
