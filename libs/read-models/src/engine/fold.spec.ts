import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import { recordedAt } from '../testing/recorded.js';
import { fold } from './fold.js';
import type { Fold } from './projection.js';
import { withEvent, type Tally } from './tally.js';

type Seen = Readonly<{ receipts: readonly string[] }>;

const receipts: Fold<Seen> = {
  name: 'receipts',
  version: 1,
  streams: ['case-'],
  idOf: ({ stream }) => stream,
  evolve: (document, event) => {
    // The spec records receipts only.
    const { receiptNumber } = event.data as { receiptNumber: string };
    if (receiptNumber === 'poison') throw new TypeError('cannot be folded');
    return { receipts: [...(document?.receipts ?? []), receiptNumber] };
  },
  indexes: [],
};

const receipt = (revision: number, receiptNumber = `R-${revision}`): Recorded =>
  recordedAt('case-1', revision, 100 + revision * 10, {
    type: 'ReceiptIssued',
    data: {
      at: '2024-03-04T10:00:00+05:00',
      receiptNumber,
      identification: 'IDENTITY_DOCUMENT',
      copiesMade: true,
      originalsReturned: true,
    },
  });

/** The tally of the receipts up to a revision. */
const upTo = (revision: number): Tally => {
  let tally: Tally | undefined;
  for (let next = 0; next <= revision; next += 1) tally = withEvent(tally, `case-1@${next}`);
  return tally!;
};

describe('folding one document', () => {
  it('takes events in order and notes the place of the last', () => {
    expect(fold(receipts, null, [receipt(0), receipt(1)])).toEqual({
      stored: { _id: 'case-1', position: 110, revision: 1, tally: upTo(1), receipts: ['R-0', 'R-1'] },
      last: receipt(1),
      failure: null,
    });
  });

  it('passes over what the document includes already, and then is the very same', () => {
    const { stored } = fold(receipts, null, [receipt(0), receipt(1)]);
    expect(fold(receipts, stored, [receipt(0), receipt(1)]).stored).toBe(stored);
    expect(fold(receipts, stored, [receipt(1), receipt(2)]).stored).toEqual({
      _id: 'case-1',
      position: 120,
      revision: 2,
      tally: upTo(2),
      receipts: ['R-0', 'R-1', 'R-2'],
    });
  });

  it('stops before an event that it cannot take, and keeps what came before', () => {
    const poison = receipt(1, 'poison');
    expect(fold(receipts, null, [receipt(0), poison, receipt(2)])).toEqual({
      stored: { _id: 'case-1', position: 100, revision: 0, tally: upTo(0), receipts: ['R-0'] },
      last: receipt(0),
      failure: { place: poison, reason: 'TypeError: cannot be folded', gap: false },
    });
  });

  it('stops before an event that does not follow the last', () => {
    expect(fold(receipts, null, [receipt(0), receipt(2)])).toEqual({
      stored: { _id: 'case-1', position: 100, revision: 0, tally: upTo(0), receipts: ['R-0'] },
      last: receipt(0),
      failure: { place: receipt(2), reason: 'event 1 of case-1 has not come', gap: true },
    });
    expect(fold(receipts, null, [receipt(3)]).failure?.reason).toBe('event 0 of case-1 has not come');
  });

  it('shows a document once, after the last event', () => {
    let shows = 0;
    const shown: Fold<Seen, Seen & Readonly<{ count: number }>> = {
      ...receipts,
      show: (document) => {
        shows += 1;
        return { receipts: document.receipts, count: document.receipts.length };
      },
    };
    expect(fold(shown, null, [receipt(0), receipt(1), receipt(2)]).stored).toEqual({
      _id: 'case-1',
      position: 120,
      revision: 2,
      tally: upTo(2),
      receipts: ['R-0', 'R-1', 'R-2'],
      count: 3,
    });
    expect(shows).toBe(1);
  });

  it('stops before the event after which a document cannot be shown', () => {
    const upToTwo: Fold<Seen> = {
      ...receipts,
      show: (document) => {
        if (document.receipts.length > 2) throw new RangeError('no calendar for 2099');
        return document;
      },
    };
    expect(fold(upToTwo, null, [receipt(0), receipt(1), receipt(2), receipt(3)])).toEqual({
      stored: { _id: 'case-1', position: 110, revision: 1, tally: upTo(1), receipts: ['R-0', 'R-1'] },
      last: receipt(1),
      failure: { place: receipt(2), reason: 'RangeError: no calendar for 2099', gap: false },
    });
  });
});
