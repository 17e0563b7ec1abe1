import type { Problems, Settings } from './setting.js';

/** Who is asked to cosign checkpoints: where, the key that its cosignatures are checked by (vkey), and where it shows what it knows, if it does. */
export type WitnessSetting = Readonly<{ url: string; vkey: string; monitoringUrl: string | null }>;

/**
 * Witnesses by commas, each `<submission url> <vkey> [<monitoring url>]`. Only Ed25519 cosignatures are asked for (C2SP
 * tlog-cosignature: type 0x04); a witness with ML-DSA-44 (0x06) alone is refused by its name.
 */
export const witnessesOf = (name: string, settings: Settings, problems: Problems): readonly WitnessSetting[] =>
  (settings(name) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [url = '', vkey = '', monitoringUrl = null, ...more] = part.split(/\s+/);
      const wrong = more.length > 0 ? 'has too many parts' : wrongIn(url, vkey, monitoringUrl);
      if (wrong === null) return [{ url, vkey, monitoringUrl }];
      problems.push(`${name}: ${nameIn(vkey)} ${wrong}; give <submission url> <vkey> [<monitoring url>], by commas`);
      return [];
    });

const nameIn = (vkey: string): string => vkey.split('+')[0] || 'a witness';

const wrongIn = (url: string, vkey: string, monitoringUrl: string | null): string | null => {
  if (![url, ...(monitoringUrl === null ? [] : [monitoringUrl])].every(isWebAddress))
    return 'needs addresses that begin with https://';
  const [, key = ''] = /^[^\s+]+\+[0-9a-f]{8}\+([A-Za-z0-9+/]+={0,2})$/.exec(vkey) ?? [];
  const bytes = Buffer.from(key, 'base64');
  if (bytes[0] === mlDsa44) return 'has an ML-DSA-44 key, which this version does not know: take its Ed25519 key';
  return bytes[0] === ed25519Cosignature && bytes.length === 33
    ? null
    : 'needs the vkey of an Ed25519 cosigner (type 0x04)';
};

const ed25519Cosignature = 0x04;
const mlDsa44 = 0x06;

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
