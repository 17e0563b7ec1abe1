import type { LocalDate } from '../case/case.types.js';
import { noticeOf } from '../case/notices.js';
import { appendix2, type DecreeParameters, decreeParametersFor } from './decree-parameters.js';

/**
 * The parameters that were built in before applications pinned them: the cases filed then keep them. Of one news report, without the number
 * of the act; no new case is bound by them unless its installation names them (docs/law/rules.md 6).
 */
export const earlierDecreeParameters = (acceptedOn: LocalDate): DecreeParameters =>
  decreeParametersFor(acceptedOn, [ofJanuary2025, ofSeptember2025]);

const ofJanuary2025: DecreeParameters = {
  ...appendix2,
  act: 'Decree No. 673 of 2 July 2013 as amended; number of the amending act not found',
  from: '2025-01-21',
  longerAbove: { residualValue: 1_500_000_000, years: 15 },
  minInitialContributionPct: 10,
  source: 'Decree No. 673 as amended, in force on 21 January 2025: one news report, number of the act not found',
};

/** From the earliest day possible of an edition that is not transcribed, those before it stood in, and said so. */
const ofSeptember2025: DecreeParameters = {
  ...ofJanuary2025,
  from: '2025-09-30',
  notice: noticeOf('earlierDecree'),
};
