/** How a new log was begun: which request was confirmed by whom, the new name, and the last head of the log before. */
export type Begun = Readonly<{
  newLogId: string;
  confirmedBy: string;
  origin: string;
  after: Readonly<{ checkpoint: string; vkey: string | null; head: number; lost: number }>;
}>;

/** A MAC under the key of the vault. */
type Mac = (text: string) => string;

/**
 * The MAC of the beginning of a new log. An event alone proves no consent: who can write to the log could append one, and what they had
 * cut off would count as lost by the word of two people. Nobody makes this without the master key.
 */
export const markOfBegun = (mac: Mac, { newLogId, confirmedBy, origin, after }: Begun): string => {
  const { checkpoint, vkey, head, lost } = after;
  return mac(`new log\n${JSON.stringify([newLogId, confirmedBy, origin, checkpoint, vkey, head, lost])}`);
};
