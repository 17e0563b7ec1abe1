import { parseOptions } from '../arguments.js';
import { OpsProblem, type Command } from '../command.js';
import { replayAll } from './replay-all.js';
import { replayCase } from './replay-case.js';

/** The history of one case step by step, or every case of the log folded anew. */
export const replay: Command = {
  usage: [
    'replay CASE [--to REVISION | --at INSTANT] [--step] [--api http://127.0.0.1:3000] [--token T]',
    'replay --all [--calendar FILE] [--rulebook ID or FILE]',
  ].join('\n  '),
  run: async (invocation) => {
    const [caseId, ...rest] = invocation.args;
    if (caseId !== undefined && !caseId.startsWith('-')) return replayCase(caseId, { ...invocation, args: rest });
    const { all, ...options } = parseOptions(invocation.args, {
      all: { type: 'boolean' },
      calendar: { type: 'string' },
      rulebook: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (!all) throw new OpsProblem('arguments-invalid', 'name a case, or ask for all of them with --all');
    return replayAll(options, invocation);
  },
};
