import { CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Type } from '../bson/types.js';
import type { Value } from '../bson/value.js';
import { okAnswer } from '../wire/message.js';

/** What went wrong with one statement of a write command. */
type WriteError = Readonly<{ index: number; error: CommandError }>;

/** What a write command did, statement by statement. */
export class WriteOutcome {
  matched = 0;
  modified = 0;
  readonly upserted: { index: number; id: Value }[] = [];
  readonly errors: WriteError[] = [];

  /** Runs the statements in turn; the first error ends an ordered command, an unordered one goes on. */
  static ofEach(
    count: number,
    ordered: boolean,
    statement: (index: number, outcome: WriteOutcome) => void,
  ): WriteOutcome {
    const outcome = new WriteOutcome();
    for (let index = 0; index < count; index += 1) {
      try {
        statement(index, outcome);
      } catch (error) {
        // Anything but a refusal undoes the whole command.
        if (!(error instanceof CommandError)) throw error;
        outcome.errors.push({ index, error });
        if (ordered) break;
      }
    }
    return outcome;
  }

  /** The answer to insert and delete (`n`), or with `nModified` to update. */
  answer(withModified: boolean): Buffer {
    return okAnswer((answer) => {
      answer.int('n', this.matched + this.upserted.length);
      if (withModified) answer.int('nModified', this.modified);
      if (this.upserted.length > 0) this.writeUpserted(answer);
      if (this.errors.length > 0) this.writeErrors(answer);
    });
  }

  private writeUpserted(answer: DocumentWriter): void {
    answer.beginField(Type.array, 'upserted');
    this.upserted.forEach(({ index, id }, i) =>
      answer.beginField(Type.object, String(i)).int('index', index).value('_id', id).end(),
    );
    answer.end();
  }

  private writeErrors(answer: DocumentWriter): void {
    answer.beginField(Type.array, 'writeErrors');
    this.errors.forEach(({ index, error }, i) => {
      answer.beginField(Type.object, String(i)).int('index', index);
      writeError(answer, error);
      answer.end();
    });
    answer.end();
  }
}

/** The fields of an error, as they stand in a failed command and in `writeErrors`. */
export const writeError = (answer: DocumentWriter, error: CommandError): void => {
  answer.int('code', error.code).string('errmsg', error.message);
  for (const [name, document] of Object.entries(error.details)) answer.raw(Type.object, name, document);
};
