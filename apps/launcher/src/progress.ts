/** Tells how far a start has come: one line that moves in a terminal, nothing elsewhere. */
export type Progress = Readonly<{
  step: (text: string) => void;
  /** Removes the moving line before something else is written. */
  clear: () => void;
}>;

const eraseLine = '\r\u001B[2K';

/** Progress on a stream; silent where it is no terminal, or in CI. */
export const progressOn = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Progress => {
  if (!stream.isTTY || env['CI']) return { step: () => undefined, clear: () => undefined };
  return {
    step: (text) => void stream.write(`${eraseLine}${text.slice(0, Math.max(20, stream.columns - 1))}`),
    clear: () => void stream.write(eraseLine),
  };
};
