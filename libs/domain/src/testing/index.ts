export * from './case-commands.js';
export * from './case-story.js';
export * from './samples.js';
