import type { ConsoleConfigDto } from '../shared/types.js';
import { signInWith } from './token.js';

/** The sign-in at the issuer of tokens: authorization code with PKCE. Loaded where it is used alone. */
const managerOf = async ({ issuer, clientId }: ConsoleConfigDto) => {
  if (issuer === null || clientId === null) throw new Error('this installation names no issuer');
  const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
  const root = `${location.origin}/`;
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: root,
    post_logout_redirect_uri: root,
    response_type: 'code',
    scope: 'openid',
    userStore: new WebStorageStateStore({ store: sessionStorage, prefix: 'shanyraq.' }),
    stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: 'shanyraq.' }),
  });
};

/** Goes to the issuer, and remembers which page was asked for. */
export const beginSignIn = async (config: ConsoleConfigDto): Promise<void> => {
  const manager = await managerOf(config);
  await manager.signinRedirect({ state: location.pathname + location.search });
};

/** Whether the page is what the issuer sends people back to. */
export const comesBack = (): boolean => {
  const asked = new URLSearchParams(location.search);
  return location.pathname === '/' && asked.has('state') && (asked.has('code') || asked.has('error'));
};

/** Takes the token, and goes back to the page that was asked for: nothing of the sign-in stays in the address. */
export const endSignIn = async (config: ConsoleConfigDto): Promise<void> => {
  const manager = await managerOf(config);
  try {
    const user = await manager.signinRedirectCallback();
    signInWith(user.access_token);
    history.replaceState(null, '', typeof user.state === 'string' ? user.state : '/');
  } catch {
    history.replaceState(null, '', '/');
  }
};
