import type { Fault, Proved, ReadersKeys } from '@app/proof';

/** What is wrong, a line each: the file, the line in it, and what was found. */
export const faultsText = (faults: readonly Fault[]): string =>
  [
    'NOT PROVED',
    ...faults.map(({ file, line, what }) => `  ${plain(file)}${line === null ? '' : `, line ${line}`}: ${plain(what)}`),
    '',
  ].join('\n');

/** What a bundle proves, and what it cannot. */
export const proofText = (proved: Proved, keys: ReadersKeys): string =>
  [
    ...proved.events.map(eventText),
    ...(proved.values.length === 0 ? [] : ['', ...proved.values.map(valueText)]),
    '',
    'PROVED',
    ...provedLines(proved),
    '',
    'NOT PROVED, as no bundle can',
    ...openLines(proved),
    '',
    ...keyLines(keys, proved),
    '',
  ].join('\n');

const eventText = ({ line, stream, revision, index, event, isBound }: Proved['events'][number]): string => {
  const recordedAt = event && 'recordedAt' in event.metadata ? String(event.metadata.recordedAt) : null;
  const hidden = isBound ? 'not shown' : 'not shown; that it stands here is not proved';
  const what = event === null ? hidden : `${event.type}, recorded ${recordedAt ?? 'at a time that it does not say'}`;
  return plain(`line ${line}  ${stream} #${revision}  ${what}  (entry ${index} of the log)`);
};

const valueText = ({ stream, revision, at, value }: Proved['values'][number]): string =>
  plain(`${stream} #${revision} ${at} = ${JSON.stringify(value)}`);

const provedLines = ({ head, events, values, hidden, cosignatures }: Proved): readonly string[] => {
  const shown = events.filter(({ event }) => event !== null).length;
  const withheld = events.length - shown;
  return [
    `  These ${shown} events, each from the first of its stream on, none left out between them, none changed.`,
    ...(withheld > 0 ? [`  Of ${withheld} more only that the log has them: their content is not shown.`] : []),
    `  ${values.length} sealed values of theirs as they were sealed; ${hidden} more are not shown.`,
    `  They are in this order in the log ${plain(head.origin)}, whose head has ${head.size} entries and the root ${head.root}.`,
    ...cosignatures.map(
      ({ vkey, timestamp }) => `  The witness ${plain(vkey.name)} saw this head at ${momentOf(timestamp)}.`,
    ),
    ...(cosignatures.length === 0 ? ['  No witness saw this head: it rests on the word of the log alone.'] : []),
  ];
};

const openLines = ({ events }: Proved): readonly string[] => [
  ...(events.every(({ isBound }) => isBound)
    ? []
    : ['  Of an event that is not shown, and is followed by none that is: its stream and its place in it.']),
  `  That nothing was recorded behind these events: they end with ${ends(events)}; what came later is not in a bundle.`,
  '  That what was recorded is true.',
  '  The words of case.html and case.pdf: they were made of these events by whoever made the bundle; the events above decide.',
];

const ends = (events: Proved['events']): string => {
  const last = new Map(events.map(({ stream, revision }) => [stream, revision]));
  return [...last].map(([stream, revision]) => plain(`${stream} #${revision}`)).join(', ');
};

const keyLines = ({ log, witnesses }: ReadersKeys, { cosignatures }: Proved): readonly string[] => [
  log.length > 0
    ? 'The key of the log is the one that you gave.'
    : 'The key of the log is that of keys.txt. Compare it with what you know from elsewhere, or give that by --key.',
  ...(cosignatures.length > 0
    ? [
        witnesses.length > 0
          ? 'The keys of the witnesses are those that you gave.'
          : 'The keys of the witnesses are those of keys.txt. Compare them with what you know from elsewhere, or give those by --witness.',
      ]
    : []),
];

/** Seconds since the Epoch; a witness may say any number. */
const momentOf = (timestamp: number): string => {
  const date = new Date(timestamp * 1000);
  return Number.isNaN(date.getTime()) ? `second ${timestamp} of the Epoch` : date.toISOString();
};

/** Without what would steer a terminal. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?');
