import { addCheckpointAnswer, cosign, judgeAddCheckpoint, withSignatures, type HttpAnswer } from '@app/proof';
import type { KnownLog, Signer } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import type { StateFile } from './state-file.js';

export type WitnessParts = Readonly<{
  logs: readonly KnownLog[];
  signer: Signer;
  state: StateFile;
  /** Now, in seconds since the Epoch. */
  now: () => number;
}>;

/** Cosigns what extends what it cosigned before (C2SP tlog-witness, "add-checkpoint"): one request after the other, so that no two are judged by the same state. */
export class Witness {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: WitnessParts) {}

  /** The answer to a request. Rejects where the state cannot be written; then nothing was signed. */
  addCheckpoint(body: string): Promise<HttpAnswer> {
    const answer = this.#last.then(() => this.#answer(body));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #answer(body: string): Promise<HttpAnswer> {
    const { logs, signer, state, now } = this.parts;
    const headOf = (origin: string) => state.headOf(origin);
    const judged = await judgeAddCheckpoint(body, { logs, headOf }, nodeCrypto);
    if (judged.kind !== 'accepted') return addCheckpointAnswer(judged);
    const { checkpoint, note } = judged;
    const line = await cosign(note, signer, now());
    // On the disk first: what was signed and is not known any more could be contradicted.
    await state.keep(checkpoint.origin, checkpoint, withSignatures(note, [line]));
    return addCheckpointAnswer({ kind: 'cosigned', lines: [line] });
  }
}
