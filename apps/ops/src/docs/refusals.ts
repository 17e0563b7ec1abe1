import { paragraphOf, refusals } from '@app/domain';
import { problemKinds } from '@app/platform';
import { heading, table, type GeneratedFile } from './generated-file.js';

/** Every reason for which the system says no: the rules' and the contract's own. */
export const refusalCatalogue = (): GeneratedFile => ({
  path: 'docs/generated/refusals.md',
  text: [
    ...heading('Refusals and problems', 'Every code that `application/problem+json` may carry. Codes are for ever.'),
    '## A rule said no (409)',
    '',
    ...table(
      ['code', 'rule', 'paragraph', 'says'],
      Object.entries(refusals).map(([code, { rule, message }]) => [`\`${code}\``, rule, paragraphOf(rule), message]),
    ),
    '',
    '## The contract said no',
    '',
    ...table(
      ['code', 'status', 'title'],
      Object.entries(problemKinds).map(([code, [status, title]]) => [`\`${code}\``, String(status), title]),
    ),
    '',
  ].join('\n'),
});
