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
export { type ChainFault, chainFaults, LogCheck } from './log-check.js';
export { type LoggedEvent, loggedEvent } from './logged-event.js';
export type { Fault } from './bundle/fault.js';
export {
  bundleFiles,
  type BundledDisclosure,
  type BundledEvent,
  disclosuresText,
  eventsText,
  keysText,
  sumsText,
  type WithheldEvent,
} from './bundle/format.js';
export { type BundleVerdict, type Proved, type ReadersKeys, verifyBundle } from './bundle/verify-bundle.js';
export type { ShownValue } from './bundle/verify-disclosures.js';
export type { ReadEvent } from './bundle/verify-events.js';
export type { BundleFiles } from './bundle/verify-sums.js';
export { fromBase64, Malformed, sameBytes, textOf, toBase64, toHex, utf8 } from './tlog/bytes.js';
export {
  type Checkpoint,
  checkpointText,
  cosign,
  type Cosignature,
  type KnownLog,
  openCheckpoint,
  type OpenedCheckpoint,
  parseCheckpoint,
  parseCheckpointText,
  signCheckpoint,
} from './tlog/checkpoint.js';
export { appendEntries, type Edge, edgeRoot, edgeTiles, emptyEdge, readEdge } from './tlog/edge.js';
export { chainHashOfEntry, entryOf } from './tlog/entry.js';
export {
  type Crypto,
  parseSkey,
  parseVkey,
  type Signer,
  signatureTypes,
  type Skey,
  skeyText,
  type VerifyEd25519,
  type Vkey,
  vkeyOf,
  vkeyText,
} from './tlog/keys.js';
export { emptyRoot, leafHash, nodeHash, type Sha256 } from './tlog/merkle.js';
export {
  type Note,
  type NoteSignature,
  NotSigned,
  noteText,
  openNote,
  parseNote,
  parseSignatureLines,
  signatureLine,
  signNote,
  type Verified,
  withSignatures,
} from './tlog/note.js';
export { consistencyProof, inclusionProof, treeRoot } from './tlog/prove.js';
export {
  cutTile,
  entriesOf,
  entryBundle,
  parseTilePath,
  partialTiles,
  type ReadTiles,
  type Tile,
  type TileData,
  tilePath,
  tileWidth,
  widthOf,
} from './tlog/tiles.js';
export { NotIncluded, parseTlogProof, type TlogProof, tlogProofText, verifyTlogProof } from './tlog/tlog-proof.js';
export { type Consistency, type Inclusion, verifyConsistency, verifyInclusion } from './tlog/verify.js';
export {
  type AddCheckpoint,
  type AddCheckpointAnswer,
  addCheckpointAnswer,
  addCheckpointBody,
  addCheckpointPath,
  type HttpAnswer,
  judgeAddCheckpoint,
  parseAddCheckpoint,
  parseAddCheckpointAnswer,
  sizeMediaType,
  type WitnessedHead,
  type WitnessState,
} from './tlog/witness.js';
