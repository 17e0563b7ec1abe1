import { describe, expect, it } from '@jest/globals';
import { mayDo, permissions, permissionsOf, rolesWith } from './permissions.js';
import { isOfficeBound, isRole, roles } from './principal.js';

/** What changes a case: complaints are another matter, and who runs the system changes neither. */
const changing = permissions.filter(
  (permission) =>
    !/:(read|monitor)$/.test(permission) &&
    !/^(complaint|projections|calendar|outbound|audit|subjects|log|proof-log|personal-data):/.test(permission),
);

describe('who may what', () => {
  it('lets auditor, quality monitor, authorized body, quality officer and administrator change nothing of a case', () => {
    const held = (
      ['auditor', 'quality-monitor', 'authorized-body', 'quality-officer', 'administrator'] as const
    ).flatMap((role) => changing.filter((permission) => mayDo(role, permission)));
    expect(held).toEqual([]);
  });

  it('lets only the head of the provider sign a decision and the agreement for the provider', () => {
    expect(rolesWith('decision:sign')).toEqual(['provider-head']);
    expect(rolesWith('agreement:sign-as-provider')).toEqual(['provider-head']);
  });

  it('lets applications in through the State Corporation and the portal only (R-11)', () => {
    expect(rolesWith('application:submit')).toEqual(['front-desk', 'portal']);
  });

  it('keeps cases from the administrator, who alone erases what is known of a person', () => {
    expect(
      [...permissionsOf('administrator')].filter((permission) => /^(case|personal-data):/.test(permission)),
    ).toEqual(['personal-data:erase']);
    expect(rolesWith('personal-data:erase')).toEqual(['administrator']);
  });

  it('lets each side of a transfer be acted for by its own officer', () => {
    expect(rolesWith('transfer-deed:sign-as-transferring')).toEqual(['property-officer']);
    expect(rolesWith('transfer-deed:approve-as-transferring')).toEqual(['property-officer']);
    expect(rolesWith('transfer-deed:sign-as-receiving')).toEqual(['communal-property-officer']);
    expect(rolesWith('transfer-deed:approve-as-receiving')).toEqual(['communal-property-officer']);
  });

  it('lets results be handed out at the counter, and sent to the personal account by the head (R-20, R-26)', () => {
    expect(rolesWith('result:issue-at-counter')).toEqual(['front-desk']);
    expect(rolesWith('result:issue-by-portal')).toEqual(['provider-head']);
  });

  it('gives everything that changes a case to somebody who is bound to an office, but for the portal and state property', () => {
    const holders = new Set(changing.flatMap((permission) => rolesWith(permission)));
    expect([...holders].filter((role) => !isOfficeBound(role))).toEqual(['portal', 'property-officer']);
  });

  it('lets the body that considers a complaint act for itself, and the quality monitor for nobody (R-83)', () => {
    expect(rolesWith('complaint:consider-as-provider')).toEqual(['complaints-officer', 'provider-head']);
    expect(rolesWith('complaint:consider-as-authorized-body')).toEqual(['authorized-body']);
    expect(rolesWith('complaint:consider-as-quality-body')).toEqual(['quality-officer']);
    expect(['authorized-body', 'quality-officer'].map((role) => isRole(role) && isOfficeBound(role))).toEqual([
      false,
      false,
    ]);
    const touching = permissions.filter((permission) => /^complaint:(?!read|monitor)/.test(permission));
    const watching = ['auditor', 'quality-monitor', 'administrator'] as const;
    expect(watching.flatMap((role) => touching.filter((permission) => mayDo(role, permission)))).toEqual([]);
  });

  it('lets nobody export who is bound to an office: datasets go across them', () => {
    expect(rolesWith('exports:read')).toEqual(['quality-monitor', 'auditor']);
    expect(rolesWith('exports:read').filter(isOfficeBound)).toEqual([]);
  });

  it('says the same of a role and of a permission', () => {
    for (const role of roles) {
      expect([...permissionsOf(role)]).toEqual(
        permissions.filter((permission) => rolesWith(permission).includes(role)),
      );
    }
  });

  it('knows no other roles', () => {
    expect(roles.map(isRole)).toEqual(roles.map(() => true));
    expect(['', 'admin', 'constructor', null, 1].map(isRole)).toEqual([false, false, false, false, false]);
  });
});
