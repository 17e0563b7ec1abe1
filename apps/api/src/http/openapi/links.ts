import type { OpenAPIObject } from '@nestjs/swagger';

/** What is filed, and the parameter by which every other address names it. */
const filed = [
  { path: '/api/v1/cases', id: 'caseId' },
  { path: '/api/v1/complaints', id: 'complaintId' },
] as const;

/** Links the answer of a filing to every route of that case or complaint: made of the routes themselves. */
export const linkWhatIsFiled = ({ paths }: OpenAPIObject): void => {
  for (const { path, id } of filed) {
    const answer = paths[path]?.post?.responses?.['201'];
    if (!answer || '$ref' in answer) throw new Error(`${path} does not say what it answers`);
    const below = Object.entries(paths).filter(([address]) => address.includes(`{${id}}`));
    const operations = below.flatMap(([, { get, post }]) => [get, post].flatMap((one) => one?.operationId ?? []));
    answer.links = Object.fromEntries(
      operations.map((operationId) => [
        operationId.replace('.', '-'),
        { operationId, parameters: { [id]: `$response.body#/${id}` } },
      ]),
    );
  }
};
