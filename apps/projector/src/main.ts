import { runProcess } from '@app/platform';
import { runProjector } from './projector.js';

await runProcess(({ signal, say, fail }) =>
  runProjector(process.env, {
    onReady: (url) => say({ ready: { url } }),
    onWaiting: (waiting) => say({ waiting }),
    // At once: closing would wait for the client that hangs, and a projector may be killed at any time.
    onHung: fail,
    onBegunAnew: fail,
    signal,
  }),
);
