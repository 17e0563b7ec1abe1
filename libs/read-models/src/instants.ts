/** An instant (ISO 8601, any offset) as it is stored and compared: UTC to the millisecond, always as long. */
export const utc = (instant: string): string => new Date(instant).toISOString();
