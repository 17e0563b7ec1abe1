export * from './case/case.types.js';
export * from './case/case.commands.js';
export * from './case/case.events.js';
export * from './decider.js';
export * from './dwelling/dwelling.js';
export * from './refusal.js';
