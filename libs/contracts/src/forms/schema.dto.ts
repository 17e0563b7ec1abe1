import { ApiSchema } from '@nestjs/swagger';
import { KeyField } from '../http/fields/formats.js';
import { field } from '../http/fields/field.js';
import { ShownText } from '../http/fields/shown.js';
import { LanguageQuery } from '../http/language.query.js';

/** Whose choices a schema is to have. */
export class SchemaQuery extends LanguageQuery {
  @KeyField({
    optional: true,
    about: 'The case whose choices it is to have: of a command to a case. Absent: all choices.',
  })
  readonly caseId?: string;

  @KeyField({
    optional: true,
    about: 'The complaint whose choices it is to have: of a command to a complaint. Absent: all choices.',
  })
  readonly complaintId?: string;
}

@ApiSchema({
  description:
    'A JSON Schema (2020-12) of the body of a command. `title` and `description` of a field and of a choice are in the language of the answer.',
})
export class FormSchemaDto {
  @ShownText({ example: 'https://json-schema.org/draft/2020-12/schema', about: 'The dialect.' })
  readonly $schema!: string;

  @ShownText({ example: 'urn:shanyraq:form:SignAgreement', about: 'The form, by the name of its command.' })
  readonly $id!: string;

  @ShownText({ example: 'Sign the agreement', about: 'What the command is called.' })
  readonly title!: string;

  @ShownText({ example: 'object', about: 'A body is an object.' })
  readonly type!: string;

  @field(
    { about: 'A schema for each field, in the order of the form.' },
    { type: 'object', additionalProperties: true },
  )
  readonly properties!: Readonly<Record<string, unknown>>;

  @field({ optional: true, about: 'The fields that are needed.' }, { type: 'array', items: { type: 'string' } })
  readonly required?: readonly string[];

  @field(
    {
      optional: true,
      about:
        'Conditions: where one field says something (`if`), which others are needed (`then`) or out of place (`else`).',
    },
    { type: 'array', items: { type: 'object', additionalProperties: true } },
  )
  readonly allOf?: readonly object[];

  @field({ about: 'False: unknown fields are refused.' }, { type: 'boolean' })
  readonly additionalProperties!: boolean;
}
