import type { OfficeSettings } from '@app/domain';

/**
 * The port to what is known of the offices of local executive bodies, who alone provide the service: the zone
 * their dates are dates in, and when they close (R-110, item 7 of the Standard).
 */
export abstract class OfficeDirectory {
  /** The settings of an office; null where there is none of that name. */
  abstract find(officeId: string): Promise<OfficeSettings | null>;

  /** Every office, in the order in which they were named. */
  abstract all(): Promise<readonly OfficeSettings[]>;
}

/** The application names an office that the directory does not know. */
export class OfficeUnknown extends Error {
  override readonly name = 'OfficeUnknown';
  constructor(readonly officeId: string) {
    super(`there is no office ${officeId}`);
  }
}

/** The application is for another office than the one that the person who files it belongs to. */
export class OfficeNotYours extends Error {
  override readonly name = 'OfficeNotYours';
  constructor(readonly officeId: string) {
    super(`you may not act for the office ${officeId}`);
  }
}
