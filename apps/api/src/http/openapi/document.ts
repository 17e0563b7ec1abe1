import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { CommandAnswerDto, ProblemDto } from '@app/contracts';
import { refusals } from '@app/domain';
import { problemKinds } from '@app/platform';
import { linkWhatIsFiled } from './links.js';
import { completeOperation } from './operation.js';

const about = [
  'Casework of the public service "Privatization of dwellings from the state housing stock" (Order No. 437 of 12 August 2021).',
  "Dates are `YYYY-MM-DD` in the zone of the provider's office, instants ISO 8601 with offset, money tenge with two decimals as text.",
  'Every problem is `application/problem+json` (RFC 9457). Unknown fields and query parameters are refused (422); a method that an address does not have is 405 with `Allow`.',
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
    extraModels: [ProblemDto, CommandAnswerDto],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  nameCodes(document);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post'] as const) {
      const operation = item[method];
      if (operation) item[method] = completeOperation(operation, { method, path });
    }
  }
  linkWhatIsFiled(document);
  return document;
};

/** Every code that a problem may bear: those of HTTP, and those of the rules with the row and the reason of each. */
const nameCodes = (document: OpenAPIObject): void => {
  const problem = document.components?.schemas?.[ProblemDto.name];
  if (!problem || !('properties' in problem) || !problem.properties) throw new Error('the contract has no problem');
  const codes = [...Object.keys(problemKinds), ...Object.keys(refusals)];
  problem.properties['code'] = { ...problem.properties['code'], type: 'string', enum: codes };
  Object.assign(document, { 'x-refusals': refusals });
};
