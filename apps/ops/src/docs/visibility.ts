import {
  fieldOf,
  personalFieldNames,
  personalFields,
  placesOf,
  visibilityOf,
  needsPurpose,
  type PersonalField,
} from '@app/application';
import { eventSchemas } from '@app/domain';
import { roles } from '@app/platform';
import { heading, table, type GeneratedFile } from './generated-file.js';

/** Who sees what of a person, role by role, and the places of events to which each field belongs. */
export const visibility = (): GeneratedFile => ({
  path: 'docs/generated/visibility.md',
  text: [
    ...heading(
      'Who sees what of a person',
      'The one policy by which every answer is masked (`libs/application/src/visibility/policy.ts`). Whatever is shown in clear is put on record first (docs/api.md, "Who looked").',
    ),
    '- CLEAR: in clear, on record. The purpose (`X-Purpose`) may be given.',
    '- TRANSFER: in clear, on record, in cases of the routes with a transfer (`COMMUNAL_ENTITY`, `REPUBLICAN_ENTITY`); masked in all others.',
    '- PURPOSE: masked; in clear with `unmask=true` and a purpose, on record.',
    '- MASKED: never in clear.',
    '- OPEN: shown to everybody, as it names nobody by itself; an IIN in it is masked where nothing else is shown in clear.',
    '',
    'A role that is bound to an office sees only the cases of its own. A subject (`sub`) that is an IIN is masked for everybody.',
    '',
    ...table(
      ['role', ...personalFieldNames, 'has to say why'],
      roles.map((role) => [
        `\`${role}\``,
        ...personalFieldNames.map((field) => visibilityOf(role, field)),
        needsPurpose(role) ? 'yes' : 'no',
      ]),
    ),
    '',
    '## The fields',
    '',
    'Every place that the schema of an event declares as personal belongs to one field; one that is named nowhere is free text.',
    '',
    ...personalFieldNames.flatMap(section),
  ].join('\n'),
});

const section = (field: PersonalField): readonly string[] => [
  `### ${field}`,
  '',
  `${personalFields[field].charAt(0).toUpperCase()}${personalFields[field].slice(1)}.`,
  '',
  ...table(
    ['event', 'places'],
    Object.keys(eventSchemas).flatMap((type) => {
      const places = placesOf(type).filter(({ at }) => fieldOf(type, at) === field);
      return places.length === 0 ? [] : [[type, places.map(({ at }) => `\`${at}\``).join(', ')]];
    }),
  ),
  '',
];
