/** What a command was given, beside its own name. */
export type Invocation = Readonly<{
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  stdin: NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WriteStream;
}>;

/** An option of a command, as `node:util` parses it, and its words in the help. */
type Option = Readonly<{
  type: 'string' | 'boolean';
  /** What stands for its value: `FILE`. */
  value?: string;
  default?: string;
  /** What it says or does, in a few words. */
  about: string;
}>;

export type Options = Readonly<Record<string, Option>>;

/** One command of the command line. It writes its answer, or throws: `OpsProblem`, or whatever `problemOf` knows by name. */
export type Command = Readonly<{
  /** What it does, in a sentence. */
  about: string;
  /** What is given without a name, before the options: `DATASET`. */
  operand?: string;
  options: Options;
  /** How it is called, as examples: what stands behind `npm run -s ops -- `. */
  examples: readonly [string, ...string[]];
  run: (invocation: Invocation) => Promise<void>;
}>;

/** A named problem: what a command ends with where it cannot answer. Names are stable; for machines. */
export class OpsProblem extends Error {
  override readonly name = 'OpsProblem';
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A problem as it is printed: `code`, what happened, and the facts where a rule refused. */
export type PrintedProblem = Readonly<{ code: string; detail: string; facts?: unknown }>;

/** An error as a problem; `internal-error` where nobody named it. Knows any error that carries a code of its own, such as a refusal. */
export const problemOf = (error: unknown): PrintedProblem => {
  if (!(error instanceof Error)) return { code: 'internal-error', detail: String(error) };
  if (error.name === 'ConfigInvalid') return { code: 'config-invalid', detail: error.message };
  if (error.name === 'Refusal' && 'code' in error && 'facts' in error) {
    return { code: String(error.code), detail: error.message, facts: error.facts };
  }
  if (error instanceof OpsProblem) return { code: error.code, detail: error.message };
  if (error instanceof RangeError) return { code: 'value-invalid', detail: error.message };
  return { code: 'internal-error', detail: error.message };
};

/** Writes a line, and waits where the reader is slower. */
export const writeLine = async (stream: NodeJS.WritableStream, text: string): Promise<void> => {
  if (!stream.write(`${text}\n`)) await new Promise((resolve) => stream.once('drain', resolve));
};
