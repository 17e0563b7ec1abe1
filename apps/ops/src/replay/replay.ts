import { parseOptions } from '../arguments.js';
import { OpsProblem, type Command } from '../command.js';
import { allOptions, replayAll } from './replay-all.js';
import { caseOptions, replayCase } from './replay-case.js';

/** The history of one case step by step, or every case of the log folded anew. */
export const replay: Command = {
  about: 'Shows the history of one case step by step, or folds every case of the log again and compares (--all).',
  operand: 'CASE',
  options: { ...caseOptions, ...allOptions },
  examples: ['replay 0d9a1c5e-7c4f-5b8e-9a53-2f6f0f2d7c11 --to 3', 'replay --all --rulebook terms.json'],
  run: async (invocation) => {
    const [caseId, ...rest] = invocation.args;
    if (caseId !== undefined && !caseId.startsWith('-')) return replayCase(caseId, { ...invocation, args: rest });
    const { all, ...options } = parseOptions(invocation.args, allOptions);
    if (!all) throw new OpsProblem('arguments-invalid', 'name a case, or replay all of them with --all');
    return replayAll(options, invocation);
  },
};
