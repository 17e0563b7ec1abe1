import { NotCanonical } from './canonical-json.js';
import { canonicalMembers, canonicalText, objectText } from './canonical-text.js';

/** An event as a log holds it, whoever wrote it: JSON, or what somebody put in its place; null for data that are no text. */
export type WrittenText = Readonly<{
  stream: string;
  revision: number;
  type: string;
  data: string | null;
  metadata: string;
}>;

/** What a check of the chains needs of an event: canonical texts, of the metadata without `hash`. Null is what is not there, or has no canonical text. */
export type LoggedEvent = Readonly<{
  stream: string;
  revision: number;
  type: string;
  data: string | null;
  metadata: string | null;
  prevHash: string | null;
  hash: string | null;
}>;

/** Reads out of an event what a check of the chains needs. */
export const loggedEvent = ({ stream, revision, type, data, metadata }: WrittenText): LoggedEvent => {
  const members = orNull(() => canonicalMembers(metadata));
  const said = (wanted: string): string | null => textIn(members?.find(({ name }) => name === wanted)?.text);
  return {
    stream,
    revision,
    type,
    data: data === null ? null : orNull(() => canonicalText(data)),
    metadata: members && objectText(members.filter(({ name }) => name !== 'hash')),
    prevHash: said('prevHash'),
    hash: said('hash'),
  };
};

/** The string that a JSON text says; null where it says something else, or nothing. */
const textIn = (json = 'null'): string | null => {
  if (!json.startsWith('"')) return null;
  // A JSON text that begins with a quote says a string.
  return JSON.parse(json) as string;
};

const orNull = <T>(make: () => T): T | null => {
  try {
    return make();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof NotCanonical) return null;
    throw error;
  }
};
