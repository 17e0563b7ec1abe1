export { engineOf } from './engine-of.js';
export { openStores, openStoresOnce, StoreAway, type Erasing, type StoreEvents, type Stores } from './open-stores.js';
export { tellDiffer } from './tell-differ.js';
