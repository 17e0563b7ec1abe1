import ts from 'typescript';
import { root } from './generated-file.js';

/** An event type as its declaration has it. */
export type EventType = Readonly<{ name: string; stream: string; fields: readonly EventField[] }>;

/** A field of an event's data; `about` is its comment, or empty. */
export type EventField = Readonly<{ name: string; type: string; about: string }>;

/** Every event type of a union of events, in its order, read from the domain's own source. */
export const eventTypes = (file: string, union: string, stream: string): readonly EventType[] => {
  const program = ts.createProgram([`${root}${file}`], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    types: [],
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(`${root}${file}`);
  const alias = source?.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === union);
  if (alias === undefined || !ts.isTypeAliasDeclaration(alias)) throw new Error(`${file} declares no type ${union}`);
  const type = checker.getTypeAtLocation(alias.name);
  return (type.isUnion() ? type.types : [type]).map((member) => eventType(member, stream, checker, alias));
};

const eventType = (type: ts.Type, stream: string, checker: ts.TypeChecker, at: ts.Node): EventType => {
  const name = propertyType(type, 'type', checker, at);
  const data = propertyType(type, 'data', checker, at);
  if (!name.isStringLiteral()) throw new Error('an event type has no literal name');
  return { name: name.value, stream, fields: data.getProperties().map((field) => eventField(field, checker, at)) };
};

const propertyType = (type: ts.Type, name: string, checker: ts.TypeChecker, at: ts.Node): ts.Type => {
  const property = type.getProperty(name);
  if (property === undefined) throw new Error(`an event has no ${name}`);
  return checker.getTypeOfSymbolAtLocation(property, at);
};

const eventField = (field: ts.Symbol, checker: ts.TypeChecker, at: ts.Node): EventField => ({
  name: field.name,
  type: writtenType(field) ?? checker.typeToString(checker.getTypeOfSymbolAtLocation(field, at)),
  about: ts.displayPartsToString(field.getDocumentationComment(checker)).replaceAll(/\s+/g, ' '),
});

/** The type as it was written, so that `LocalDate` stays `LocalDate`. */
const writtenType = (field: ts.Symbol): string | null => {
  const [declaration] = field.declarations ?? [];
  if (declaration === undefined || !ts.isPropertySignature(declaration)) return null;
  return declaration.type?.getText().replaceAll(/\s+/g, ' ') ?? null;
};
