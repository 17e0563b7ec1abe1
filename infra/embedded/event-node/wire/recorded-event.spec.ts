import { describe, expect, it } from '@jest/globals';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import * as fc from 'fast-check';
import { createdAt, encodeReadEvent } from './recorded-event.js';

const proposedEvent = fc.record({
  id: fc.uuid(),
  type: fc.string({ minLength: 1 }),
  json: fc.boolean(),
  data: fc.uint8Array({ maxLength: 300 }),
  metadata: fc.uint8Array({ maxLength: 300 }),
});

const place = fc.record({
  stream: fc.string({ minLength: 1, unit: 'grapheme' }),
  revision: fc.nat(),
  position: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
});

/** What the client's own decoder reads, in the shape of what was encoded. */
const decoded = (bytes: Buffer) => {
  const read = streams.ReadResp.deserializeBinary(bytes).getEvent()!;
  const event = read.getEvent()!;
  return {
    id: event.getId()!.getString(),
    stream: Buffer.from(event.getStreamIdentifier()!.getStreamName_asU8()).toString(),
    revision: event.getStreamRevision(),
    positions: [read.getCommitPosition(), event.getCommitPosition(), event.getPreparePosition()],
    properties: Object.fromEntries(event.getMetadataMap().entries()),
    data: [...event.getData_asU8()],
    metadata: [...event.getCustomMetadata_asU8()],
  };
};

describe('an encoded event', () => {
  it("is what the client's own decoder reads", () => {
    fc.assert(
      fc.property(proposedEvent, place, fc.nat(), (proposed, where, at) => {
        const bytes = encodeReadEvent(proposed, { ...where, stream: Buffer.from(where.stream) }, createdAt(at));

        expect(decoded(bytes)).toEqual({
          id: proposed.id,
          stream: where.stream,
          revision: String(where.revision),
          positions: Array.from({ length: 3 }, () => String(where.position)),
          properties: {
            type: proposed.type,
            created: `${at}0000`,
            'content-type': proposed.json ? 'application/json' : 'application/octet-stream',
          },
          data: [...proposed.data],
          metadata: [...proposed.metadata],
        });
      }),
    );
  });
});
