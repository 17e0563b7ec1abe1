import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tengeFromTiyn } from '@app/domain';
import { filed, offer, rightsInformation, stageTwo, told, walkedCase } from '../support/case-walks.js';
import { startProcess, temporaryFolder, type RunningProcess } from '../support/process.js';
import { sendStep } from '../support/walk.js';
import { startSystem, type System } from '../support/system.js';
import { ops, opsJson } from './ops-command.js';

const example = resolve('docs/law/decree-parameters.example.json');

let system: System;
let withoutFile: RunningProcess;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  system = await startSystem({ env: { DECREE_PARAMETERS_FILE: example } });
  withoutFile = await system.startSecondApi({ DECREE_PARAMETERS_FILE: '' });
}, 60_000);
afterAll(async () => {
  await withoutFile.stop();
  await system.stop();
  await folder.remove();
});

const askedFor = (years: number, initialContribution: string) =>
  filed({ payment: { mode: 'INSTALMENTS', years, initialContribution } });

/** Decided at a residual value, up to the offer; filed with the api that has the file. */
const ready = (years: number, initialContribution: string, residualValue = 125_000_000) =>
  walkedCase(system, [
    askedFor(years, initialContribution),
    ...stageTwo.map((step) =>
      step.path === '/decision'
        ? {
            ...step,
            body: {
              ...step.body,
              priceBasis: { ...Object(step.body['priceBasis']), residualValue: tengeFromTiyn(residualValue) },
            },
          }
        : step,
    ),
    rightsInformation('03-27'),
  ]);

const yearly = { initialContributionDue: '2025-03-31', firstInstalmentDue: '2025-04-15', everyMonths: 12 };
const offered = (price = '1250000.00') => offer('03-28', { price, instalments: yearly });

const inFile = async (content: unknown): Promise<string> => {
  const path = join(folder.path, 'decree.json');
  await writeFile(path, JSON.stringify(content));
  return path;
};

describe('the parameters of the Decree that an installation names', () => {
  it('R-98 (Appendix 2): are those of the file from its day of acceptance on; the case tells them', async () => {
    const walked = await ready(15, '1500000.01', 1_500_000_001);
    expect(told(await walked.send(offered('15000000.01')))).toEqual(['AgreementOffered']);
    const { application, agreement } = await walked.view();
    expect(application.decreeParameters).toMatchObject({
      from: '2025-01-21',
      maxInstalmentYears: 10,
      longerAbove: { residualValue: '15000000.00', years: 15 },
      minInitialContributionPct: 10,
    });
    expect([agreement.years, agreement.schedule.length, agreement.decreeNotice]).toEqual([15, 16, null]);
    const sixteen = await system.post('/cases', askedFor(16, '125000.00').body, { role: 'portal' });
    expect([sixteen.body.code, sixteen.body.facts]).toEqual(['instalment-years-not-allowed', { years: 16, most: 15 }]);
  });

  it('R-98 (Appendix 2): what filing accepted the agreement does not refuse: it grants the years of this residual value', async () => {
    const walked = await ready(15, '125000.00');
    expect(told(await walked.send(offered()))).toEqual(['AgreementOffered']);
    const { agreement } = await walked.view();
    expect([agreement.years, agreement.schedule.length, agreement.decreeNotice]).toEqual([
      10,
      11,
      'The application asks for 15 years; for a dwelling of this residual value 10 are granted (R-98).',
    ]);
  });

  it('R-98 (Appendix 2): are pinned when the application is accepted: a case keeps them where the file changes', async () => {
    const walked = await ready(10, '125000.00');
    const { path, role, body } = offered();
    const answer = await system.post(`/cases/${walked.caseId}${path}`, body, { role, base: withoutFile.url });
    expect(told(answer)).toEqual(['AgreementOffered']);
    const anew = { role: 'portal', base: withoutFile.url } as const;
    const eleven = await system.post('/cases', askedFor(11, '125000.00').body, anew);
    expect([eleven.body.code, eleven.body.facts]).toEqual(['instalment-years-not-allowed', { years: 11, most: 10 }]);
  });

  it('R-98 (Appendix 2): Appendix 2 holds before the first day of the file', async () => {
    const before = filed({
      payment: { mode: 'INSTALMENTS', years: 11, initialContribution: '125000.00' },
      effectiveAt: '2025-01-20T11:00:00+05:00',
    });
    const answer = await system.post('/cases', before.body, { role: 'portal' });
    expect([answer.body.code, answer.body.facts]).toEqual(['instalment-years-not-allowed', { years: 11, most: 10 }]);
  });

  it('R-98 (Appendix 2): may say by when the initial contribution is due at the latest', async () => {
    const [act] = JSON.parse(await readFile(example, 'utf8'));
    const copy = await system.startSecondApi({
      DECREE_PARAMETERS_FILE: await inFile([{ ...act, initialContributionDays: 30 }]),
    });
    try {
      const filing = await system.post('/cases', askedFor(10, '125000.00').body, { role: 'portal', base: copy.url });
      const { caseId } = filing.body;
      for (const each of [...stageTwo, rightsInformation('03-27')])
        expect((await sendStep(system, caseId, each)).status).toBe(200);
      const on = (initialContributionDue: string) => {
        const days = { ...yearly, initialContributionDue, firstInstalmentDue: '2025-05-15' };
        const { path, body, role } = offer('03-28', { instalments: days });
        return system.post(`/cases/${caseId}${path}`, body, { role });
      };
      // R-28 is due on 1 April 2025: thirty days from then.
      const late = await on('2025-05-02');
      expect([late.status, late.body.code, late.body.rule, late.body.facts]).toEqual([
        409,
        'initial-contribution-too-late',
        'R-98',
        { concludedOn: '2025-04-01', initial: '2025-05-02', latest: '2025-05-01' },
      ]);
      expect(told(await on('2025-05-01'))).toEqual(['AgreementOffered']);
    } finally {
      await copy.stop();
    }
  });

  it('R-98 (Appendix 2): a file that cannot be used is refused at the start, by the api and by the projector, with all that is wrong', async () => {
    const DECREE_PARAMETERS_FILE = await inFile([{ act: '', from: 'soon' }]);
    const allOfIt = /entry 1: act must be the act with its number[\s\S]*entry 1: maxInstalmentYears/;
    await expect(system.startSecondApi({ DECREE_PARAMETERS_FILE })).rejects.toThrow(allOfIt);
    const stores = { EVENTSTORE_URL: system.url('events'), MONGODB_URL: system.url('documents') };
    const env = { ...stores, SHANYRAQ_DATA: system.dataFolder, PROJECTOR_PORT: '0', DECREE_PARAMETERS_FILE };
    await expect(startProcess('dist/apps/projector/src/main.js', [], env)).rejects.toThrow(allOfIt);
    expect(await opsJson(['config'], { DECREE_PARAMETERS_FILE })).toMatchObject({ code: 'config-invalid' });
  });

  it('R-98 (Appendix 2): are told by `ops config`', async () => {
    const { instalments } = Object(await opsJson(['config'], { DECREE_PARAMETERS_FILE: example }));
    expect(
      instalments.map(({ from, maxInstalmentYears }: Record<string, unknown>) => [from, maxInstalmentYears]),
    ).toEqual([
      [null, 10],
      ['2025-01-21', 10],
    ]);
    const { stdout } = await ops(['config'], { env: { DECREE_PARAMETERS_FILE: example } });
    expect(stdout).toMatch(/^DECREE_PARAMETERS_FILE +.*decree-parameters\.example\.json$/m);
    expect(stdout).toMatch(/^instalments from 2025-01-21 .*: 10 years, 15 above 15000000\.00 tenge; 10 % at least/m);
  });
});
