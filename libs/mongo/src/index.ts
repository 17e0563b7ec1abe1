export * from './duplicates.js';
export { HungClient, type OnHung } from './hang-watch.js';
export * from './open-client.js';
export * from './replace-each.js';
export * from './store-away.js';
