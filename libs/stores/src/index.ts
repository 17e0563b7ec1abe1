export { engineOf } from './engine-of.js';
export { openStores, openStoresOnce, StoreAway, type StoreEvents, type Stores } from './open-stores.js';
