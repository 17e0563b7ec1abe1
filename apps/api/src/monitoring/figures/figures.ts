import { ComplaintFiguresController } from './complaint-figures.controller.js';
import { ComplaintFiguresReader } from './complaint-figures-reader.js';
import { FiguresController } from './figures.controller.js';
import { FiguresReader } from './figures-reader.js';

/** What the body that monitors quality counts by. */
export const figureControllers = [FiguresController, ComplaintFiguresController];
export const figureReaders = [FiguresReader, ComplaintFiguresReader];
