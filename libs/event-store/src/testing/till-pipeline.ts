import { verifyChain } from '@app/proof/node';
import { createCodec } from '../codec/codec.js';
import type { Seals } from '../codec/sealing.js';
import { CommandPipeline, type PipelineOptions } from '../pipeline/command-pipeline.js';
import { MemoryEventStore } from './memory-event-store.js';
import { aliya, bolat, contextOf, forTill, tillDecider, tillSchemas, type TillCommand } from './till.js';

export const open: TillCommand = { type: 'OpenTill', owner: aliya, witnesses: [bolat] };
export const add = (amount: number, most?: number): TillCommand => ({
  type: 'AddCoins',
  amount,
  ...(most === undefined ? {} : { most }),
});

/** Makes pipelines on a log in memory, and further ones on the same log. */
export const tillPipelines =
  (newVault: () => Seals) =>
  (options: Partial<PipelineOptions> = {}) => {
    const vault = newVault();
    const store = new MemoryEventStore();
    const codec = createCodec({ schemas: tillSchemas, vault });
    /** Another copy of the api on the same log, or this one after a restart. */
    const copy = () => {
      const pipeline = new CommandPipeline({ store, codec, retry: { retryDelaysMs: [0, 0] }, ...options });
      return {
        pipeline,
        run: (command: TillCommand, key: string, more = {}, stream = 'till-1') =>
          pipeline.handle(forTill(stream, command, contextOf(key, more))),
        state: () => pipeline.load('till-1', tillDecider),
      };
    };
    const chain = (stream: string) => verifyChain(store.log.filter((event) => event.stream === stream));
    return { ...copy(), store, copy, chain };
  };
