import { codeNames, CommandError, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { writeError, type Request } from '../wire/message.js';
import { bulkWrite } from './bulk-write.js';
import { createIndexes, drop, dropDatabase, listCollections } from './collections.js';
import { Input, type Command, type Node } from './command.js';
import { deleteCommand, findAndModify, insert, update } from './writes.js';
import { endSessions, hello, isMaster, ping } from './handshake.js';
import { aggregate, count, find, getMore, killCursors } from './reads.js';

/** Every command there is, by name. What is not here is refused by name. */
const commands: Readonly<Record<string, Command>> = {
  hello,
  ismaster: isMaster,
  ping,
  endSessions,
  find,
  getMore,
  killCursors,
  count,
  aggregate,
  insert,
  update,
  delete: deleteCommand,
  bulkWrite,
  findAndModify,
  createIndexes,
  drop,
  dropDatabase,
  listCollections,
};

/** Answers a request, whatever comes of it: a result, or an error document. */
export const answer = async (node: Node, request: Request): Promise<Buffer> => {
  try {
    const command = Object.hasOwn(commands, request.name) ? commands[request.name] : undefined;
    if (!command) throw notImplemented(`the command ${request.name}`);
    const input = new Input(request);
    input.check(command.options);
    return await command.run(node, input);
  } catch (error) {
    return errorAnswer(error);
  }
};

/** The document of a failed command. What is no `CommandError` is a defect: it is told to the client, and to whoever reads standard error. */
export const errorAnswer = (error: unknown): Buffer => {
  const known = error instanceof CommandError ? error : defect(error);
  const document = new DocumentWriter().begin().double('ok', 0);
  writeError(document, known);
  return document.string('codeName', codeNames[known.code]).end().finish();
};

const defect = (error: unknown): CommandError => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`document node: ${text}\n`);
  return new CommandError(8000, `the embedded document node failed: ${String(error)}`);
};
