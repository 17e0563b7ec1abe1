import { loadConfigNear } from '@app/platform';
import { openStoresOnce, StoreAway } from '@app/stores';
import { jsonOption, parseOptions } from '../arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';

const options = { ...jsonOption } as const satisfies Options;

/** Drops the read models, so that they are folded anew of the log as it is; what was sent to the monitoring system stays known. */
export const beginAnew: Command = {
  about:
    'Drops the read models, so that they are folded anew of the log as it is: where a newer log is lost, or checkpoints were moved. Every api and projector ends, and has to start again: `npm start` does it by itself.',
  options,
  examples: ['begin-anew'],
  run: async ({ args, env, stdout }) => {
    const { json } = parseOptions(args, options);
    const stores = await openStoresOnce(loadConfigNear(env)).catch((cause: unknown) => {
      throw cause instanceof StoreAway ? new OpsProblem('store-unreachable', cause.message, { cause }) : cause;
    });
    try {
      const dropped = await stores.readModels.guard.beginAnew();
      const text = `${dropped.length} collections dropped; each is folded anew once api and projector have started again`;
      await writeLine(stdout, json ? JSON.stringify({ dropped }) : text);
    } finally {
      await stores.close();
    }
  },
};
