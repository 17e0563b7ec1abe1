export * from './connect-vault.js';
export * from './errors.js';
export * from './rotate-master-key.js';
export * from './vault.js';
