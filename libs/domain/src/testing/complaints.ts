export * from '../samples/complaint-commands.js';
export * from './complaint-story.js';
