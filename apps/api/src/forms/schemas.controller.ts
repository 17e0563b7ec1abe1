import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActionsOfCase, ActionsOfComplaint, OfficeDirectory } from '@app/application';
import { formSchema, FormSchemaDto, SchemaQuery } from '@app/contracts';
import { caseEventTypes, type Language } from '@app/domain';
import { fieldInvalid, mayDo, ProblemError } from '@app/platform';
import { seenPersons } from '../http/access/persons.js';
import { Allow } from '../http/auth/allow.decorator.js';
import { idOfCase, idOfComplaint } from '../http/id.pipes.js';
import { answerUnlessKnown } from '../http/known-answer.js';
import { tellLanguage } from '../http/language.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { caseChoices, factChoices, wordsLeft, type InThisCase } from './case-choices.js';
import { commandTitles } from './command-titles.js';
import { formOf, type Form } from './forms.js';

/** What a form asks for, in the language of whoever fills it in. */
@ApiTags('Forms')
@Controller('api/v1/schemas')
export class SchemasController {
  constructor(
    private readonly bus: QueryBus,
    private readonly offices: OfficeDirectory,
  ) {}

  @Get(':command')
  @Allow('catalogue:read')
  @ApiOperation({ summary: 'Read the JSON Schema of the body of a command, with the choices of a case or complaint' })
  @ApiOkResponse({ type: FormSchemaDto })
  async schema(
    @Param('command') command: string,
    @Query() about: SchemaQuery,
    @Asking() asking: QueryRequest,
  ): Promise<FormSchemaDto | undefined> {
    const form = formOf(command);
    if (form === null) throw new ProblemError('form-not-found', 'There is no command of that name.');
    assertAbout(form, about);
    const { language, reply } = asking;
    const own = await this.#choicesOf(form, about, asking);
    const choices = { ...(await this.#everywhere(form, language)), ...own.choices };
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:shanyraq:form:${form.name}`,
      title: commandTitles[form.name][language],
      // what the builder makes of a body is such an object
      ...(formSchema(form.body, { language, choices, needed: own.needed }) as Omit<
        FormSchemaDto,
        '$schema' | '$id' | 'title'
      >),
    };
    tellLanguage(reply, language);
    return about.caseId === undefined && about.complaintId === undefined ? answerUnlessKnown(asking, schema) : schema;
  }

  /** Choices that do not depend on the case. */
  async #everywhere({ name }: Form, language: Language): Promise<InThisCase['choices']> {
    if (name === 'CorrectRecord') return { 'date.fact': factChoices(language, caseEventTypes) };
    if (name !== 'SubmitApplication') return {};
    const offices = await this.offices.all();
    return {
      officeId: offices.map(({ officeId, names }) => ({ const: officeId, title: names?.[language] ?? officeId })),
    };
  }

  async #choicesOf(
    form: Form,
    { caseId, complaintId }: SchemaQuery,
    { caller, officeScope, now, language, looking, reply }: QueryRequest,
  ): Promise<InThisCase> {
    const asking = { actor: caller.subject, office: officeScope, now };
    if (caseId !== undefined) {
      assertReads(mayDo(caller.role, 'case:read'), 'case:read');
      const { state, actions, revision } = await this.bus.execute(new ActionsOfCase(idOfCase(caseId), asking));
      reply.header('etag', `"${revision}"`);
      const action = actions.find(({ command }) => command === form.name);
      const looks = () => looking.at(seenPersons(caseId, state));
      return caseChoices(form.name, { state, action, looks, language });
    }
    if (complaintId !== undefined) {
      assertReads(mayDo(caller.role, 'complaint:read'), 'complaint:read');
      const { actions, revision } = await this.bus.execute(new ActionsOfComplaint(idOfComplaint(complaintId), asking));
      reply.header('etag', `"${revision}"`);
      const action = actions.find(({ command }) => command === form.name);
      return { choices: wordsLeft(action, language), needed: action?.needed ?? [] };
    }
    return { choices: {}, needed: [] };
  }
}

/** A form is asked for with the thing that it is about, or with none. */
const assertAbout = ({ name, about }: Form, { caseId, complaintId }: SchemaQuery): void => {
  if (caseId !== undefined && about !== 'CASE')
    throw fieldInvalid('caseId', `is of no use: ${name} is not about a case`);
  if (complaintId !== undefined && about !== 'COMPLAINT')
    throw fieldInvalid('complaintId', `is of no use: ${name} is not about a complaint`);
};

const assertReads = (reads: boolean, permission: 'case:read' | 'complaint:read'): void => {
  if (!reads) throw new ProblemError('permission-missing', `You lack the permission ${permission}.`, { permission });
};
