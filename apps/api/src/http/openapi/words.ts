import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type ResponseObject = Extract<NonNullable<Operation['responses']>[string], { content?: object }>;

/** What the parts of an address name, whatever the route. */
const pathParameters: Readonly<Record<string, string>> = {
  caseId: 'The case, by the `caseId` that answers give.',
  newLogId: 'The new log, by the `newLogId` that answers give.',
  erasureId: 'The erasure, by the `erasureId` that answers give.',
  complaintId: 'The complaint, by the `complaintId` that answers give.',
  rule: 'The rule of the duty, by its number in docs/law/rules.md, such as `R-27`.',
  paragraph: 'The paragraph of the Order, as the list of paragraphs names it, such as `6`.',
  command: 'The command, by its name, such as `SignAgreement`.',
  dataset: 'The dataset, by its name in the list of datasets.',
  name: 'The projection, by its name in `/monitoring/projections`.',
  recordId: 'The stage record, by the `id` that `/monitoring/outbound` gives.',
  year: 'The year, with four digits.',
};

/** Gives parameters in an address their words, and answers without words those of the schema that they bring. */
export const addWords = ({ paths, components }: OpenAPIObject): void => {
  const words = new Map(Object.entries(components?.schemas ?? {}).map(([name, schema]) => [name, wordsIn(schema)]));
  for (const { get, post } of Object.values(paths)) {
    for (const operation of [get, post]) {
      if (!operation) continue;
      nameParameters(operation);
      nameAnswers(operation, words);
    }
  }
};

const wordsIn = (schema: object): string =>
  'description' in schema && typeof schema.description === 'string' ? schema.description : '';

const nameParameters = ({ parameters = [] }: Operation): void => {
  for (const parameter of parameters) {
    if ('$ref' in parameter || parameter.in !== 'path') continue;
    const description = pathParameters[parameter.name];
    if (description) parameter.description = description;
  }
};

const nameAnswers = ({ responses = {} }: Operation, words: ReadonlyMap<string, string>): void => {
  for (const response of Object.values(responses)) {
    if (response && !('$ref' in response)) response.description ||= words.get(schemaOf(response)) ?? '';
  }
};

/** The name of the schema that an answer brings; empty where it brings none by name. */
const schemaOf = ({ content }: Pick<ResponseObject, 'content'>): string => {
  const schema = content?.['application/json']?.schema;
  return schema && '$ref' in schema ? schema.$ref.replace('#/components/schemas/', '') : '';
};
