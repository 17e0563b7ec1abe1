import { isOfficeBound, isSubject, loadConfigNear, roles } from '@app/platform';
import { developmentIssuer } from './api-request.js';
import { choice, jsonOption, parseOptions, required, wholeNumber } from './arguments.js';
import { configuredOffice } from './calendar/office.js';
import { OpsProblem, writeLine, type Command, type Options } from './command.js';

const defaultMinutes = 480;
const yearInMinutes = 525_600;

const options = {
  role: { type: 'string', value: 'ROLE', about: `the role: ${roles.join(', ')}` },
  office: { type: 'string', value: 'OFFICE', about: 'the office, for a role that is bound to one' },
  sub: { type: 'string', value: 'NAME', about: 'the name of the person. Absent: ROLE@OFFICE' },
  minutes: { type: 'string', value: 'N', default: String(defaultMinutes), about: 'how many minutes it is valid' },
  ...jsonOption,
} as const satisfies Options;

/** Prints a bearer token of the development issuer. */
export const token: Command = {
  about: 'Prints a bearer token of the development issuer.',
  options,
  examples: ['token --role caseworker --office almaty-bostandyk', 'token --role auditor --minutes 60'],
  run: async ({ args, env, stdout }) => {
    const given = parseOptions(args, options);
    const role = choice('role', required('role', given.role), roles);
    if (isOfficeBound(role) && !given.office) {
      throw new OpsProblem('office-missing', `a ${role} acts for one office: name it with --office`);
    }
    if (given.office) await configuredOffice(given.office, env);
    mustBeSubject(given.sub);
    const request = {
      role,
      ...(given.office && { office: given.office }),
      ...(given.sub && { sub: given.sub }),
      minutes: wholeNumber('minutes', given.minutes, { min: 1, max: yearInMinutes }),
    };
    const issued = await (await developmentIssuer(loadConfigNear(env))).issueToken(request);
    await writeLine(stdout, given.json ? JSON.stringify({ token: issued, ...request }) : issued);
  },
};

const mustBeSubject = (sub: string | undefined): void => {
  if (sub && !isSubject(sub)) throw new OpsProblem('value-invalid', '--sub must be a name without blanks');
};
