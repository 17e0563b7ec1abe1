import { dirname, join } from 'node:path';
import {
  eventStoreAddressOf,
  addressOf,
  choiceOf,
  dayOf,
  daysOf,
  flagOf,
  portOf,
  webAddressOf,
  yearsOf,
  type Problems,
  type Settings,
} from './setting.js';
import { witnessesOf, type WitnessSetting } from './witnesses.js';

export type LogLevel = (typeof logLevels)[number];

/** What a process of Shanyraq is told from outside. Read once at the start by {@link loadConfig}; nothing else reads the environment. */
export type Config = Readonly<{
  mode: 'production' | 'development';
  /** `PORT`: 0 takes any free one. */
  port: number;
  /** `HOST`: where to listen; this machine only outside production, everywhere in production. */
  host: string;
  /** `EVENTSTORE_URL`: `esdb://…`; null means that an embedded node is to be started. */
  eventStoreUrl: string | null;
  /** `MONGODB_URL`: `mongodb://…/<database>`; null means that an embedded node is to be started. */
  mongoUrl: string | null;
  /** `SHANYRAQ_DATA`: what the embedded nodes, the launcher and the development issuer keep. Unused in production. */
  dataFolder: string;
  /** `OIDC_ISSUER`, `OIDC_AUDIENCE`: who issues the tokens; null means the built-in development issuer. */
  oidc: Readonly<{ issuer: string; audience: string }> | null;
  /** `OIDC_CLIENT_ID`: by which name the console is known to that issuer. */
  consoleClientId: string;
  /** `MASTER_KEY_FILE`: the key that wraps the keys of persons. Made on first start outside production. */
  masterKeyFile: string;
  /** `OFFICES_FILE`: a JSON list of offices (`{officeId, zone, closesAt}`); null means the sample offices. */
  officesFile: string | null;
  /** `ACCESS_PURPOSES`: the only purposes for which persons may be looked at, parted by semicolons; any where there are none. */
  accessPurposes: readonly string[];
  /** `DECREE_PARAMETERS_FILE`: a JSON list of what acts set for instalments, each from a day on; null means Appendix 2 of the Order. */
  decreeParametersFile: string | null;
  /** `STATE_REGISTERS_URL`: the state information systems; null means that nobody can be asked. */
  stateRegistersUrl: string | null;
  /** `MONITORING_SYSTEM_URL`: the monitoring information system of paragraph 11; null means that nothing is sent. */
  monitoringSystemUrl: string | null;
  /** The log that an outsider can check: see {@link ProofLogSettings}. */
  proofLog: ProofLogSettings;
  /** What an administrator decides about the law: see {@link LawSettings}. */
  law: LawSettings;
  /** `LOG_LEVEL`. */
  logLevel: LogLevel;
  /** `SHANYRAQ_EMBEDDED`: which stores are embedded, as the launcher says; shown on the health page. */
  embeddedStores: readonly string[];
}>;

/** The proof log: what it is called, who signs and who cosigns it, who may read it. */
export type ProofLogSettings = Readonly<{
  /** `PROOF_LOG_ORIGIN`: the name of the log in its checkpoints, for ever; null means one that is made at random for the data folder. */
  origin: string | null;
  /** `PROOF_KEY_FILE`: the Ed25519 key that signs checkpoints. Made on first start outside production. */
  keyFile: string;
  /** `PROOF_LOG_PUBLIC`: whether checkpoint and tiles are served to everybody. Absent: true. */
  isPublic: boolean;
  /** `WITNESSES`: who is asked to cosign checkpoints. */
  witnesses: readonly WitnessSetting[];
}>;

/** What the Order leaves to the installation (docs/law/rules.md section 9). */
export type LawSettings = Readonly<{
  /** `RULEBOOK_2021_FROM`: first day of acceptance under the edition of 2021; null means the earliest possible. */
  rulebookFrom: string | null;
  /** `LATER_EDITION_FROM`: first day under the edition of 2025, of which there is no transcript; null means the earliest possible. */
  laterEditionFrom: string | null;
  /** `DEMONSTRATE_2021_RULEBOOK`: uses the rulebook of 2021 after that, and says so. Absent: false in production. */
  demonstrate2021: boolean;
  /** `ACCEPT_FOREIGNER_IIN`: accepts numbers whose seventh digit is 0. Absent: false. */
  acceptForeignerIin: boolean;
  /** `COMPLAINT_REGISTRATION_OWED`: a complaint is registered on the day on which its body has it, and silence after that opens the court (A32). Absent: true. */
  complaintRegistrationOwed: boolean;
  /** `REFUSE_CHAIR_AS_SECRETARY`: refuses a commission whose chair is its secretary. Absent: false. */
  refuseChairAsSecretary: boolean;
  /** `EDS_LATE_AFTER_DAYS`: from how many days after its act an EDS is told to be late; null means never. */
  edsLateAfterDays: number | null;
  /** `RETENTION_YEARS`: for how many years after its end a case or complaint must be kept. Absent: 15. */
  retentionYears: number;
}>;

/** The configuration cannot be used; the message names everything that is wrong, one line each. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
  constructor(readonly problems: readonly string[]) {
    super(`the configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads and checks the whole configuration. Throws {@link ConfigInvalid} naming all that is wrong. */
export const loadConfig = (env: NodeJS.ProcessEnv): Config => {
  const settings: Settings = (name) => (env[name]?.trim() ? env[name].trim() : null);
  const problems: string[] = [];
  const config =
    settings('NODE_ENV') === 'production' ? production(settings, problems) : development(settings, problems);

  if (problems.length > 0) throw new ConfigInvalid(problems);
  return config;
};

/** The two store addresses, for a process that starts no store of its own. Throws {@link ConfigInvalid} naming the missing ones. */
export const storeAddressesOf = ({ eventStoreUrl, mongoUrl }: Config): { eventStoreUrl: string; mongoUrl: string } => {
  if (eventStoreUrl !== null && mongoUrl !== null) return { eventStoreUrl, mongoUrl };
  const missing = [eventStoreUrl === null && 'EVENTSTORE_URL', mongoUrl === null && 'MONGODB_URL'].filter(Boolean);
  throw new ConfigInvalid(
    missing.map((name) => `${name} is missing; \`npm start\` starts an embedded node and passes it on`),
  );
};

const production = (settings: Settings, problems: Problems): Config => {
  const required = (name: string): string => {
    const value = settings(name);
    if (value === null) problems.push(`${name} is required in production`);
    return value ?? '';
  };
  required('EVENTSTORE_URL');
  required('MONGODB_URL');
  const issuer = webAddressOf('OIDC_ISSUER', settings, problems);
  if (issuer?.startsWith('http:')) problems.push('OIDC_ISSUER must begin with https:// in production');
  const oidc = { issuer: required('OIDC_ISSUER'), audience: required('OIDC_AUDIENCE') };
  const masterKeyFile = required('MASTER_KEY_FILE');
  required('PROOF_LOG_ORIGIN');
  return {
    ...common(settings, problems),
    proofLog: proofLogOf(dirname(masterKeyFile), settings, problems),
    law: lawOf(false, settings, problems),
    mode: 'production',
    host: settings('HOST') ?? '0.0.0.0',
    oidc,
    masterKeyFile,
    embeddedStores: [],
  };
};

const development = (settings: Settings, problems: Problems): Config => {
  const shared = common(settings, problems);
  const masterKeyFile = settings('MASTER_KEY_FILE') ?? join(shared.dataFolder, 'master.key');
  return {
    ...shared,
    proofLog: proofLogOf(dirname(masterKeyFile), settings, problems),
    law: lawOf(true, settings, problems),
    mode: 'development',
    host: settings('HOST') ?? '127.0.0.1',
    oidc: optionalIssuer(settings, problems),
    masterKeyFile,
    embeddedStores: settings('SHANYRAQ_EMBEDDED')?.split(',') ?? [],
  };
};

const optionalIssuer = (settings: Settings, problems: Problems): Config['oidc'] => {
  const issuer = webAddressOf('OIDC_ISSUER', settings, problems);
  const audience = settings('OIDC_AUDIENCE');
  if (issuer !== null && audience !== null) return { issuer, audience };
  if (settings('OIDC_ISSUER') !== null && audience === null)
    problems.push('OIDC_ISSUER is given without OIDC_AUDIENCE');
  if (settings('OIDC_ISSUER') === null && audience !== null)
    problems.push('OIDC_AUDIENCE is given without OIDC_ISSUER');
  return null;
};

const lawOf = (demonstrates: boolean, settings: Settings, problems: Problems): LawSettings => ({
  rulebookFrom: dayOf('RULEBOOK_2021_FROM', settings, problems),
  laterEditionFrom: dayOf('LATER_EDITION_FROM', settings, problems),
  demonstrate2021: flagOf('DEMONSTRATE_2021_RULEBOOK', demonstrates, settings, problems),
  acceptForeignerIin: flagOf('ACCEPT_FOREIGNER_IIN', false, settings, problems),
  complaintRegistrationOwed: flagOf('COMPLAINT_REGISTRATION_OWED', true, settings, problems),
  refuseChairAsSecretary: flagOf('REFUSE_CHAIR_AS_SECRETARY', false, settings, problems),
  edsLateAfterDays: daysOf('EDS_LATE_AFTER_DAYS', settings, problems),
  retentionYears: yearsOf('RETENTION_YEARS', 15, settings, problems),
});

/** A key name of a signed note, which an origin is at the same time: neither spaces nor a plus (C2SP signed-note, "Format"). */
const originPattern = /^[^\s+\p{Cc}]{1,255}$/u;

const proofLogOf = (keyFolder: string, settings: Settings, problems: Problems): ProofLogSettings => {
  const origin = settings('PROOF_LOG_ORIGIN');
  if (origin !== null && !originPattern.test(origin))
    problems.push('PROOF_LOG_ORIGIN must be a name such as log.example.kz/shanyraq, without spaces and plus signs');
  return {
    origin,
    keyFile: settings('PROOF_KEY_FILE') ?? join(keyFolder, 'proof.key'),
    isPublic: flagOf('PROOF_LOG_PUBLIC', true, settings, problems),
    witnesses: witnessesOf('WITNESSES', settings, problems),
  };
};

const common = (settings: Settings, problems: Problems) => ({
  port: portOf('PORT', 3000, settings, problems),
  eventStoreUrl: eventStoreAddressOf('EVENTSTORE_URL', settings, problems),
  mongoUrl: addressOf('MONGODB_URL', ['mongodb', 'mongodb+srv'], settings, problems),
  dataFolder: settings('SHANYRAQ_DATA') ?? './.data',
  consoleClientId: settings('OIDC_CLIENT_ID') ?? 'shanyraq-console',
  officesFile: settings('OFFICES_FILE'),
  accessPurposes: namesOf(settings('ACCESS_PURPOSES')),
  decreeParametersFile: settings('DECREE_PARAMETERS_FILE'),
  stateRegistersUrl: webAddressOf('STATE_REGISTERS_URL', settings, problems),
  monitoringSystemUrl: webAddressOf('MONITORING_SYSTEM_URL', settings, problems),
  logLevel: choiceOf('LOG_LEVEL', logLevels, settings, problems) ?? 'info',
});

/** Names parted by semicolons. */
const namesOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
