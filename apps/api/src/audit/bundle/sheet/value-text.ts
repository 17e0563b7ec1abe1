/** The value in a disclosure in one line: what lies in an object by its names. */
export const valueText = (disclosure: string): string => {
  // Our own vault wrote it: `[salt, place, value]`.
  const [, , value] = JSON.parse(Buffer.from(disclosure, 'base64url').toString()) as readonly unknown[];
  return inLine(value);
};

const inLine = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return value === null ? '—' : String(value);
  if (Array.isArray(value)) return value.map((item) => bracketed(item)).join(', ');
  return Object.entries(value)
    .map(([name, member]) => `${name}: ${bracketed(member)}`)
    .join('; ');
};

const bracketed = (value: unknown): string =>
  typeof value === 'object' && value !== null ? `(${inLine(value)})` : inLine(value);
