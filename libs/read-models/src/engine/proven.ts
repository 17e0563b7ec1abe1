/** A MAC under a key that only who has the master key knows: `mac` of the vault. */
export type Mac = (text: string) => string;

/** As many digits as the greatest safe integer has. */
const digits = 16;

/**
 * A log position with its MAC: 16 digits, a dot, the MAC. Of two the greater text is the farther position, so that `$max` moves a
 * position and its MAC together. `what` says whose position it is: another's MAC never fits.
 */
export const provenPosition = (mac: Mac, what: string, position: number): string =>
  `${String(position).padStart(digits, '0')}.${mac(`${what}\n${position}`)}`;

/** Whether a text is what `provenPosition` gives. */
export const isProven = (mac: Mac, what: string, position: number, proven: string | undefined): boolean =>
  proven === provenPosition(mac, what, position);
