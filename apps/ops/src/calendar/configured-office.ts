import { readOffices } from '@app/application';
import type { OfficeSettings } from '@app/domain';
import { loadConfigNear } from '@app/platform';
import { OpsProblem } from '../command.js';

/** An office of `OFFICES_FILE`, or of the samples. Throws `office-unknown` naming those that there are. */
export const configuredOffice = async (officeId: string, env: NodeJS.ProcessEnv): Promise<OfficeSettings> => {
  const offices = await readOffices(loadConfigNear(env).officesFile);
  const office = offices.find((one) => one.officeId === officeId);
  if (office) return office;
  const names = offices.map((one) => one.officeId).join(', ');
  throw new OpsProblem('office-unknown', `there is no office ${officeId}; there are ${names}`);
};
