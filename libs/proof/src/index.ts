export { canonicalJson, NotCanonical } from './canonical-json.js';
export {
  type ChainedEvent,
  type ChainHead,
  chainText,
  chainTextOf,
  type ChainVerdict,
  genesis,
  genesisHash,
  type HashText,
  type UnchainedEvent,
  verifyChainAfter,
} from './chain.js';
