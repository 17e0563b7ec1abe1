import type { CommandContext } from '../command-context.js';
import type { Decider } from '../pipeline/hot-stream.js';
import type { EventSchemas } from '../codec/event-schema.js';
import type { Handling } from '../pipeline/execution.js';

/** An invented field for specs: a till that people open, fill and empty. */
export type Person = Readonly<{ iin: string; name: string }>;

export type TillEvent =
  | Readonly<{
      type: 'TillOpened';
      data: Readonly<{ owner: Person; witnesses: readonly Person[]; note: string | null; remarks?: readonly string[] }>;
    }>
  | Readonly<{ type: 'CoinsAdded'; data: Readonly<{ amount: number; unit: 'tiyn' }> }>
  | Readonly<{ type: 'CoinsCounted'; data: Readonly<{ total: number }> }>;

export type TillCommand =
  | Readonly<{ type: 'OpenTill'; owner: Person; witnesses?: readonly Person[] }>
  | Readonly<{ type: 'AddCoins'; amount: number; most?: number }>
  | Readonly<{ type: 'AddAndCount'; amount: number }>
  | Readonly<{ type: 'LookInside' }>;

export type TillState = Readonly<{ owner: unknown; total: number; added: readonly number[] }>;

export class TillRefusal extends Error {
  override readonly name = 'TillRefusal';
}

/** Version 2 of `CoinsAdded` names its unit; version 1 had `tenge` as a number. */
export const tillSchemas: EventSchemas = {
  TillOpened: {
    version: 1,
    personal: [
      { at: 'owner', subject: 'owner.iin' },
      { at: 'witnesses.*', subject: 'witnesses.*.iin' },
      { at: 'note', subject: 'owner.iin' },
      { at: 'remarks.*', subject: null },
    ],
    owner: 'owner.iin',
  },
  CoinsAdded: {
    version: 2,
    personal: [],
    upcasts: { 1: ({ tenge }: { tenge: number }) => ({ amount: tenge * 100, unit: 'tiyn' }) },
  },
  CoinsCounted: { version: 1, personal: [] },
};

const decide = (command: TillCommand, state: TillState): readonly TillEvent[] => {
  switch (command.type) {
    case 'OpenTill':
      if (state.owner !== null) throw new TillRefusal('open already');
      return [{ type: 'TillOpened', data: { owner: command.owner, witnesses: command.witnesses ?? [], note: null } }];
    case 'AddCoins':
      return [added(command.amount, command.most ?? Infinity, state)];
    case 'AddAndCount':
      return [
        added(command.amount, Infinity, state),
        { type: 'CoinsCounted', data: { total: state.total + command.amount } },
      ];
    case 'LookInside':
      return [];
  }
};

const added = (amount: number, most: number, { total }: TillState): TillEvent => {
  if (total + amount > most) throw new TillRefusal(`no more than ${most}, and ${total} in it`);
  return { type: 'CoinsAdded', data: { amount, unit: 'tiyn' } };
};

const evolve = (state: TillState, event: TillEvent): TillState => {
  switch (event.type) {
    case 'TillOpened':
      return { ...state, owner: event.data.owner };
    case 'CoinsAdded':
      return { ...state, total: state.total + event.data.amount, added: [...state.added, event.data.amount] };
    case 'CoinsCounted':
      return state;
  }
};

export const tillDecider: Decider<TillCommand, TillState, TillEvent> = {
  initial: { owner: null, total: 0, added: [] },
  decide,
  evolve,
};

export const aliya: Person = { iin: '790101300123', name: 'Әлия' };
export const bolat: Person = { iin: '800202300456', name: 'Болат' };

/** A request with a key; everything else does not matter. */
export const contextOf = (idempotencyKey: string, more: Partial<CommandContext> = {}): CommandContext => ({
  actor: 'clerk-1',
  onBehalfOf: null,
  office: 'office-1',
  correlationId: 'c-1',
  causationId: null,
  idempotencyKey,
  expectedRevision: null,
  request: `request ${idempotencyKey}`,
  recordedAt: '2025-03-07T10:00:00Z',
  effectiveAt: '2025-03-07T10:00:00Z',
  ...more,
});

/** A command for a till, as the pipeline takes it. */
export const forTill = (
  stream: string,
  command: TillCommand,
  context: CommandContext,
): Handling<TillCommand, TillState, TillEvent> => ({
  stream,
  decider: tillDecider,
  command,
  context,
  rulebookOf: () => '2021-08-12',
});
