import { apiOption, jsonOption } from '../arguments.js';
import type { Options } from '../command.js';

/** Options of the replay of one case. */
export const caseOptions = {
  to: { type: 'string', value: 'REVISION', about: 'of one case: the last event to show, by its revision' },
  at: { type: 'string', value: 'INSTANT', about: 'of one case: only what was recorded by then' },
  step: { type: 'boolean', about: 'of one case: waits for Enter after each event' },
  token: {
    type: 'string',
    value: 'TOKEN',
    about: 'of one case: the token of an auditor, where the system has its own issuer',
  },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

/** Options of the replay of every case. */
export const allOptions = {
  all: { type: 'boolean', about: 'folds every case of the log and compares it with the read models' },
  calendar: {
    type: 'string',
    value: 'FILE',
    about: 'of all: compares with the duties under this calendar, a JSON list of days',
  },
  rulebook: {
    type: 'string',
    value: 'ID or FILE',
    about: 'of all: compares with the duties under this rulebook, or with the terms in this file',
  },
  ...jsonOption,
} as const satisfies Options;
