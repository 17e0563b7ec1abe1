import { OpsProblem, problemOf, writeLine } from '../command.js';

/**
 * Answers every line that comes in, in order: the answer as one line of JSON, or `{"error":{"code","detail"}}` where the line cannot be read or answered.
 * Reads no faster than the reader of the answers; empty lines are passed over.
 */
export const answerLines = async (
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  answer: (line: object) => object,
): Promise<void> => {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    await writeAnswers(lines, output, answer);
  }
  await writeAnswers([rest], output, answer);
};

/** A field of a line; undefined where there is none. */
export const fieldOf = (line: object, name: string): unknown => Object.entries(line).find(([key]) => key === name)?.[1];

const writeAnswers = async (
  lines: readonly string[],
  output: NodeJS.WritableStream,
  answer: (line: object) => object,
): Promise<void> => {
  const answers = lines.filter((line) => line.trim() !== '').map((line) => JSON.stringify(answerOrError(line, answer)));
  if (answers.length > 0) await writeLine(output, answers.join('\n'));
};

const answerOrError = (line: string, answer: (line: object) => object): object => {
  try {
    return answer(objectOf(line));
  } catch (error) {
    return { error: problemOf(error) };
  }
};

const objectOf = (line: string): object => {
  const value = parsed(line);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new OpsProblem('line-unreadable', 'each line must be one JSON object');
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new OpsProblem('line-unreadable', 'each line must be one JSON object', { cause: error });
  }
};
