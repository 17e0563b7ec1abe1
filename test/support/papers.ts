import { filed, stageTwo, step } from './case-walks.js';
import type { WalkStep } from './walk.js';

export type Body = Readonly<Record<string, unknown>>;

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
export const document = (type: string, body: Body = {}) => ({ type, number: 'N-1', sha256, ...body });
export const [tenancy, noDebt] = [document('D3'), document('D8')];
export const registered = (application: Body): readonly WalkStep[] => [filed(application), ...stageTwo.slice(0, 1)];
export const completeness = step('caseworker', '/completeness', '03-11', {});
export const [applicant, spouse] = ['010115100004', '851231100303'];
export const stranger = '791028302728';
export const added = (one: Body, subjectIin = applicant, act?: string): WalkStep =>
  step('front-desk', '/documents', '03-11', { document: one, subjectIin, act });
export const answered = (register: string, outcome: string, subjectIin = applicant): WalkStep =>
  step('caseworker', '/state-data', '03-11', {
    register,
    subjectIin,
    outcome,
    ...(outcome !== 'NOT_FOUND' && { summary: outcome === 'FOUND' ? 'There is an entry.' : 'The gateway is down.' }),
  });
/** The register has nothing on anybody of the case. */
export const nothing = (...registers: readonly string[]): readonly WalkStep[] =>
  registers.flatMap((register) => [applicant, spouse].map((iin) => answered(register, 'NOT_FOUND', iin)));
export const stated = (act: string, actOn: string, subjectIin = applicant): WalkStep =>
  step('front-desk', '/family-acts', '03-11', { act, actOn, subjectIin });
export const asked = (documentType: string, of: Body = {}): WalkStep =>
  step('caseworker', '/remarks', '03-11', { remarks: [{ documentType, text: 'It is asked for.', ...of }] });
export const rejection = (at: string, defects: readonly Body[]): WalkStep =>
  step('caseworker', '/rejection', at, {
    defects: defects.map((defect) => ({ explanation: 'See above.', ...defect })),
  });
