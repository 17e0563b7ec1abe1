import { field, type FieldOptions } from './field.js';

type Shape = new () => object;

/** Fields of answers: shown in the contract, checked by nobody. */
export const ShownText = (options: FieldOptions = {}): PropertyDecorator => field(options, { type: 'string' });
export const ShownDate = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: '2025-03-07', ...options }, { type: 'string', format: 'date' });
export const ShownInstant = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: '2025-03-07T06:30:00.000Z', ...options }, { type: 'string', format: 'date-time' });
export const ShownMoney = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: '1250000.00', ...options }, { type: 'string' });
export const ShownNumber = (options: FieldOptions = {}): PropertyDecorator => field(options, { type: 'integer' });
export const ShownFlag = (options: FieldOptions = {}): PropertyDecorator => field(options, { type: 'boolean' });
export const ShownChoice = (choices: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', enum: [...choices] });
export const ShownTexts = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'array', items: { type: 'string' } });
export const ShownNumbers = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'array', items: { type: 'integer' } });
export const Shown = (shape: () => Shape, options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: () => shape() });
export const ShownList = (shape: () => Shape, options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: () => shape(), isArray: true });

/** What a rule saw when it refused: names that depend on the rule, with plain values. */
export const ShownFacts = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, {
    type: 'object',
    additionalProperties: {
      anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, { type: 'array', items: { type: 'string' } }],
    },
  });

/** An object of any shape: for the data of events as the log holds it, and nothing else. */
export const ShownData = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'object', additionalProperties: true });
