import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { CommandAnswerDto, DryRunDto, ProblemDto } from '@app/contracts';
import { refusals } from '@app/domain';
import { problemKinds } from '@app/platform';
import { completeOperation, sharedHeaders } from './operation.js';
import { addWords } from './words.js';

const about = [
  'Casework of the public service "Privatization of dwellings from the state housing stock" (Order No. 437 of 12 August 2021).',
  "A date is `YYYY-MM-DD` in the time zone of the provider's office. An instant is ISO 8601 with its offset. Money is tenge with two decimals, as text.",
  'A rule, such as `R-27`, is a row of docs/law/rules.md; a paragraph is one of the Order. `position` is a place in the whole log, `revision` a place in the history of one case or complaint.',
  'Every problem is `application/problem+json` (RFC 9457). It speaks the language that `lang` or `Accept-Language` asks for: `en`, `ru` or `kk`, else English. Unknown fields and unknown query parameters are refused with 422. A method that an address does not have is 405 with `Allow`.',
].join('\n\n');

/** The contract as OpenAPI 3.1. */
export const openApiDocument = (app: INestApplication): OpenAPIObject => {
  const frame = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Shanyraq')
    .setDescription(about)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, frame, {
    extraModels: [ProblemDto, CommandAnswerDto, DryRunDto],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  nameCodes(document);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post'] as const) {
      const operation = item[method];
      if (operation) item[method] = completeOperation(operation, { method, path });
    }
  }
  document.components = { ...document.components, headers: { ...sharedHeaders } };
  linkWhatIsFiled(document);
  addWords(document);
  return document;
};

/** Every code that a problem may have: those of HTTP, and those of refusals with rule, reason and what to do. */
const nameCodes = (document: OpenAPIObject): void => {
  const problem = document.components?.schemas?.[ProblemDto.name];
  if (!problem || !('properties' in problem) || !problem.properties) throw new Error('the contract has no problem');
  const codes = [...Object.keys(problemKinds), ...Object.keys(refusals)];
  problem.properties['code'] = { ...problem.properties['code'], type: 'string', enum: codes };
  Object.assign(document, { 'x-refusals': refusals });
};

/** What is filed, and the parameter by which every other address names it. */
const filed = [
  { path: '/api/v1/cases', id: 'caseId' },
  { path: '/api/v1/complaints', id: 'complaintId' },
] as const;

/** Links the answer of a filing to every route of that case or complaint: made of the routes themselves. */
const linkWhatIsFiled = ({ paths }: OpenAPIObject): void => {
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
