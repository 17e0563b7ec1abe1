import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: the blue-green of the sky seen through a shanyraq. */
const sky: MantineColorsTuple = [
  '#e6f5f7',
  '#d0e9ed',
  '#a3d3da',
  '#72bcc7',
  '#3fa3b1',
  '#1f8a99',
  '#0f7684',
  '#0b6a78',
  '#085865',
  '#06454f',
];

/** How all of the console looks. Text on every shade that is used for it has a contrast of 4.5 or more. */
export const theme = createTheme({
  primaryColor: 'sky',
  primaryShade: { light: 7, dark: 7 },
  colors: { sky },
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Golos Text Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});
