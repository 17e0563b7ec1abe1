import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** Calls that give a problem its words, and which of their arguments do. */
const speakers: Readonly<Record<string, readonly number[]>> = {
  ProblemError: [1],
  fieldInvalid: [1, 2],
  positionInvalid: [0],
  tryAgain: [1],
  wrong: [1],
  check: [2],
};

/** Every sentence that the code of some folders gives a problem or a field of one, with `{}` where a value stands. */
export const sentencesIn = (folders: readonly string[]): ReadonlySet<string> =>
  new Set(folders.flatMap(filesIn).flatMap((file) => sentencesOf(parsed(file))));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.includes('testing/'))
    .map((name) => join(folder, name));

/** A node of a syntax tree, looked at by its names. */
type Node = Readonly<Record<string, unknown>>;

const parsed = (file: string): Node => ({
  ...parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', decorators: true }),
});

const sentencesOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(sentencesOf);
  if (!isNode(value)) return [];
  return [...textsGiven(value), ...Object.values(value).flatMap(sentencesOf)];
};

const textsGiven = (node: Node): readonly string[] => {
  if (node['type'] === 'CallExpression' || node['type'] === 'NewExpression') return textsOfCall(node);
  if (node['type'] !== 'KeyValueProperty') return [];
  const name = Object(node['key']).value;
  if (name === 'message') return textsIn(node['value']);
  return name === 'defaultMessage' ? textsIn(Object(node['value']).body) : [];
};

const textsOfCall = ({ callee, arguments: given }: Node): readonly string[] => {
  const name = String(Object(callee).value);
  const places = Object.hasOwn(speakers, name) ? (speakers[name] ?? []) : [];
  return places.flatMap((place) => textsIn(Object(Object(given)[place]).expression));
};

/** What may be said there: each branch of a condition. */
const textsIn = (node: unknown): readonly string[] => {
  if (!isNode(node)) return [];
  switch (node['type']) {
    case 'StringLiteral':
      return [String(node['value'])];
    case 'TemplateLiteral':
      return [partsOf(node).join('{}')];
    case 'ConditionalExpression':
      return [...textsIn(node['consequent']), ...textsIn(node['alternate'])];
    default:
      return [];
  }
};

const partsOf = ({ quasis }: Node): readonly string[] =>
  Array.isArray(quasis) ? quasis.map((part: unknown) => String(Object(part).raw)) : [];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
