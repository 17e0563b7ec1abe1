import { describe, expect, it } from '@jest/globals';
import { mayDo, permissions, permissionsOf, rolesWith } from './permissions.js';
import { isOfficeBound, isRole, roles } from './roles.js';

const changing = permissions.filter((permission) => !/:(read|monitor)$/.test(permission));

describe('who may what', () => {
  it('lets auditor, quality monitor, authorized body and administrator change nothing', () => {
    const held = (['auditor', 'quality-monitor', 'authorized-body', 'administrator'] as const).flatMap((role) =>
      changing.filter((permission) => mayDo(role, permission)),
    );
    expect(held).toEqual([]);
  });

  it('lets only the head of the provider sign a decision and the agreement for the provider', () => {
    expect(rolesWith('decision:sign')).toEqual(['provider-head']);
    expect(rolesWith('agreement:sign-as-provider')).toEqual(['provider-head']);
  });

  it('lets applications in through the State Corporation and the portal only (R-11)', () => {
    expect(rolesWith('application:submit')).toEqual(['front-desk', 'portal']);
  });

  it('shows personal data to nobody who only watches', () => {
    const watching = ['auditor', 'quality-monitor', 'authorized-body', 'administrator'] as const;
    expect(watching.filter((role) => mayDo(role, 'personal-data:read'))).toEqual([]);
  });

  it('keeps cases from the administrator', () => {
    expect([...permissionsOf('administrator')]).toEqual(['projections:monitor', 'calendar:read']);
  });

  it('gives everything that changes a case to somebody who is bound to an office, but for the portal', () => {
    const holders = new Set(changing.flatMap((permission) => rolesWith(permission)));
    expect([...holders].filter((role) => !isOfficeBound(role))).toEqual(['portal']);
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
