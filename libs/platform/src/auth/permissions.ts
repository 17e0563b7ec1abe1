import { roles, type Role } from './roles.js';

/** Who may do what. A role that is not named for a permission does not have it. */
const holders = {
  'application:submit': ['front-desk', 'portal'],
  'receipt:issue': ['front-desk'],
  'documents:deliver': ['front-desk'],
  'application:register': ['caseworker', 'provider-head'],
  'completeness:confirm': ['caseworker', 'provider-head'],
  'application:reject': ['caseworker', 'provider-head'],
  'compliance:review': ['caseworker', 'provider-head'],
  'commission:form': ['caseworker', 'commission-secretary', 'provider-head'],
  'commission:decide': ['commission-secretary', 'provider-head'],
  'decision:sign': ['provider-head'],
  'rights-information:record': ['caseworker', 'provider-head'],
  'agreement:offer': ['caseworker', 'provider-head'],
  'agreement:sign-as-recipient': ['front-desk', 'portal', 'caseworker', 'provider-head'],
  'agreement:sign-as-provider': ['provider-head'],
  'payment:record': ['caseworker', 'provider-head', 'portal'],
  'case:read': roles.filter((role) => role !== 'administrator'),
  'personal-data:read': [
    'front-desk',
    'portal',
    'caseworker',
    'commission-secretary',
    'provider-head',
    'property-officer',
    'communal-property-officer',
    'complaints-officer',
  ],
  'duties:monitor': [
    'caseworker',
    'commission-secretary',
    'provider-head',
    'authorized-body',
    'quality-monitor',
    'auditor',
  ],
  'projections:monitor': ['quality-monitor', 'auditor', 'administrator'],
  'calendar:read': roles,
} as const satisfies Record<string, readonly Role[]>;

/** What a route may ask of its caller. */
export type Permission = keyof typeof holders;

// the keys of an object literal, as its own type names them
export const permissions = Object.keys(holders) as Permission[];

/** The roles that hold a permission. */
export const rolesWith = (permission: Permission): readonly Role[] => holders[permission];

/** Everything that a role may do. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> =>
  new Set(permissions.filter((permission) => mayDo(role, permission)));

export const mayDo = (role: Role, permission: Permission): boolean => rolesWith(permission).includes(role);
