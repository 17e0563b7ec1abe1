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
