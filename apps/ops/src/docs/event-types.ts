import { isTypeAliasDeclaration, type Node } from 'typescript/unstable/ast';
import { API, type Checker, type Symbol as TypeSymbol, type Type } from 'typescript/unstable/sync';
import { textsIn } from './event-texts.js';
import { root } from './generated-file.js';
import { writtenType } from './written-type.js';

/** An event type as its declaration has it; `texts`: the paths in its data where any text may stand. */
export type EventType = Readonly<{
  name: string;
  stream: string;
  fields: readonly EventField[];
  texts: readonly string[];
}>;

/** A field of an event's data; `about` is its comment, or empty. */
type EventField = Readonly<{ name: string; type: string; about: string }>;

/** A union of events: the file that declares it, its name, and the streams that hold the events. */
export type EventUnion = Readonly<{ file: string; union: string; stream: string }>;

/** Every event type of each union, in no order that is meant, read from the domain's own source. */
export const eventTypes = (unions: readonly EventUnion[]): readonly EventType[] => {
  const compiler = new API({ cwd: root });
  try {
    const [project] = compiler.updateSnapshot({ openProjects: [`${root}libs/domain/tsconfig.json`] }).getProjects();
    if (project === undefined) throw new Error('libs/domain has no tsconfig.json');
    const { program, checker } = project;
    return unions.flatMap(({ file, union, stream }) => {
      const source = program.getSourceFile(`${root}${file}`);
      const alias = source?.statements.find((node) => isTypeAliasDeclaration(node) && node.name.text === union);
      const type = alias && isTypeAliasDeclaration(alias) ? checker.getTypeAtLocation(alias.name) : undefined;
      if (alias === undefined || type === undefined) throw new Error(`${file} declares no type ${union}`);
      const members = type.isUnionType() ? (type.getTypes() ?? []) : [type];
      return members.map((member) => eventType(member, stream, checker, alias));
    });
  } finally {
    compiler.close();
  }
};

const eventType = (type: Type, stream: string, checker: Checker, at: Node): EventType => {
  const name = propertyType(type, 'type', checker, at);
  const data = propertyType(type, 'data', checker, at);
  if (!name.isStringLiteralType()) throw new Error('an event type has no literal name');
  const fields = checker.getPropertiesOfType(data).map((field) => eventField(field, checker, at));
  return { name: String(name.value), stream, fields, texts: textsIn(data, checker, at) };
};

const propertyType = (type: Type, name: string, checker: Checker, at: Node): Type => {
  const property = checker.getPropertyOfType(type, name);
  if (property === undefined) throw new Error(`an event has no ${name}`);
  return checker.getTypeOfSymbolAtLocation(property, at);
};

const eventField = (field: TypeSymbol, checker: Checker, at: Node): EventField => ({
  name: field.name,
  type: writtenType(field) ?? checker.typeToString(checker.getTypeOfSymbolAtLocation(field, at)),
  about: field.getDocumentationComment(checker).replaceAll(/\s+/g, ' '),
});
