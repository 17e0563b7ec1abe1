/** As much of OpenAPI as is looked at here. */
export type Contract = Readonly<{
  paths: Record<string, Record<string, Readonly<{ operationId: string; 'x-roles'?: readonly string[] }>>>;
}>;

/** The ids of what a role may use, and of what is open to everybody: the rest would be 403 again and again. */
export const operationsOf = (role: string, { paths }: Contract): readonly string[] =>
  Object.values(paths)
    .flatMap((item) => Object.values(item))
    .filter(({ 'x-roles': roles }) => roles?.includes(role) ?? true)
    .map(({ operationId }) => operationId);
