import { describe, expect, it } from '@jest/globals';
import { document, escaped } from './html.js';

describe('text in a page', () => {
  it('never becomes markup, neither in the body nor in an attribute', () => {
    expect(escaped(`<img src=x onerror="alert('1')">&`)).not.toMatch(/[<>"']|&(?!#\d+;)/);
    expect(document('en', '</title><script>', [])).not.toContain('<script');
  });
});
