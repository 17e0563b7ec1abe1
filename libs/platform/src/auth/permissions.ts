import { roles, type Role } from './principal.js';

/** Who may do what; who sees what of a person is said by one policy of its own (libs/application/src/visibility). A role that is not named for a permission does not have it. */
const holders = {
  'application:submit': ['front-desk', 'portal'],
  'receipt:issue': ['front-desk'],
  'documents:deliver': ['front-desk'],
  'application:register': ['caseworker', 'provider-head'],
  'document:add': ['front-desk', 'portal', 'caseworker', 'provider-head'],
  'state-data:record': ['caseworker', 'provider-head'],
  'completeness:confirm': ['caseworker', 'provider-head'],
  'application:reject': ['caseworker', 'provider-head'],
  'compliance:review': ['caseworker', 'provider-head'],
  'remarks:raise': ['caseworker', 'provider-head'],
  'commission:form': ['caseworker', 'commission-secretary', 'provider-head'],
  'preliminary-refusal:notify': ['caseworker', 'provider-head'],
  'objection:record': ['portal', 'caseworker', 'provider-head'],
  'hearing:record': ['caseworker', 'commission-secretary', 'provider-head'],
  'commission:decide': ['commission-secretary', 'provider-head'],
  'decision:sign': ['provider-head'],
  'rights-information:record': ['caseworker', 'provider-head'],
  // The akim's own: the head of the provider is of the same akimat.
  'petition:send': ['provider-head', 'property-officer'],
  'industry-consent:give': ['property-officer'],
  'state-property-decision:make': ['property-officer'],
  'transfer-deed:sign-as-transferring': ['property-officer'],
  'transfer-deed:sign-as-receiving': ['communal-property-officer'],
  'transfer-deed:approve-as-transferring': ['property-officer'],
  'transfer-deed:approve-as-receiving': ['communal-property-officer'],
  'title-registration:record': ['caseworker', 'provider-head', 'communal-property-officer'],
  'agreement:offer': ['caseworker', 'provider-head'],
  'agreement:sign-as-recipient': ['front-desk', 'portal', 'caseworker', 'provider-head'],
  'agreement:sign-as-provider': ['provider-head'],
  'payment:record': ['caseworker', 'provider-head', 'portal'],
  'payment:reverse': ['provider-head'],
  'result:issue-at-counter': ['front-desk'],
  'result:issue-by-portal': ['provider-head'],
  'record:correct': ['provider-head'],
  'application:withdraw': ['front-desk', 'portal', 'caseworker', 'provider-head'],
  'complaint:file': ['front-desk', 'portal', 'complaints-officer'],
  'complaint:file-with-authorized-body': ['front-desk', 'portal', 'complaints-officer', 'authorized-body'],
  'complaint:file-with-quality-body': ['front-desk', 'portal', 'complaints-officer', 'quality-officer'],
  'complaint:forward': ['complaints-officer', 'provider-head'],
  'complaint:consider-as-provider': ['complaints-officer', 'provider-head'],
  'complaint:consider-as-authorized-body': ['authorized-body'],
  // The quality monitor changes nothing by design: the officer of that body does (decision 0033).
  'complaint:consider-as-quality-body': ['quality-officer'],
  'complaint:record-court': ['complaints-officer', 'provider-head'],
  'complaint:read': [
    'front-desk',
    'portal',
    'caseworker',
    'commission-secretary',
    'provider-head',
    'complaints-officer',
    'authorized-body',
    'quality-officer',
    'quality-monitor',
    'auditor',
  ],
  'complaint:monitor': [
    'provider-head',
    'complaints-officer',
    'authorized-body',
    'quality-officer',
    'quality-monitor',
    'auditor',
  ],
  'case:read': roles.filter((role) => role !== 'administrator'),
  'duties:monitor': [
    'caseworker',
    'commission-secretary',
    'provider-head',
    'authorized-body',
    'quality-officer',
    'quality-monitor',
    'auditor',
  ],
  'figures:monitor': ['provider-head', 'authorized-body', 'quality-officer', 'quality-monitor', 'auditor'],
  'audit:read': ['auditor'],
  'log:verify': ['auditor', 'administrator'],
  // Who answers for a case before a court, and who examines it.
  'bundle:read': ['provider-head', 'complaints-officer', 'auditor'],
  // What an outsider may check, where it is not open to everybody.
  'proof-log:read': ['quality-officer', 'quality-monitor', 'auditor'],
  // Two of them: who asks does not confirm (decision 0042).
  'proof-log:begin': ['administrator'],
  'new-logs:read': ['auditor', 'quality-officer', 'quality-monitor', 'administrator'],
  'access:read': ['auditor', 'quality-officer', 'quality-monitor'],
  // Datasets go across offices: nobody who is bound to one may take them.
  // Two of them: who asks does not confirm (decision 0041).
  'personal-data:erase': ['administrator'],
  'erasures:read': ['auditor', 'administrator'],
  'exports:read': ['quality-monitor', 'auditor'],
  'projections:monitor': ['quality-monitor', 'auditor', 'administrator'],
  'outbound:retry': ['administrator'],
  'projections:administer': ['administrator'],
  'calendar:read': roles,
  // What forms ask for and what things are called.
  'catalogue:read': roles,
  'session:read': roles,
  'offices:read': roles,
  'calendar:correct': ['administrator'],
  'what-if:read': roles.filter((role) => role !== 'administrator'),
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
