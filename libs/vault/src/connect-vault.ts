import type { OnHung } from '@app/mongo';
import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import {
  MasterKeyRefused,
  type Sealed,
  type SealRequest,
  type Unsealed,
  type UnsealRequest,
  type Vault,
} from './vault.js';
import { ErasedKeys } from './erased-keys.js';
import { erasedStreams, type Erasure, type ErasedStreams, type KeysOf } from './erasure.js';
import { KeyRing } from './key-ring.js';
import { KeyStore, type HeadRow, type KeyRow } from './key-store.js';
import { makeMasterKey, readMasterKey, type MasterKey } from './master-key.js';
import { closeBox, keyIdOf, openBox, sealWith, unsealWith } from './sealed-form.js';

export type VaultOptions = Readonly<{
  /** The vault is in database `<name>_vault`, where `<name>` is the address's path (`shanyraq` where it has none). */
  mongoUrl: string;
  masterKeyFile: string;
  /** Whether a missing master key file is made. Only where the vault holds no key yet; never in production. */
  mayMakeMasterKey?: boolean;
  /** Called when the client of the key database hangs, so that only another process can go on. Absent: nobody watches. */
  onHung?: OnHung;
}>;

/**
 * Opens the vault, making it on the first start, and destroys what was erased and is here all the same, as after a backup was restored. Throws `MasterKeyRefused` with a sentence that says what to do,
 * `VaultUnavailable`.
 */
export const connectVault = async (options: VaultOptions): Promise<Vault> => {
  const store = new KeyStore(options.mongoUrl, options.onHung);
  try {
    const head = await store.head();
    const master = await masterKeyFor(head, options);
    const keys = openHead(head ?? (await firstHead(store, master)), master, options.masterKeyFile);
    const vault = new MongoVault(store, new KeyRing(store, master, keys.subjectKey), {
      digestKey: keys.digestKey,
      masterKeyFile: options.masterKeyFile,
    });
    await vault.applyKept();
    return vault;
  } catch (error) {
    await store.close();
    throw error;
  }
};

class MongoVault implements Vault {
  readonly #digestKey: KeyObject;
  readonly #macKey: KeyObject;
  readonly #kept: ErasedKeys;
  #learning: NodeJS.Timeout | undefined;
  #erasures = 0;
  #erasedStreams: ErasedStreams = new Map();

  constructor(
    private readonly store: KeyStore,
    private readonly ring: KeyRing,
    { digestKey, masterKeyFile }: Readonly<{ digestKey: Buffer; masterKeyFile: string }>,
  ) {
    this.#digestKey = createSecretKey(digestKey);
    this.#macKey = createSecretKey(Buffer.from(hkdfSync('sha256', digestKey, '', 'shanyraq outside the log', 32)));
    this.#kept = new ErasedKeys(masterKeyFile, this.#digestKey);
  }

  async seal(requests: readonly SealRequest[]): Promise<readonly Sealed[]> {
    const owners = new Map(requests.map(({ subject, owner = null }) => [subject, owner]));
    const keys = await this.ring.forSubjects(owners);
    return requests.map((request) => sealWith(keys.get(request.subject), request));
  }

  async unseal(requests: readonly UnsealRequest[]): Promise<readonly Unsealed[]> {
    const keys = await this.ring.byIds([...new Set(requests.map(({ sealed }) => keyIdOf(sealed)))]);
    return requests.map((request) => unsealWith(keys.get(keyIdOf(request.sealed)), request));
  }

  keyIds(subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.ring.idsOf([...new Set(subjects)]);
  }

  async allKeyIds(subject: string): Promise<readonly string[]> {
    return (await this.#rowsOf(subject)).map(({ id }) => id);
  }

  digest(text: string): string {
    return createHmac('sha256', this.#digestKey).update(text).digest('hex');
  }

  mac(text: string): string {
    return createHmac('sha256', this.#macKey).update(text).digest('base64url');
  }

  async keysOf(subject: string): Promise<KeysOf> {
    const hashed = this.ring.hashOf(subject);
    const own = (await this.#rowsOf(subject)).filter(({ state }) => state !== 'ERASED').map(({ id }) => id);
    return { subject: hashed, keyIds: [...own, ...(await this.store.ownedBy(hashed))] };
  }

  async activeKeys(subjects: readonly string[]): Promise<readonly string[]> {
    const rows = (await Promise.all(subjects.map((subject) => this.#rowsOf(subject)))).flat();
    return rows.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id);
  }

  async closeKeys(ids: readonly string[], at: string): Promise<number> {
    const rows = await this.store.find(ids);
    const open = [...rows.values()].filter(({ state, closed }) => state === 'ACTIVE' && closed === undefined);
    for (const { id } of open) await this.store.closeKey(id, at);
    if (open.length > 0) this.ring.forget();
    const since = [...rows.values()].flatMap(({ closed }) => closed ?? []);
    const isLongAgo = since.every((closed) => Date.parse(at) - Date.parse(closed) > longAgoMs);
    return open.length === 0 && isLongAgo ? 0 : appendMs;
  }

  async erase(erasure: Erasure): Promise<void> {
    await this.#kept.keep(erasure);
    await this.#destroy(erasure);
  }

  get epoch(): number {
    return this.ring.epoch;
  }

  isErased(stream: string): boolean {
    return this.#erasedStreams.has(stream);
  }

  isErasedIn(stream: string, subject: string): boolean {
    return this.#erasedStreams.get(stream)?.has(this.ring.hashOf(subject)) ?? false;
  }

  async learnErasures(): Promise<void> {
    const known = await this.store.erasures();
    if (known.length === this.#erasures) return;
    this.#erasures = known.length;
    this.#erasedStreams = erasedStreams(known.map(({ erasure }) => erasure));
    this.ring.forget();
  }

  async unshownErasures(): Promise<readonly Erasure[]> {
    return (await this.store.erasures()).filter(({ shown }) => !shown).map(({ erasure }) => erasure);
  }

  async noteShown(id: string): Promise<void> {
    await this.store.noteShown(id);
  }

  /** Destroys what the folder of the master key says was destroyed, and goes on learning what other processes erase. */
  async applyKept(): Promise<void> {
    const known = new Set((await this.store.erasures()).map(({ erasure }) => erasure.id));
    for (const erasure of await this.#kept.all()) if (!known.has(erasure.id)) await this.#destroy(erasure);
    await this.learnErasures();
    // Where the database is away nothing is read either; the next look comes soon.
    this.#learning = setInterval(() => void this.learnErasures().catch(() => undefined), learnEveryMs).unref();
  }

  /** The keys first: an erasure that is named is done. */
  async #destroy(erasure: Erasure): Promise<void> {
    for (const id of erasure.keyIds) await this.store.eraseKey(id);
    for (const id of erasure.withheld) await this.store.withholdKey(id);
    await this.store.addErasure(erasure);
    this.ring.forget();
    await this.learnErasures();
  }

  /** Every key of a subject, oldest first. */
  async #rowsOf(subject: string): Promise<readonly KeyRow[]> {
    const rows: KeyRow[] = [];
    for (let generation = 1; ; generation += 1) {
      const id = this.ring.keyId(subject, generation);
      const row = (await this.store.find([id])).get(id);
      if (row === undefined) return rows;
      rows.push(row);
    }
  }

  close(): Promise<void> {
    clearInterval(this.#learning);
    return this.store.close();
  }
}

/** How often it is looked whether another process has erased something. */
const learnEveryMs = 5_000;

/** From the look at a key to the end of the append of what it sealed; an append is given up after five seconds. */
const appendMs = 6_000;

/** More than the clocks of two processes differ. */
const longAgoMs = 60_000;

const masterKeyFor = async (head: HeadRow | null, options: VaultOptions): Promise<MasterKey> => {
  const file = options.masterKeyFile;
  const master = await readMasterKey(file);
  if (master) return master;
  if (head) {
    throw new MasterKeyRefused(
      `The vault holds keys wrapped by master key ${head.master}, and there is no file ${file}: restore it from its backup, or no personal data can be read.`,
    );
  }
  if (!options.mayMakeMasterKey) {
    throw new MasterKeyRefused(`There is no master key file ${file}: set MASTER_KEY_FILE to one that exists.`);
  }
  return makeMasterKey(file);
};

const firstHead = async (store: KeyStore, master: MasterKey): Promise<HeadRow> => {
  const wrapNew = (name: string): string => closeBox(master.bytes, randomBytes(32), name);
  const row: HeadRow = { subjectKey: wrapNew('subject'), digestKey: wrapNew('digest'), master: master.id };
  if (await store.addHead(row)) return row;
  const first = await store.head();
  if (!first) throw new Error('the head of the vault vanished while it was being made');
  return first;
};

const openHead = (head: HeadRow, master: MasterKey, file: string): { subjectKey: Buffer; digestKey: Buffer } => {
  const subjectKey = openBox(master.bytes, head.subjectKey, 'subject');
  const digestKey = openBox(master.bytes, head.digestKey, 'digest');
  if (subjectKey && digestKey) return { subjectKey, digestKey };
  throw new MasterKeyRefused(
    `The master key in ${file} (${master.id}) is not the one that wrapped this vault's keys (${head.master}): name the right file in MASTER_KEY_FILE.`,
  );
};
