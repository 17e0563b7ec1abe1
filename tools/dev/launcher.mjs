/** The launcher under `npm run dev`: a process of its own, so that it can be started anew where it has been changed itself. */
import { fork } from 'node:child_process';
import { join } from 'node:path';

const entry = 'apps/launcher/src/main.js';

/**
 * Runs the launcher of `out`, once it is told of modules for the first time. It passes on which modules have changed as soon as
 * it can take them, and is started again with the next change where it has ended. It says `settled` when all that was asked
 * for has been started, or it could not go on; `over` when it has ended because somebody else asked it to.
 */
export class Launcher {
  #child = null;
  #isReady = false;
  #isStopping = false;
  /** What has changed since it was started and was not told. */
  #untold = new Set();

  constructor({ out, args, say, settled, over }) {
    Object.assign(this, { out, args, say, settled, over });
  }

  changed(names) {
    for (const name of names) this.#untold.add(name);
    if (this.#child === null) this.#start();
    else if (this.#isReady) this.#tell();
  }

  /** Where its own code has changed. */
  startAnew() {
    this.#untold.add(entry);
    this.#isReady = false;
    if (this.#child === null) this.#start();
    else this.#child.kill('SIGTERM');
  }

  /** Asks it to stop; resolves once it is gone. Asked twice, it stops at once. */
  async stop() {
    this.#isStopping = true;
    const child = this.#child;
    if (child === null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }

  #start() {
    this.#untold.clear();
    const args = ['--dev', ...this.args];
    // Only the first start begins anew.
    this.args = this.args.filter((arg) => arg !== '--fresh');
    const env = { ...process.env, NODE_COMPILE_CACHE: join(this.out, '.compile-cache') };
    this.#child = fork(join(this.out, entry), args, { detached: true, env });
    this.#child.on('message', () => {
      this.#isReady = true;
      if (this.#untold.size > 0) this.#tell();
      else this.settled();
    });
    this.#child.once('exit', (code) => this.#ended(code));
  }

  #tell() {
    this.#child.send([...this.#untold]);
    this.#untold.clear();
  }

  #ended(code) {
    this.#child = null;
    this.#isReady = false;
    if (this.#isStopping) return;
    if (this.#untold.size > 0) return this.#start();
    if (code === 0) return this.over();
    this.say('The system has ended. It is started again with the next save.');
    this.settled();
  }
}
