import { CommandError, notImplemented } from '../errors.js';
import { Fields } from '../bson/fields.js';
import { documentValue, numberOf, textOf, Type, type Value } from '../bson/value.js';
import { parseFilter, type Filter } from '../matching/filter.js';
import type { Cursors } from '../reading/cursors.js';
import type { Catalog } from '../storage/catalog.js';
import type { WriteQueue } from '../storage/write-queue.js';
import type { Request } from '../wire/message.js';

/** What commands work on. The wire version says how new the server is that a client sees. */
export type Node = Readonly<{ catalog: Catalog; writes: WriteQueue; cursors: Cursors; wireVersion: number }>;

/** A command: the options it knows besides the general ones, and how it is answered. Every other option is refused by name. */
export type Command = Readonly<{
  options: readonly string[];
  run: (node: Node, input: Input) => Promise<Buffer> | Buffer;
}>;

/** Options that may stand in any command: they change nothing here, or are read by `Input` itself. */
const general = [
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
];

/** As many statements as one write command takes: what `hello` announces. */
export const mostStatements = 100_000;

/** A request's fields. */
export class Input extends Fields {
  constructor(private readonly request: Request) {
    super(request.fields);
  }

  /** Throws NotImplemented (238) naming the first option that is not known. */
  check(options: readonly string[]): void {
    const { name, sequences } = this.request;
    if (this.value('startTransaction') || this.value('autocommit'))
      throw notImplemented('a transaction (startTransaction)');
    const known = new Set([name, ...general, ...options]);
    this.allowOnly(known, name);
    new Fields(new Map([...sequences.keys()].map((key) => [key, emptyDocument]))).allowOnly(known, name);
    checkReadConcern(this.document('readConcern'));
    checkWriteConcern(this.document('writeConcern'));
  }

  get database(): string {
    return this.request.database;
  }

  /** `database.collection`, the collection being the command's own operand. */
  get namespace(): string {
    return `${this.database}.${this.text(this.request.name) ?? ''}`;
  }

  get maxTimeMs(): number {
    return this.number('maxTimeMS') ?? 0;
  }

  /** Statements run in order, and the first error ends them, unless the client says otherwise. */
  get ordered(): boolean {
    return this.value('ordered') === undefined || this.flag('ordered');
  }

  /** A list, given in the body or as a document sequence. */
  override list(name: string): readonly Value[] {
    return this.request.sequences.get(name) ?? super.list(name);
  }

  /** The statements of a write command. Throws InvalidLength (16) where there are none, or too many. */
  statements(name: string): readonly Value[] {
    const statements = this.list(name);
    if (statements.length === 0 || statements.length > mostStatements)
      throw new CommandError(
        16,
        `Write batch sizes must be between 1 and ${mostStatements}. Got ${statements.length} operations.`,
      );
    return statements;
  }
}

/** Every read sees what is on the disk, so these levels hold by themselves; others are refused. */
const readLevels = new Set(['local', 'majority', 'available']);

const checkReadConcern = (concern: Value | undefined): void => {
  const level = concern && Fields.of(concern).text('level');
  if (level !== undefined && !readLevels.has(level)) throw notImplemented(`readConcern level ${level}`);
};

/** Every write is synced before it is acknowledged; one node cannot promise more than itself. */
const checkWriteConcern = (concern: Value | undefined): void => {
  const w = concern && Fields.of(concern).value('w');
  if (!w) return;
  const holds = w.type === Type.string ? textOf(w) === 'majority' : (numberOf(w) ?? 0) <= 1;
  if (!holds) throw notImplemented('a writeConcern of more than one node');
};

/** The filter of a command; everything where none is given. */
export const filterIn = (input: Input, name = 'filter'): Filter => parseFilter(input.document(name) ?? emptyDocument);

const emptyDocument: Value = documentValue(Buffer.from([5, 0, 0, 0, 0]));
