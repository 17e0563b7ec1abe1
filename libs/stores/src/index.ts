export { engineOf, openStores, openStoresOnce, StoreAway, type StoreEvents, type Stores } from './open-stores.js';
export { tellDiffer } from './tell-differ.js';
