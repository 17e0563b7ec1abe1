import { codeNames, CommandError, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { writeError, type Request } from '../wire/message.js';
import { Input, type Node } from './command.js';
import { commands } from './table.js';

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
