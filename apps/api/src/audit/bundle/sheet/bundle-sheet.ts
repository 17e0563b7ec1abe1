import { type Language, localDateOf, localTimeOf, momentIn, say } from '@app/domain';
import { erasedText, type Recorded, type StoredEvent } from '@app/event-store';
import { bundleFiles } from '@app/proof';
import type { BundleView } from '../bundle-view.js';
import type { Evidence, Proofs } from '../evidence.js';
import { withoutHidden } from '../hidden-values.js';
import { type SheetWords, sheetWords } from './sheet-words.js';
import type { Block, Entry, Line, Sheet } from './sheet.js';
import type { Told, ToldDuty, ToldHistory } from './told.js';
import { valueText } from './value-text.js';

type Shown = Readonly<{ view: BundleView; proofs: Proofs; language: Language; at: string }>;

/** What the sheet of a bundle tells: each history in words, what is disclosed of each event, and the duties with how their dates came about. */
export const bundleSheet = (told: readonly Told[], evidence: readonly Evidence[], shown: Shown): Sheet => {
  const { view, proofs, language, at } = shown;
  const words = sheetWords[language];
  const hide = hiding(evidence, view);
  const histories = told.map((tell) => tell(hide, language));
  return {
    language,
    title: `${words.title}: ${histories.map((history) => nameOf(history, words)).join(' · ')}`,
    madeAt: at,
    blocks: [
      heading(1, words.title),
      paragraph(words.about),
      ...histories.flatMap((history) => historyBlocks(history, evidence, { view, words, language })),
      ...proofBlocks(proofs, words),
    ],
  };
};

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'HEADING', level, text });
const paragraph = (text: string): Block => ({ kind: 'PARAGRAPH', text });

const nameOf = ({ kind, id }: ToldHistory, words: SheetWords): string =>
  `${kind === 'CASE' ? words.case : words.complaint} ${id}`;

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

type Telling = Readonly<{ view: BundleView; words: SheetWords; language: Language }>;

const historyBlocks = (history: ToldHistory, evidence: readonly Evidence[], telling: Telling): readonly Block[] => {
  const { words, language } = telling;
  const own = evidence.filter(({ event }) => event.stream === history.stream);
  return [
    heading(2, nameOf(history, words)),
    ...(history.zone === null ? [] : [paragraph(`${words.zone}: ${history.zone}.`)]),
    heading(3, words.history),
    ...own.map((one, at) => entryBlock(eventEntry(one, history.words[at] ?? '', { ...telling, zone: history.zone }))),
    heading(3, words.duties),
    ...(history.duties.length === 0 ? [paragraph(words.noDuties)] : []),
    ...history.duties.map((duty) => entryBlock(dutyEntry(duty, words, language))),
  ];
};

const entryBlock = (entry: Entry): Block => ({ kind: 'ENTRY', entry });

const eventEntry = (
  { event, disclosures }: Evidence,
  sentence: string,
  { view, words, language, zone }: Telling & Readonly<{ zone: string | null }>,
): Entry => {
  const { revision, metadata } = event;
  if (!view.showsStored(event)) return { head: `${revision}. ${words.withheld}`, facts: [], lines: [] };
  const moment = (at: string): string => momentOf(at, zone, language);
  return {
    head: `${revision}. ${withHidden(sentence, words)}`,
    facts: [
      { name: words.facts.happened, text: moment(metadata.effectiveAt) },
      { name: words.facts.recorded, text: moment(metadata.recordedAt) },
      { name: words.facts.by, text: actorOf(event) },
    ],
    lines: disclosures.map((value): Line => {
      const isShown = value.disclosure !== null && view.discloses(event, value);
      return { name: value.at, text: isShown ? valueText(value.disclosure) : words.notDisclosed };
    }),
  };
};

/** By the clock of the office, to the minute. */
const momentOf = (at: string, zone: string | null, language: Language): string =>
  zone === null
    ? momentIn(at, language)
    : `${say[language].day(localDateOf(at, zone))}, ${localTimeOf(at, zone).slice(0, 5)}`;

/** Words in which what is not disclosed is named so. */
const withHidden = (text: string, { notDisclosed }: SheetWords): string =>
  text.replaceAll(erasedText, `[${notDisclosed}]`);

const actorOf = ({ metadata }: StoredEvent): string =>
  [metadata.actor, metadata.office].filter((text) => typeof text === 'string').join(', ');

const dutyEntry = ({ key, what, due, standing, why }: ToldDuty, words: SheetWords, language: Language): Entry => ({
  head: `${key}. ${capitalized(what)}`,
  facts: [
    { name: words.facts.due, text: due === null ? words.pending : say[language].day(due) },
    { name: words.facts.standing, text: words.standings[standing] },
  ],
  lines: why.map((line) => withHidden(line, words)),
});

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const proofBlocks = ({ checkpoint }: Proofs, words: SheetWords): readonly Block[] => {
  const signers = checkpoint.split('\n').filter((line) => line.startsWith('— '));
  const names = signers.map((line) => line.split(' ')[1] ?? '');
  return [
    heading(2, words.proof),
    paragraph(words.check),
    { kind: 'CODE', text: `node ${bundleFiles.verifier} --key VKEY --witness VKEY` },
    paragraph(words.checkInPage),
    heading(3, words.signedBy),
    { kind: 'CODE', text: checkpoint.split('\n\n')[0] ?? '' },
    paragraph(`${words.seenBy} ${names.join(', ')}.`),
    ...(signers.length === 1 ? [paragraph(words.seenByNobody)] : []),
  ];
};
