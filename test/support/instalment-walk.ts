import { randomUUID } from 'node:crypto';
import { samples } from '@app/domain';
import { stepOf, type WalkStep } from './walk.js';

type Asked = Readonly<{ years: number; initialContribution?: string }>;
type Terms = Readonly<{ initialContributionDue: string; firstInstalmentDue: string; everyMonths: number }>;

/**
 * A case of Almaty on instalments, filed on Thursday 16 March 2023 and ready for the agreement on Thursday 6 April, which is concluded in time
 * until Tuesday 11 April. The price is 1 250 000.00 tenge.
 */
export const readyIn2023 = ({ years, initialContribution = '375000.00' }: Asked): readonly WalkStep[] => {
  const path = samples.instalmentsPath.slice(0, 9).map((command) => samples.dated(command, spring));
  const [filing, ...rest] = path.map((command) => stepOf(command));
  const application = {
    officeId: 'almaty-bostandyk',
    dwelling: { dwellingId: `ALM-${randomUUID()}`, address: 'Almaty, Test street 1, apt. 2' },
    payment: { mode: 'INSTALMENTS', years, initialContribution },
  };
  return filing === undefined ? [] : [{ ...filing, body: { ...filing.body, ...application } }, ...rest];
};

/** The agreement is offered on 6 April 2023. */
export const offerIn2023 = (instalments: Terms): WalkStep => {
  const offered = stepOf(samples.offerAgreement({ at: '2023-04-06T11:00:00+06:00' }));
  return { ...offered, body: { ...offered.body, instalments } };
};

/** Both sign it on a day of April 2023. */
export const signedIn2023 = (day: string): readonly WalkStep[] =>
  (['RECIPIENT', 'PROVIDER'] as const).map((party) => {
    const at = `2023-${day}T15:00:00+06:00`;
    return stepOf(samples.signAgreement({ party, at, eds: samples.sampleEds({ signedAt: at }) }));
  });

const spring = { filedOn: '2023-03-16', zone: 'Asia/Almaty' };
