export * from './command-context.js';
export * from './event-store.js';
