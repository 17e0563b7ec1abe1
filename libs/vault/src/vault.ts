import type { Erasure, KeysOf } from './erasure.js';

/** A value that was sealed with a key of the vault: plain JSON that stands where the value stood. */
export type Sealed = Readonly<{ $sealed: string }>;

/**
 * `subject`: whose key seals, the IIN of a person or the name of a stream. `owner`: the IIN of the person with whose keys that of a
 * stream is destroyed, null where nobody is known. `text`: the value as canonical JSON; `at`: its JSON Pointer (RFC 6901) in the data
 * of its event; `place`: what the seal is bound to, to be given again to open it.
 */
export type SealRequest = Readonly<{
  subject: string;
  owner?: string | null;
  text: string;
  at: string;
  place: string;
}>;
export type UnsealRequest = Readonly<{ sealed: Sealed; at: string; place: string }>;

/**
 * What is left of a value: its text with its disclosure (base64url as in RFC 9901, section 4.2; null of a value in form 1, which has
 * none), or the fact that its key was destroyed.
 */
export type Unsealed = Readonly<{ text: string; disclosure: string | null }> | Readonly<{ erased: true }>;

/**
 * Seals personal data with one key per person, and one per stream for words that may name anybody. Subjects are stored as keyed hashes only.
 * Every call that needs the database may throw `VaultUnavailable` (retryable).
 */
export interface Vault {
  /** Seals values, making keys for new subjects; answers in the order asked. The keys are durable when it answers. */
  seal(requests: readonly SealRequest[]): Promise<readonly Sealed[]>;
  /** Opens values with at most one query for all keys not at hand; answers in the order asked. Throws `SealBroken`. */
  unseal(requests: readonly UnsealRequest[]): Promise<readonly Unsealed[]>;
  /** The ids of the keys that seal for these persons now, without making one: who has none is not in the answer. At most one query, another for each erasure. */
  keyIds(subjects: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The ids of every key that a person has or had, destroyed ones too, oldest first. */
  allKeyIds(subject: string): Promise<readonly string[]>;
  /** Keyed digest (HMAC-SHA-256, hex) of a text, so that texts can be compared later without being stored. */
  digest(text: string): string;
  /**
   * Authenticates what is kept outside the log (HMAC-SHA-256 under a key of its own, base64url): only who has the master key can write
   * it. The text begins with what it is about, so that one thing never stands for another.
   */
  mac(text: string): string;
  /** The keys with which a person's data would be destroyed: its own, and those of the streams that it owns. */
  keysOf(subject: string): Promise<KeysOf>;
  /** The ids of the keys of some subjects that open something now. */
  activeKeys(subjects: readonly string[]): Promise<readonly string[]>;
  /**
   * Closes keys that are about to be destroyed: they open what they sealed, and seal nothing more, in any process that reaches the key
   * database; who comes next gets another key. Answers for how many milliseconds what was sealed before may still be on its way into the log.
   */
  closeKeys(ids: readonly string[], at: string): Promise<number>;
  /**
   * Carries an erasure out: first it is kept beside the master key, durable, then its keys are destroyed: all that they sealed is gone. Doing it
   * again does what is left of it. Other processes forget within seconds, as long as the key database answers, and within
   * `keyCacheMinutes` at the latest. Throws what the system says of the folder of the master key.
   */
  erase(erasure: Erasure): Promise<void>;
  /** Rises whenever keys are forgotten since somebody closes or destroys some: what was opened before is not to be relied on. */
  readonly epoch: number;
  /** Whether an erasure is about a stream: words in it that are not sealed are not shown. As known here, within seconds. */
  isErased(stream: string): boolean;
  /** Whether an erasure about a stream was of this person: no number in it names them any more. As known here, within seconds. */
  isErasedIn(stream: string, subject: string): boolean;
  /** Learns of the erasures that other processes carried out, and forgets keys where there is a new one. */
  learnErasures(): Promise<void>;
  /** The erasures of which something may still be shown as it was. */
  unshownErasures(): Promise<readonly Erasure[]>;
  /** Says that all that is shown of the streams of an erasure was made anew. */
  noteShown(id: string): Promise<void>;
  close(): Promise<void>;
}

/** Minutes after which a process forgets an unwrapped key. */
export const keyCacheMinutes = 5;

/** True for what `seal` answers. */
export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && '$sealed' in value && typeof value.$sealed === 'string';

/** The key database cannot be reached; the same call may succeed later. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
}

/** A sealed value does not open: altered, moved from its place, or sealed by a key that the vault never had. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** The master key is missing, unreadable, or not the one that wrapped this vault's keys. The message says what to do. */
export class MasterKeyRefused extends Error {
  override readonly name = 'MasterKeyRefused';
}
