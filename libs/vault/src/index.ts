export { connectVault } from './connect-vault.js';
export { MasterKeyRefused, SealBroken, VaultUnavailable } from './errors.js';
export { rotateMasterKey, type RotationOptions } from './rotate-master-key.js';
export { isSealed, type Sealed, type SealRequest, type Unsealed, type UnsealRequest, type Vault } from './vault.js';
