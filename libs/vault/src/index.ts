export { connectVault } from './connect-vault.js';
export type { Erasure, KeysOf } from './erasure.js';
export { rotateMasterKey, type RotationOptions } from './rotate-master-key.js';
export { digestIn, keyIdOf } from './sealed-form.js';
export {
  isSealed,
  MasterKeyRefused,
  SealBroken,
  type Sealed,
  type SealRequest,
  type Unsealed,
  type UnsealRequest,
  type Vault,
  VaultUnavailable,
} from './vault.js';
