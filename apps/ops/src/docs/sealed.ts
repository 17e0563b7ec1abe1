import { eventSchemas, openTexts, type EventSchema } from '@app/domain';
import { eventsOfDomain, keyOf, schemaOf } from './catalogues.js';
import { clearInReadModels } from './clear-in-read-models.js';
import type { EventType } from './event-types.js';
import { heading, table, type GeneratedFile } from './generated-file.js';

/** Every text of every event: whose key seals it, or why it stands in clear. Throws where one is neither sealed nor named as open. */
export const sealedFields = (): GeneratedFile => {
  const types = eventsOfDomain();
  return {
    path: 'docs/generated/sealed.md',
    text: [
      ...heading(
        'What is sealed',
        'Every value of an event that is personal or may name somebody, from the schemas (`personal`), and every text that is written in clear, with the reason (`libs/domain/src/open-texts.ts`). ' +
          'A key is that of the person whose IIN stands at a path, or of the case or complaint in whose stream the event stands; the latter is destroyed with the keys of who applied or complained (decision 0036). ' +
          'Metadata is in clear: `actor` is the subject of a token, a keyed hash where that holds an IIN.',
      ),
      '## Sealed',
      '',
      ...table(['event', 'field', 'with the key of'], types.flatMap(sealedIn)),
      '',
      '## In clear',
      '',
      ...table(['event', 'field', 'because it is'], types.flatMap(openIn)),
      '',
      '## What read models hold in clear',
      '',
      'Read models hold what events say unsealed (decision 0006). These fields of their documents, and no others, may hold what is sealed in the log.',
      '',
      ...table(
        ['projection', 'fields'],
        Object.entries(clearInReadModels).map(([name, fields]) => [
          `\`${name}\``,
          fields.map((field) => `\`${field}\``).join(', '),
        ]),
      ),
      '',
    ].join('\n'),
  };
};

const sealedIn = ({ name }: EventType): readonly string[][] =>
  schemaOf(name).personal.map(({ at, subject }) => [name, `\`${at}\``, keyOf(subject)]);

const openIn = ({ name, texts }: EventType): readonly string[][] =>
  texts.filter((path) => !isSealed(path, schemaOf(name))).map((path) => [name, `\`${path}\``, reasonOf(name, path)]);

const isSealed = (path: string, { personal }: EventSchema): boolean =>
  personal.some(({ at }) => path === at || path.startsWith(`${at}.`));

const reasonOf = (event: string, path: string): string => {
  const reason = openTexts[`${event}.${path}`] ?? openTexts[path];
  if (reason !== undefined) return reason;
  throw new Error(
    `${event}.${path} may hold any text: seal it (\`personal\` of its schema), or say in libs/domain/src/open-texts.ts why it names nobody`,
  );
};

/** The paths of schemas that lead to no text, and the open texts that no event has. */
export const straySeals = (): readonly string[] => {
  const types = eventsOfDomain();
  const stray = types.flatMap(({ name, texts }) =>
    schemaOf(name)
      .personal.filter(({ at, subject }) => subject === null && !texts.includes(at))
      .map(({ at }) => `${name}.${at}`),
  );
  const open = new Set(types.flatMap(({ name, texts }) => texts.flatMap((path) => [path, `${name}.${path}`])));
  const known = Object.keys(eventSchemas).length === types.length ? [] : ['an event type without a schema'];
  return [...stray, ...Object.keys(openTexts).filter((path) => !open.has(path)), ...known];
};
