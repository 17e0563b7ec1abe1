import {
  eventSchemas,
  languages,
  paragraphOf,
  refusals,
  refusalSentences,
  type EventSchema,
  type RefusalCatalogue,
} from '@app/domain';
import { problemKinds } from '@app/platform';
import { eventTypes, type EventType } from './event-types.js';
import { heading, table, type GeneratedFile } from './generated-file.js';

const caseStreams = 'case-<caseId>';

const unions = [
  { file: 'libs/domain/src/case/case.events.ts', union: 'CaseEvent', stream: caseStreams },
  { file: 'libs/domain/src/complaint/complaint.events.ts', union: 'ComplaintEvent', stream: 'complaint-<complaintId>' },
  { file: 'libs/domain/src/dwelling/dwelling.ts', union: 'DwellingEvent', stream: 'dwelling-<dwellingId>' },
  {
    file: 'libs/domain/src/registration/registration-number.ts',
    union: 'RegistrationNumberEvent',
    stream: 'registration-number-<hash>',
  },
  {
    file: 'libs/domain/src/registration/registration-number.ts',
    union: 'RegistrationNumbersIndexed',
    stream: 'registration-index',
  },
  { file: 'libs/domain/src/calendar/calendar.decider.ts', union: 'CalendarEvent', stream: 'calendar-kz' },
  { file: 'libs/domain/src/guard/outside-log.ts', union: 'OutsideLogGuarded', stream: 'outside-log' },
  {
    file: 'libs/domain/src/access/access.events.ts',
    union: 'PersonalDataViewed',
    stream: 'access-<UTC day>-<process>.<number>',
  },
  { file: 'libs/domain/src/erasure/erasure.events.ts', union: 'ErasureEvent', stream: 'erasure' },
  { file: 'libs/domain/src/proof/proof-log.events.ts', union: 'HeadSigned', stream: 'proof-heads' },
  { file: 'libs/domain/src/proof/proof-log.events.ts', union: 'NewLogEvent', stream: 'proof-logs' },
];

/** The catalogue of events: every type with its stream, the version of its shape, its fields, and what of it is sealed. */
export const eventCatalogue = (): GeneratedFile => {
  const types = eventsOfDomain();
  return {
    path: 'docs/generated/events.md',
    text: [
      ...heading(
        'Event catalogue',
        'Every event that this version writes, as the domain declares it (`libs/domain/src/case/case.events.ts`, `libs/domain/src/complaint/complaint.events.ts`, `libs/domain/src/dwelling/dwelling.ts`, `libs/domain/src/registration/registration-number.ts`, `libs/domain/src/calendar/calendar.decider.ts`, `libs/domain/src/guard/outside-log.ts`, `libs/domain/src/access/access.events.ts`, `libs/domain/src/erasure/erasure.events.ts`, `libs/domain/src/proof/proof-log.events.ts`; ' +
          'the words are in `case.words.ts` and `complaint.types.ts`, what is made of them in `case.types.ts` and `complaint.types.ts`). Names and shapes are contract: a reshaped event gets a new version and an upcaster. ' +
          'What is sealed is encrypted with the key that the second column names: that of a person by the path of the IIN (of a reader: of the subject), or that of a case or complaint; [sealed.md](sealed.md) has all of it in one table. ' +
          'Metadata of every event: `EventMetadata` in `libs/event-store/src/event-store.ts`.',
      ),
      ...types.flatMap((type) => section(type, schemaOf(type.name))),
    ].join('\n'),
  };
};

/** Every event type, in the order of the schemas. A missed duty is the same fact on a complaint as on a case, and stands there. */
export const eventsOfDomain = (): readonly EventType[] => {
  const order = Object.keys(eventSchemas);
  return eventTypes(unions)
    .filter(({ name, stream }) => name !== 'DutyMissed' || stream === caseStreams)
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
};

/** How an event type is written. Throws where it has no schema. */
export const schemaOf = (name: string): EventSchema => {
  const schema = Object.entries(eventSchemas).find(([type]) => type === name)?.[1];
  if (schema === undefined) throw new Error(`${name} has no schema: add it to eventSchemas`);
  return schema;
};

const section = ({ name, stream, fields }: EventType, schema: EventSchema): readonly string[] => [
  `## ${name}`,
  '',
  `Stream \`${stream}\`, shape version ${schema.version}.`,
  '',
  ...table(
    ['field', 'type', 'meaning'],
    fields.map((field) => [`\`${field.name}\``, `\`${field.type}\``, field.about]),
  ),
  '',
  ...sealed(schema),
];

const sealed = ({ personal }: EventSchema): readonly string[] =>
  personal.length === 0
    ? []
    : [
        ...table(
          ['sealed', 'with the key of'],
          personal.map(({ at, subject }) => [`\`${at}\``, keyOf(subject)]),
        ),
        '',
      ];

/** Whose key seals a value, in words. */
export const keyOf = (subject: EventSchema['personal'][number]['subject']): string => {
  if (subject === null) return 'its case or complaint';
  return typeof subject === 'string' ? `\`${subject}\`` : `the case \`${subject.id}\``;
};

/** Every reason for which the system says no: rules, guards of the system, and the contract's own. */
export const refusalCatalogue = (): GeneratedFile => ({
  path: 'docs/generated/refusals.md',
  text: [
    ...heading('Refusals and problems', 'Every code that `application/problem+json` may carry. Codes are for ever.'),
    '## Not carried out (409)',
    '',
    'Where no rule stands, no passage of the Order says no: it is a guard of the system. `{name}` is a fact. Russian and Kazakh: [refusal-words.md](refusal-words.md).',
    '',
    ...table(
      ['code', 'rule', 'paragraph', 'says', 'what to do now'],
      Object.entries<RefusalCatalogue[string]>(refusals).map(([code, { rule, alsoBy = [], message, next }]) => [
        `\`${code}\``,
        [rule ?? '–', ...alsoBy].join(', '),
        rule === null ? '–' : [...new Set([rule, ...alsoBy].map(paragraphOf))].join(', '),
        message,
        next,
      ]),
    ),
    '',
    '## The contract said no',
    '',
    ...table(
      ['code', 'status', 'title'],
      Object.entries(problemKinds).map(([code, [status, title]]) => [`\`${code}\``, String(status), title]),
    ),
    '',
  ].join('\n'),
});

/** What every refusal says in each language, side by side, to be proof-read by those who speak it. */
export const refusalWords = (): GeneratedFile => ({
  path: 'docs/generated/refusal-words.md',
  text: [
    ...heading(
      'What refusals say',
      'For each code what is wrong and what to do now, in every language (`libs/domain/src/refusals`). `{name}` is a fact.',
    ),
    ...Object.keys(refusals).flatMap((code) => [
      `## ${code}`,
      '',
      ...languages.flatMap((language) => {
        // the catalogue's own keys, which Object.keys widens to strings
        const { message, next } = refusalSentences[language][code as keyof typeof refusals];
        return [`- ${language}: ${message}`, `  - ${next}`];
      }),
      '',
    ]),
  ].join('\n'),
});
