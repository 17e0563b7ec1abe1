export { headSchemas, headStream, type Head } from './heads/head.js';
export { type LogIdentity, logIdentityOf } from './heads/proof-key.js';
export { ProofLog } from './proof-log.js';
export { type CosignedHead, type EventProof, ProofLogReader, type ProofLogStanding } from './proof-log-reader.js';
export { openProofStores, type ProofStores } from './proof-stores.js';
export { TreeTakenOver } from './tree/tree-builder.js';
export { witnessesOf } from './witnesses/witnesses-of.js';
