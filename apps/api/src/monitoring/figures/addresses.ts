/** The parameters of a query; those that are undefined are not asked for. */
export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

/** Parameters as an address has them, in the order given. */
export const queryOf = (parameters: Parameters): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.append(name, String(value));
  return query.toString();
};

/** An address that says the same at a log position for ever; null before the first event, as there is none then. */
export const addressAt = (path: string, parameters: Parameters, position: number | null): string | null =>
  position === null ? null : `/api/v1/monitoring/${path}?${queryOf({ ...parameters, position })}`;
