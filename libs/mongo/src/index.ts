export { duplicatesIn, isDuplicate } from './duplicates.js';
export type { OnHung } from './hang-watch.js';
export { databaseIn, type OpenClient, openClient, openPatientClient } from './open-client.js';
export { type Refused, replaceEach, type Replacement } from './replace-each.js';
export { isMongoAway } from './store-away.js';
