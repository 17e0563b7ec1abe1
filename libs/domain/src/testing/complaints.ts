export * from './complaint-commands.js';
export * from './complaint-story.js';
