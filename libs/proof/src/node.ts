import { hash } from 'node:crypto';
import {
  type ChainedEvent,
  type ChainHead,
  chainText,
  chainTextOf,
  type ChainVerdict,
  genesis,
  type HashText,
  type UnchainedEvent,
  verifyChainAfter,
} from './chain.js';

/** SHA-256 of a text's UTF-8 bytes, in hex, by node:crypto. */
export const sha256OfText: HashText = (text) => hash('sha256', text);

/** Hash of an event, 64 hex digits: SHA-256 over its `chainText`. */
export const chainHash = (event: UnchainedEvent): string => sha256OfText(chainText(event));

/** The same hash where the canonical texts of data and metadata are at hand. */
export const chainHashOfTexts = (event: Parameters<typeof chainTextOf>[0]): string => sha256OfText(chainTextOf(event));

/** `verifyChainAfter` by node:crypto: a run of events of one stream, from its beginning or after a head known to be right. */
export const verifyChain = (events: readonly ChainedEvent[], after: ChainHead = genesis): ChainVerdict =>
  verifyChainAfter(after, events, sha256OfText);
