/** Every role a token may carry (docs/api.md, "Who may what"). */
export const roles = [
  'front-desk',
  'portal',
  'caseworker',
  'commission-secretary',
  'provider-head',
  'property-officer',
  'communal-property-officer',
  'complaints-officer',
  'authorized-body',
  'quality-officer',
  'quality-monitor',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** Roles that see and act on the cases of one office only: the one their token names. */
const officeBound: ReadonlySet<Role> = new Set([
  'front-desk',
  'caseworker',
  'commission-secretary',
  'provider-head',
  'communal-property-officer',
  'complaints-officer',
]);

export const isRole = (text: unknown): text is Role => roles.some((role) => role === text);

export const isOfficeBound = (role: Role): boolean => officeBound.has(role);

/** Who asks, as a verified token says. */
export type Principal = Readonly<{
  /** The person or system: `sub` of the token. */
  subject: string;
  role: Role;
  /** The office the token names, or null. */
  office: string | null;
}>;

/** The token does not admit its bearer; the message says why and never quotes the token. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** The one office whose cases a principal sees and acts on; null where it sees every office's. */
export const officeScopeOf = ({ role, office }: Principal): string | null => (isOfficeBound(role) ? office : null);

/** Reads a principal from verified claims. Throws {@link TokenRefused} where a claim is missing or not one of ours. */
export const principalOf = ({ sub, role, office }: Readonly<Record<string, unknown>>): Principal => {
  if (!isSubject(sub)) throw new TokenRefused('the token names no subject');
  if (!isRole(role)) throw new TokenRefused('the token carries no role of this service');
  if (office === undefined) {
    if (isOfficeBound(role)) throw new TokenRefused(`the role ${role} is bound to an office, and the token names none`);
    return { subject: sub, role, office: null };
  }
  if (!matches(office, /^[\w.-]{1,100}$/)) throw new TokenRefused('the office that the token names is not one');
  return { subject: sub, role, office };
};

/** Whether a token may name this as its subject. */
export const isSubject = (sub: unknown): sub is string => matches(sub, /^\S{1,200}$/);

const matches = (value: unknown, pattern: RegExp): value is string => typeof value === 'string' && pattern.test(value);
