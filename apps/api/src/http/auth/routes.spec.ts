import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayDo, roles, rolesWith, type Permission } from '@app/platform';
import { inProcessApi, type InProcessApi } from '../../testing/in-process-api.js';
import type { Access } from './allow.decorator.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

const caseId = '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11';
const ask = (method: string, path: string, authorization?: string, body: object = {}) =>
  api.send(path.replace(':caseId', caseId).replace(':rule', 'R-27').replace(':year', '2025'), {
    method,
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
const said = (access: Access): string => {
  if (typeof access === 'string') return access;
  return 'field' in access ? `by ${access.field}` : `everybody, or ${access.unlessClosed}`;
};
const guarded = () =>
  api.routes.filter(
    ({ access }) => access !== 'everybody' && !(typeof access === 'object' && 'unlessClosed' in access),
  );

describe('every route', () => {
  it('is known, with what it asks of its caller', () => {
    expect(api.routes.map(({ method, path, access }) => `${method} ${path} ${said(access)}`)).toEqual([
      'POST /api/v1/cases application:submit',
      'POST /api/v1/cases/:caseId/receipt receipt:issue',
      'POST /api/v1/cases/:caseId/delivery documents:deliver',
      'POST /api/v1/cases/:caseId/registration application:register',
      'POST /api/v1/cases/:caseId/documents document:add',
      'POST /api/v1/cases/:caseId/documents/set-aside completeness:confirm',
      'POST /api/v1/cases/:caseId/family-acts document:add',
      'POST /api/v1/cases/:caseId/state-data state-data:record',
      'POST /api/v1/cases/:caseId/state-data/query state-data:record',
      'POST /api/v1/cases/:caseId/state-data/family state-data:record',
      'POST /api/v1/cases/:caseId/state-data/family/query state-data:record',
      'POST /api/v1/cases/:caseId/completeness completeness:confirm',
      'POST /api/v1/cases/:caseId/rejection application:reject',
      'POST /api/v1/cases/:caseId/compliance compliance:review',
      'POST /api/v1/cases/:caseId/remarks remarks:raise',
      'POST /api/v1/cases/:caseId/preliminary-refusal preliminary-refusal:notify',
      'POST /api/v1/cases/:caseId/objections objection:record',
      'POST /api/v1/cases/:caseId/hearing hearing:record',
      'POST /api/v1/cases/:caseId/commission commission:form',
      'POST /api/v1/cases/:caseId/decision commission:decide',
      'POST /api/v1/cases/:caseId/decision/signature decision:sign',
      'POST /api/v1/cases/:caseId/petition petition:send',
      'POST /api/v1/cases/:caseId/industry-consent industry-consent:give',
      'POST /api/v1/cases/:caseId/state-property-decision state-property-decision:make',
      'POST /api/v1/cases/:caseId/transfer-deed/signatures by side',
      'POST /api/v1/cases/:caseId/transfer-deed/approvals by side',
      'POST /api/v1/cases/:caseId/title-registration title-registration:record',
      'POST /api/v1/cases/:caseId/rights-information rights-information:record',
      'POST /api/v1/cases/:caseId/agreement agreement:offer',
      'POST /api/v1/cases/:caseId/agreement/signatures by party',
      'POST /api/v1/cases/:caseId/payments payment:record',
      'POST /api/v1/cases/:caseId/payments/reversals payment:reverse',
      'POST /api/v1/cases/:caseId/results by channel',
      'POST /api/v1/cases/:caseId/corrections record:correct',
      'POST /api/v1/cases/:caseId/withdrawal application:withdraw',
      'GET /api/v1/cases case:read',
      'GET /api/v1/cases/:caseId case:read',
      'GET /api/v1/cases/:caseId/actions case:read',
      'GET /api/v1/cases/:caseId/timeline case:read',
      'GET /api/v1/cases/:caseId/duties case:read',
      'GET /api/v1/cases/:caseId/duties/:rule/why case:read',
      'GET /api/v1/cases/:caseId/attribution case:read',
      'POST /api/v1/complaints by lodgedWith',
      'POST /api/v1/complaints/:complaintId/forwarding complaint:forward',
      'POST /api/v1/complaints/:complaintId/favourable-act complaint:forward',
      'POST /api/v1/complaints/:complaintId/registration by actingFor',
      'POST /api/v1/complaints/:complaintId/extension by actingFor',
      'POST /api/v1/complaints/:complaintId/extension-notice by actingFor',
      'POST /api/v1/complaints/:complaintId/decision by actingFor',
      'POST /api/v1/complaints/:complaintId/court-appeal complaint:record-court',
      'POST /api/v1/complaints/:complaintId/court-ruling complaint:record-court',
      'POST /api/v1/complaints/:complaintId/carry-out-day by actingFor',
      'POST /api/v1/complaints/:complaintId/corrections by actingFor',
      'GET /api/v1/complaints complaint:read',
      'GET /api/v1/complaints/:complaintId complaint:read',
      'GET /api/v1/complaints/:complaintId/actions complaint:read',
      'GET /api/v1/complaints/:complaintId/duties complaint:read',
      'GET /api/v1/complaints/:complaintId/duties/:rule/why complaint:read',
      'GET /api/v1/audit/cases/:caseId/events audit:read',
      'GET /api/v1/audit/cases/:caseId/state audit:read',
      'GET /api/v1/audit/cases/:caseId/diff audit:read',
      'POST /api/v1/audit/verify log:verify',
      'GET /api/v1/audit/verify log:verify',
      'GET /api/v1/audit/heads proof-log:read',
      'GET /api/v1/audit/cases/:caseId/proof audit:read',
      'GET /api/v1/audit/cases/:caseId/bundle bundle:read',
      'GET /api/v1/audit/complaints/:complaintId/bundle bundle:read',
      'GET /api/v1/audit/access access:read',
      'POST /api/v1/audit/access/search access:read',
      'POST /api/v1/audit/subjects/extract access:read',
      'POST /api/v1/audit/erasures personal-data:erase',
      'POST /api/v1/audit/erasures/:erasureId/confirmation personal-data:erase',
      'GET /api/v1/audit/erasures erasures:read',
      'POST /api/v1/audit/new-logs proof-log:begin',
      'POST /api/v1/audit/new-logs/:newLogId/confirmation proof-log:begin',
      'GET /api/v1/audit/new-logs new-logs:read',
      'GET /api/v1/complaints/:complaintId/trail complaint:read',
      'GET /api/v1/monitoring/duties duties:monitor',
      'GET /api/v1/monitoring/projections projections:monitor',
      'GET /api/v1/monitoring/figures figures:monitor',
      'GET /api/v1/monitoring/figures/cases figures:monitor',
      'GET /api/v1/monitoring/complaints complaint:monitor',
      'GET /api/v1/monitoring/complaints/cases complaint:monitor',
      'GET /api/v1/monitoring/forecast duties:monitor',
      'GET /api/v1/monitoring/forecast/cases duties:monitor',
      'GET /api/v1/monitoring/outbound projections:monitor',
      'POST /api/v1/admin/outbound/:recordId/retry outbound:retry',
      'GET /api/v1/monitoring/exports exports:read',
      'GET /api/v1/monitoring/exports/:dataset exports:read',
      'GET /api/v1/monitoring/paragraphs duties:monitor',
      'GET /api/v1/monitoring/paragraphs/:paragraph duties:monitor',
      'GET /api/v1/admin/calendar/:year calendar:read',
      'POST /api/v1/admin/calendar/days calendar:correct',
      'POST /api/v1/admin/calendar/years/:year calendar:correct',
      'GET /api/v1/admin/undated-orders projections:monitor',
      'GET /api/v1/admin/registration-numbers/repeated projections:administer',
      'POST /api/v1/admin/projections/:name/verify projections:administer',
      'POST /api/v1/admin/projections/:name/rebuild projections:administer',
      'POST /api/v1/admin/projections/:name/rebuild/cancel projections:administer',
      'POST /api/v1/admin/projections/:name/older/drop projections:administer',
      'POST /api/v1/admin/quarantine/:caseId/retry projections:administer',
      'POST /api/v1/what-if what-if:read',
      'GET /api/v1/schemas/:command catalogue:read',
      'GET /api/v1/catalogue catalogue:read',
      'GET /log/checkpoint everybody, or proof-log:read',
      'GET /log/tile/:level/:a everybody, or proof-log:read',
      'GET /log/tile/:level/:a/:b everybody, or proof-log:read',
      'GET /log/tile/:level/:a/:b/:c everybody, or proof-log:read',
      'GET /log/tile/:level/:a/:b/:c/:d everybody, or proof-log:read',
      'GET /log/tile/:level/:a/:b/:c/:d/:e everybody, or proof-log:read',
      'GET /api/v1/session session:read',
      'GET /api/v1/offices offices:read',
      'GET /api/v1/console/config everybody',
      'GET /health/live everybody',
      'GET /health/ready everybody',
      'GET /api/v1/health/live everybody',
      'GET /api/v1/health/ready everybody',
      'GET /metrics everybody',
      'GET /api/v1/metrics everybody',
      'GET /dev/sign-in everybody',
      'POST /dev/token everybody',
    ]);
  });

  it('asks for a token where it is not open to everybody', async () => {
    for (const { method, path } of guarded()) {
      const answer = await ask(method, path);
      expect([path, answer.status, answer.body.code, answer.headers['www-authenticate']]).toEqual([
        path,
        401,
        'token-missing',
        'Bearer',
      ]);
    }
  });

  it('turns away every role that lacks its permission, naming the permission', async () => {
    for (const role of roles) {
      const bearer = `Bearer ${await api.token({ role })}`;
      const closed = guarded().filter(({ access }) => typeof access === 'string' && !mayDo(role, access as Permission));
      for (const { method, path, access } of closed) {
        const answer = await ask(method, path, bearer);
        expect([role, path, answer.status, answer.body.code, answer.body.permission, answer.body.roles]).toEqual([
          role,
          path,
          403,
          'permission-missing',
          access,
          rolesWith(access as Permission),
        ]);
      }
    }
  });
});
