export * from '../samples/index.js';
export * from './case-story.js';
