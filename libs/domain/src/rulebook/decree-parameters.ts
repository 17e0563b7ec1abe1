import type { LocalDate, Tiyn } from '../case/case.types.js';

/** What Decree No. 673 sets for instalments, as it stands on a day (docs/law/rules.md 1.1, 6; R-98, A18). */
export type DecreeParameters = Readonly<{
  /** First day on which these hold; null where they hold from the start. */
  from: LocalDate | null;
  maxInstalmentYears: number;
  /** Where the residual value lies above this, the years are these instead; null where the value changes nothing. */
  longerAbove: Readonly<{ residualValue: Tiyn; years: number }> | null;
  /** Least initial contribution, in whole per cent of the price. */
  minInitialContributionPct: number;
  source: string;
  /** To be shown wherever these are used, where they are not known to be the law's own; else null. */
  notice: string | null;
}>;

/** The parameters of the Decree on a day: the last that had come into force. */
export const decreeParametersFor = (date: LocalDate): DecreeParameters =>
  later.findLast(({ from }) => from !== null && from <= date) ?? original;

const original: DecreeParameters = {
  from: null,
  maxInstalmentYears: 10,
  longerAbove: null,
  minInitialContributionPct: 30,
  source: 'Order No. 437 of 12 August 2021, Appendix 2',
  notice: null,
};

const ofJanuary2025: DecreeParameters = {
  from: '2025-01-21',
  maxInstalmentYears: 10,
  longerAbove: { residualValue: 1_500_000_000, years: 15 },
  minInitialContributionPct: 10,
  source: 'Decree No. 673 as amended, in force on 21 January 2025: one news report, number of the act not found',
  notice: null,
};

/**
 * Of the edition of 19 September 2025 no transcript is held, nor the day of its publication, ten calendar days after
 * which it came into force. From the earliest day possible the parameters before it stand in, and say so.
 */
const ofSeptember2025: DecreeParameters = {
  ...ofJanuary2025,
  from: '2025-09-30',
  notice:
    'The edition of Decree No. 673 of 19 September 2025 is not transcribed; the parameters in force on ' +
    '21 January 2025 are used in its place.',
};

/** In the order of their days. */
const later: readonly DecreeParameters[] = [ofJanuary2025, ofSeptember2025];
