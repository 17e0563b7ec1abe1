import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { caseDecider, eventSchemas, type CaseCommand } from '@app/domain';
import * as samples from '../../libs/domain/src/samples/index.js';
import { contextOf } from '../../libs/event-store/src/testing/till.js';
import { temporaryFolder } from '../support/process.js';
import { recordStreams, replayStreams } from './golden-streams.js';

/** The walk to record: change it to one that makes the new shape. */
const walk: readonly CaseCommand[] = [
  samples.submitApplication({ caseId: 'case-walk', channel: 'STATE_CORPORATION' }),
  samples.issueReceipt(),
];

/** Records it in a folder, for ever: see `recordStreams`. */
const record = (folder: string, name: string): Promise<void> =>
  recordStreams({ folder, name, schemas: eventSchemas }, async (pipeline) => {
    for (const [index, command] of walk.entries()) {
      const context = contextOf(`${name} ${index}`, { recordedAt: command.enteredAt, effectiveAt: command.at });
      const stream = `case-${name}`;
      await pipeline.handle({ stream, decider: caseDecider, command, context, rulebookOf: () => 'KZ-437/2021-08-12' });
    }
  });

describe('a walk through a case', () => {
  it('is recorded where RECORD_CASE names it, else in a folder that is thrown away, and can be replayed', async () => {
    const temporary = await temporaryFolder();
    const name = process.env.RECORD_CASE;
    const folder = name === undefined ? temporary.path : 'test/contract/streams';
    await mkdir(folder, { recursive: true });
    await record(folder, name ?? 'case-walk');
    const { intact, decoded, expected } = await replayStreams(folder, name ?? 'case-walk', eventSchemas);
    await temporary.remove();
    expect([intact, decoded]).toEqual([true, expected]);
    expect(decoded.map(({ type }) => type)).toContain('ReceiptIssued');
  });
});
