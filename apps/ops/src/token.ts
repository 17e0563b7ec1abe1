import { isOfficeBound, loadConfig, openDevIssuer, roles } from '@app/platform';
import { choice, parseOptions, required, wholeNumber } from './arguments.js';
import { OpsProblem, writeLine, type Command } from './command.js';

const defaultMinutes = 480;
const yearInMinutes = 525_600;

/** Prints a bearer token of the development issuer. */
export const token: Command = {
  usage: 'token --role R [--office O] [--sub S] [--minutes M]',
  run: async ({ args, env, stdout }) => {
    const given = parseOptions(args, {
      role: { type: 'string' },
      office: { type: 'string' },
      sub: { type: 'string' },
      minutes: { type: 'string', default: String(defaultMinutes) },
      json: { type: 'boolean' },
    });
    const role = choice('role', required('role', given.role), roles);
    if (isOfficeBound(role) && !given.office) {
      throw new OpsProblem('office-missing', `a ${role} acts for one office: name it with --office`);
    }
    const request = {
      role,
      ...(given.office && { office: given.office }),
      ...(given.sub && { sub: given.sub }),
      minutes: wholeNumber('minutes', given.minutes, { min: 1, max: yearInMinutes }),
    };
    const issued = await (await issuer(env)).issueToken(request);
    await writeLine(stdout, given.json ? JSON.stringify({ token: issued, ...request }) : issued);
  },
};

const issuer = async (env: NodeJS.ProcessEnv) => {
  const config = loadConfig(env);
  try {
    return await openDevIssuer(config);
  } catch (error) {
    throw new OpsProblem('no-development-issuer', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
};
