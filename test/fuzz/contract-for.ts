/** As much of OpenAPI as is looked at here. */
type Operation = Readonly<{ operationId: string; 'x-roles'?: readonly string[]; responses: Record<string, Answer> }>;
type Answer = Readonly<{ links?: Record<string, Readonly<{ operationId: string }>> }>;
export type Contract = Readonly<{ paths: Record<string, Record<string, Operation>> }>;

/** What of the contract a role may use, and what is open to everybody: the rest would be 403 again and again. */
export const contractFor = (role: string, contract: Contract): Contract => {
  const paths = Object.entries(contract.paths).flatMap(([path, item]) => {
    const operations = Object.entries(item).filter(([, { 'x-roles': roles }]) => roles?.includes(role) ?? true);
    return operations.length === 0 ? [] : [[path, Object.fromEntries(operations)] as const];
  });
  const left = new Set(paths.flatMap(([, item]) => Object.values(item).map(({ operationId }) => operationId)));
  return { ...contract, paths: Object.fromEntries(paths.map(([path, item]) => [path, linked(item, left)])) };
};

/** Without links to what is left out. */
const linked = (item: Record<string, Operation>, left: ReadonlySet<string>): Record<string, Operation> =>
  Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      const responses = Object.entries(operation.responses).map(([status, { links, ...answer }]) => {
        const kept = Object.entries(links ?? {}).filter(([, { operationId }]) => left.has(operationId));
        return [status, kept.length === 0 ? answer : { ...answer, links: Object.fromEntries(kept) }];
      });
      return [method, { ...operation, responses: Object.fromEntries(responses) }];
    }),
  );
