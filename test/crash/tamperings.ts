import { appendEntries, edgeRoot, emptyEdge, entryOf, signCheckpoint, type Signer } from '@app/proof';
import { sha256 } from '@app/proof/node';
import { rechained, type FileEvent } from '../support/event-log-file.js';

const ofCase = (nth: number) => (event: FileEvent, _: number, all: readonly FileEvent[]) =>
  event.stream === all.find(({ stream }) => stream.startsWith('case-'))?.stream &&
  all.filter(({ stream }) => stream === event.stream).indexOf(event) === nth;

/** Each tampering on the first case of the log, or on the whole of it. */
export const tamperings: Readonly<Record<string, (events: readonly FileEvent[]) => readonly FileEvent[]>> = {
  changed: (events) => {
    const at = events.findIndex(ofCase(2));
    return events.map((event, nth) =>
      nth === at ? { ...event, metadata: { ...event.metadata, actor: 'somebody else' } } : event,
    );
  },
  dropped: (events) => events.toSpliced(events.findIndex(ofCase(2)), 1),
  reordered: (events) => {
    const [one, other] = [events.findIndex(ofCase(2)), events.findIndex(ofCase(3))];
    return events.map((event, nth) => (nth === one ? events[other]! : nth === other ? events[one]! : event));
  },
  inserted: (events) => {
    const at = events.findIndex(ofCase(2));
    const { stream } = events[at]!;
    const own = events.filter((event) => event.stream === stream);
    // Chained to the event before it, as its writer would; what follows stays as it is.
    const added = rechained([...own.slice(0, 2), withActor(own[1]!)])[2]!;
    return events.toSpliced(at, 0, added);
  },
  'rewritten stream': (events) => {
    const { stream } = events.find(ofCase(0))!;
    const own = rechained(events.filter((event) => event.stream === stream).map(withActor));
    return events.map((event) => (event.stream === stream ? own.shift()! : event));
  },
  'truncated tail': (events) => events.slice(0, -12),
  'rewritten head': (events) => {
    const at = events.findIndex(({ stream }) => stream === 'proof-heads');
    const data = {
      checkpoint: String(events[at]!.data['checkpoint']).replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`),
    };
    return rechained(events.map((event, nth) => (nth === at ? { ...event, data } : event)));
  },
  'a second log': (events) => rechained(events.map(withActor)),
};

const withActor = (event: FileEvent): FileEvent =>
  event.stream.startsWith('$') ? event : { ...event, metadata: { ...event.metadata, actor: 'somebody else' } };

/** The events with every chain computed anew and every head signed anew: all that whoever holds log and key can do. */
export const signedAnew = async (events: readonly FileEvent[], signer: Signer): Promise<readonly FileEvent[]> => {
  let edge = emptyEdge;
  const out: FileEvent[] = [];
  for (const event of rechained(events)) {
    if (event.stream.startsWith('$')) {
      out.push(event);
      continue;
    }
    if (event.stream !== 'proof-heads') {
      edge = appendEntries(edge, [entryOf(event.metadata.hash ?? '')], sha256).edge;
      out.push(event);
      continue;
    }
    const head = { origin: signer.vkey.name, size: edge.size, root: edgeRoot(edge, sha256) };
    out.push({ ...event, data: { checkpoint: await signCheckpoint(head, signer) } });
  }
  return rechained(out);
};
