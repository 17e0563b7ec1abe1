import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { eventSchemas, uncorrected, type CaseEvent, type ComplaintEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { caseAnswer } from '../../apps/api/src/casework/case-answer.js';
import { complaintAnswer } from '../../apps/api/src/complaints/complaint-answer.js';
import { caseViewOf, foldCase } from '../../libs/read-models/src/case-view/fold-case.js';
import { complaintViewOf, foldComplaint } from '../../libs/read-models/src/complaints/fold-complaint.js';
import { published } from '../support/contract.js';
import { decodedStreams, sampleNames } from './golden-streams.js';

const folder = fileURLToPath(new URL('streams', import.meta.url));
const now = '2025-06-02T06:00:00.000Z';
const readers = [true, false].map((inClear) => ({ sees: () => inClear, now }));

const recorded = async <Event extends CaseEvent | ComplaintEvent>(
  name: string,
  kind: 'case' | 'complaint',
): Promise<readonly Recorded<Event>[]> => {
  const { decoded } = await decodedStreams(folder, name, eventSchemas);
  // a stream holds the events of its kind
  return decoded.filter(({ stream }) => stream.startsWith(`${kind}-`)) as unknown as readonly Recorded<Event>[];
};

const faultsOf = (path: string, answer: object | null): readonly string[] =>
  published()({ method: 'GET', path, status: 200, contentType: 'application/json', text: JSON.stringify(answer) });

const named = (kind: string): readonly string[] => sampleNames(folder).filter((name) => name.startsWith(kind));

describe('what was recorded once', () => {
  it.each(named('case-'))('is answered as the contract says: %s', async (name) => {
    const then = foldCase(await recorded<CaseEvent>(name, 'case'));
    if (!then) throw new Error('the sample has no case');
    const view = { ...caseViewOf(then), officeId: then.officeId ?? '' };
    for (const reader of readers) expect(faultsOf('/api/v1/cases/1', caseAnswer(view, reader))).toEqual([]);
  });

  it.each(named('complaint-'))('is answered as the contract says: %s', async (name) => {
    const then = foldComplaint(await recorded<ComplaintEvent>(name, 'complaint'), uncorrected);
    if (!then) throw new Error('the sample has no complaint');
    const view = { ...complaintViewOf(then), officeId: then.officeId ?? '' };
    for (const reader of readers) expect(faultsOf('/api/v1/complaints/1', complaintAnswer(view, reader))).toEqual([]);
  });
});
