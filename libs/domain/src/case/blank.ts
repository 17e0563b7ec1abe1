/** Whether a text says nothing. */
export const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
