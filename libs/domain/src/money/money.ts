import type { Tiyn } from '../case/case.types.js';

/** The largest amount handled: the largest safe integer of tiyn, some ninety trillion tenge. */
export const maxTiyn: Tiyn = Number.MAX_SAFE_INTEGER;

/**
 * Reads tenge with two decimals, `"1250000.00"`, as whole tiyn; exact, never through a fraction. Throws a RangeError
 * for any other writing (signs, spaces, leading zeros, more or fewer decimals) and above `maxTiyn`.
 */
export const tiynFromTenge = (text: string): Tiyn => {
  const [, tenge, tiyn] = /^(0|[1-9]\d{0,15})\.(\d{2})$/.exec(text) ?? [];
  if (tenge === undefined || tiyn === undefined)
    throw new RangeError(`not an amount of tenge with two decimals: ${text}`);
  const amount = BigInt(tenge) * 100n + BigInt(tiyn);
  if (amount > BigInt(maxTiyn))
    throw new RangeError(`larger than the largest amount, ${tengeFromTiyn(maxTiyn)}: ${text}`);
  return Number(amount);
};

/** Writes tiyn as tenge with two decimals. Throws a RangeError for what is not an amount. */
export const tengeFromTiyn = (tiyn: Tiyn): string => {
  if (!isAmount(tiyn)) throw new RangeError(`not an amount of tiyn: ${tiyn}`);
  const digits = String(tiyn).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A non-negative safe integer. */
export const isAmount = (tiyn: number): boolean => Number.isSafeInteger(tiyn) && tiyn >= 0;

/** An amount for the facts of a refusal: tenge with two decimals, or what came in the place of an amount. */
export const amountShown = (tiyn: number): string => (isAmount(tiyn) ? tengeFromTiyn(tiyn) : `${tiyn} tiyn`);
