import { closestMatch } from 'leven';

/** `: did you mean verify?` where one of the names is near what was written; nothing else. */
export const nearestTo = (written: string, names: readonly string[]): string => {
  const nearest = closestMatch(written, names, { maxDistance: Math.ceil(written.length / 3) });
  return nearest === undefined ? '' : `: did you mean ${nearest}?`;
};
