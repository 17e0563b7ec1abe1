export * from '../samples/index.js';
export * from './case-story.js';
export * from './complaint-story.js';
