/** The key database cannot be reached; the same call may succeed later. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
}

/** A sealed value does not open: altered, moved from its place, or sealed by a key that the vault never had. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** The master key is missing, unreadable, or not the one that wrapped this vault's keys. The message says what to do. */
export class MasterKeyRefused extends Error {
  override readonly name = 'MasterKeyRefused';
}
