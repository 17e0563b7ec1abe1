export * from '../samples/index.js';
export * from './case-story.js';
export * from './complaint-story.js';
export * from './set-right.js';
