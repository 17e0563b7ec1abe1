import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** What the parts of an address name, whatever the route. */
const pathParameters: Readonly<Record<string, string>> = {
  caseId: 'The case, by the `caseId` that answers give.',
  complaintId: 'The complaint, by the `complaintId` that answers give.',
  rule: 'The rule of the duty, by its number in docs/law/rules.md, such as `R-27`.',
  paragraph: 'The paragraph of the Order, as the list of paragraphs names it, such as `6`.',
  dataset: 'The dataset, by its name in the list of datasets.',
  name: 'The projection, by its name in `/monitoring/projections`.',
  recordId: 'The stage record, by the `id` that `/monitoring/outbound` gives.',
  year: 'The year, with four digits.',
};

/** Gives parameters in an address their words, and answers without words those of the schema that they bring. */
export const addWords = (document: OpenAPIObject): void => {
  for (const { get, post } of Object.values(document.paths)) {
    for (const operation of [get, post]) {
      if (!operation) continue;
      nameParameters(operation);
      nameAnswers(operation, document);
    }
  }
};

const nameParameters = ({ parameters = [] }: Operation): void => {
  for (const parameter of parameters) {
    if ('$ref' in parameter || parameter.in !== 'path') continue;
    const description = pathParameters[parameter.name];
    if (description) parameter.description = description;
  }
};

const nameAnswers = ({ responses = {} }: Operation, { components }: OpenAPIObject): void => {
  for (const response of Object.values(responses)) {
    if (!response || '$ref' in response || response.description) continue;
    const schema = response.content?.['application/json']?.schema;
    const name = schema && '$ref' in schema ? schema.$ref.replace('#/components/schemas/', '') : '';
    const named = components?.schemas?.[name];
    response.description = (named && 'description' in named ? named.description : undefined) ?? '';
  }
};
