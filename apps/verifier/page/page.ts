import { ed25519 } from '@noble/curves/ed25519';
import { sha256 } from '@noble/hashes/sha2';
import { type Crypto, verifyBundle } from '@app/proof';
import { KeyRefused, readersKeys } from '../src/readers-keys.js';
import { faultsText, proofText } from '../src/report.js';
import { type Chosen, filesOf, NoBundle } from './chosen-files.js';

/** Not of the browser: some have no Ed25519, and none hashes at once. */
const crypto: Crypto = {
  sha256,
  verifyEd25519: (publicKey, message, signature) => {
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      // No signature, or no key, by its form.
      return false;
    }
  },
};

const found = <E extends HTMLElement>(id: string, kind: new () => E): E => {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${id}.`);
};

const linesIn = (id: string): readonly string[] =>
  found(id, HTMLTextAreaElement)
    .value.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How many times something was chosen: what was chosen before, and takes longer, has no say any more. */
let choices = 0;

const check = async (chosen: readonly Chosen[]): Promise<void> => {
  choices += 1;
  const own = choices;
  tell('Checking …', '', '');
  const said = await verdictOn(chosen);
  if (own === choices) tell(...said);
};

type Said = readonly [standing: string, said: string, kind: '' | 'proved' | 'not-proved'];

const verdictOn = async (chosen: readonly Chosen[]): Promise<Said> => {
  try {
    const keys = readersKeys({ log: linesIn('keys'), witnesses: linesIn('witnesses') }, crypto);
    const { proved, faults } = await verifyBundle(await filesOf(chosen), keys, crypto);
    if (proved === null) return ['NOT PROVED', faultsText(faults), 'not-proved'];
    return ['PROVED', proofText(proved, keys), 'proved'];
  } catch (error) {
    const isSaid = error instanceof KeyRefused || error instanceof NoBundle;
    return ['NOT CHECKED', isSaid ? error.message : `It could not be verified: ${String(error)}`, 'not-proved'];
  }
};

const tell = (...[standing, said, kind]: Said): void => {
  found('standing', HTMLParagraphElement).textContent = standing;
  const box = found('said', HTMLPreElement);
  box.textContent = said;
  box.className = kind;
  box.hidden = said === '';
};

const fromInput = ({ files }: HTMLInputElement): readonly Chosen[] =>
  [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));

/** The same may be chosen again, with other keys. */
const checkInput = async (input: HTMLInputElement): Promise<void> => {
  await check(fromInput(input));
  input.value = '';
};

for (const id of ['zip', 'folder']) {
  const input = found(id, HTMLInputElement);
  input.addEventListener('change', () => void checkInput(input));
}

const drop = found('drop', HTMLDivElement);
for (const name of ['dragover', 'dragleave', 'drop'] as const) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', name === 'dragover');
    if (name === 'drop') void check([...(event.dataTransfer?.files ?? [])].map((file) => ({ name: file.name, file })));
  });
}
