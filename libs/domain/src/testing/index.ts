export * from './case-commands.js';
export * from './case-paths.js';
export * from './case-story.js';
export * from './hearing-commands.js';
export * from './sample-commands.js';
export * from './samples.js';
export * from './stage-three-commands.js';
