export { canonicalJson, NotCanonical } from './canonical-json.js';
export { chainHash, chainHashOfTexts, type ChainHead, genesis, verifyChain } from './chain.js';
