import { readOffices } from '@app/application';
import { isOfficeBound, openDevIssuer, roles, type Config, type Role } from '@app/platform';

/** A token of the development issuer, to try the system with. */
export type SampleToken = Readonly<{ role: Role; office: string | null; token: string }>;

/** One token per role, office-bound ones for the first office; none where another issuer is configured. */
export const sampleTokens = async (config: Config): Promise<readonly SampleToken[]> => {
  if (config.mode === 'production' || config.oidc !== null) return [];
  const [first] = await readOffices(config.officesFile);
  const issuer = await openDevIssuer(config);
  return Promise.all(
    roles.map(async (role) => {
      const office = isOfficeBound(role) && first ? first.officeId : null;
      return { role, office, token: await issuer.issueToken({ role, ...(office !== null && { office }) }) };
    }),
  );
};
