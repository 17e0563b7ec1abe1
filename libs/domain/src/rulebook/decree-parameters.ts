import type { LocalDate, Tiyn } from '../case/case.types.js';

/**
 * What holds for instalments from a day on (docs/law/rules.md 1.1, 6; R-98, A18). A case is pinned to those of the day of its acceptance,
 * for its whole life.
 */
export type DecreeParameters = Readonly<{
  /** The act that sets them, with its number. */
  act: string;
  /** First day of acceptance under these; null where they hold from the start. */
  from: LocalDate | null;
  maxInstalmentYears: number;
  /** Where the residual value lies above this, the years are these instead; null where the value changes nothing. */
  longerAbove: Readonly<{ residualValue: Tiyn; years: number }> | null;
  /** Least initial contribution, in whole per cent of the price. */
  minInitialContributionPct: number;
  /** Within how many calendar days of the conclusion the initial contribution is due at the latest; null: on the day that is agreed. */
  initialContributionDays: number | null;
  /** Where it can be read. */
  source: string;
  /** To be shown wherever these are used, where they are not known to be the law's own; else null. */
  notice: string | null;
}>;

/** The Order's own words, which hold unless an installation names others. */
export const appendix2: DecreeParameters = {
  act: 'Order No. 437 of 12 August 2021',
  from: null,
  maxInstalmentYears: 10,
  longerAbove: null,
  minInitialContributionPct: 30,
  initialContributionDays: null,
  source: 'Order No. 437 of 12 August 2021, Appendix 2',
  notice: null,
};

/** The parameters of a day of acceptance: the last of those named, in the order of their days, that had come into force; else Appendix 2. */
export const decreeParametersFor = (acceptedOn: LocalDate, named: readonly DecreeParameters[]): DecreeParameters =>
  named.findLast(({ from }) => from === null || from <= acceptedOn) ?? appendix2;

/** The most years that anybody is granted, whatever the residual value. */
export const mostYears = ({ maxInstalmentYears, longerAbove }: DecreeParameters): number =>
  Math.max(maxInstalmentYears, longerAbove?.years ?? 0);
