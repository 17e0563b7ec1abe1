import { readFile } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { localDateOf } from '@app/domain';
import { isOfficeBound, openDevIssuer, type Role } from '@app/platform';
import { complaintBody } from '../support/complaint-walk.js';
import { startProcess, temporaryFolder } from '../support/process.js';
import type { Contract } from './operations-of.js';

const office = 'almaty-bostandyk';

/** The whole system as `npm start` runs it, in a new folder and on free ports, with sample cases and complaints. */
export type SampleSystem = Readonly<{
  url: string;
  contract: Contract;
  caseIds: readonly string[];
  complaintIds: readonly string[];
  token: (role: Role) => Promise<string>;
  /** What the api logged as errors, one JSON object a line. */
  errors: () => Promise<string>;
  stop: () => Promise<void>;
}>;

/** Starts it. Everything is gone after `stop`. */
export const startSampleSystem = async (): Promise<SampleSystem> => {
  const folder = await temporaryFolder();
  const free = {
    EVENTSTORE_URL: '',
    MONGODB_URL: '',
    PORT: '0',
    LOG_LEVEL: 'error',
    SHANYRAQ_DATA: folder.path,
    // a bundle waits for a head: each look at the log signs one
    PROOF_HEAD_SECONDS: '0',
  };
  const launcher = await startProcess('dist/apps/launcher/src/main.js', [], free);
  const stop = async (): Promise<void> => {
    await launcher.stop();
    await folder.remove();
  };
  try {
    const { url } = launcher;
    const issuer = await openDevIssuer({ mode: 'development', dataFolder: folder.path, oidc: null });
    const token = (role: Role) => issuer.issueToken({ role, ...(isOfficeBound(role) && { office }) });
    const errors = () => readFile(`${folder.path}/logs/api.log`, 'utf8').catch(() => '');
    return { url, token, errors, stop, ...(await samples(url, token)) };
  } catch (error) {
    await stop();
    throw error;
  }
};

type Samples = Pick<SampleSystem, 'contract' | 'caseIds' | 'complaintIds'>;

/** What there is to name in requests. The casts say what the api's own contract says of these answers. */
const samples = async (url: string, token: SampleSystem['token']): Promise<Samples> => {
  const isProven = async (complaintId: string): Promise<boolean> => {
    const headers = { authorization: `Bearer ${await token('auditor')}` };
    return (await fetch(`${url}/api/v1/audit/complaints/${complaintId}/bundle`, { headers })).ok;
  };
  const ask = async (role: Role, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${await token(role)}`, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${url}/api/v1${path}`, { headers, ...sent });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const contract = (await ask('auditor', '/openapi.json')) as Contract;
  const { items } = (await ask('auditor', '/cases?limit=200')) as { items: { caseId: string; officeId: string }[] };
  const caseIds = items.filter(({ officeId }) => officeId === office).map(({ caseId }) => caseId);
  const today = localDateOf(new Date().toISOString(), 'Asia/Almaty');
  const complaintIds: string[] = [];
  // One at each body that considers complaints, so that each role that acts for one finds something to act on.
  for (const [addressee, lodgedWith] of [
    ['PROVIDER_HEAD', 'PROVIDER'],
    ['AUTHORIZED_BODY', 'AUTHORIZED_BODY'],
    ['QUALITY_BODY', 'QUALITY_BODY'],
    ['AUTHORIZED_BODY', 'PROVIDER'],
  ]) {
    const contested = { kind: 'ACTION', what: 'The counter sent the applicant away', on: today };
    const body = complaintBody(caseIds[0] ?? '', {
      addressee,
      lodgedWith,
      contested,
      learnedOn: today,
      effectiveAt: null,
    });
    const filed = (await ask('front-desk', '/complaints', body)) as { complaintId: string };
    complaintIds.push(filed.complaintId);
  }
  while (!(await isProven(complaintIds.at(-1) ?? ''))) await after(250);
  return { contract, caseIds, complaintIds };
};
