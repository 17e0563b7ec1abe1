import { Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { spoken, useWords } from '../i18n/i18n.js';
import { Api } from '../shared/api.js';
import { ProblemView } from '../shared/problem-view.js';
import { SignedContext, type Signed } from '../shared/session.js';
import { habits } from '../shared/storage.js';
import type { SessionDto } from '../shared/types.js';
import { SignInAgain, SignInPage } from './sign-in.js';
import { endSession, forgetToken, tokenNow, useStanding } from './token.js';

/** Shows its children to whoever is signed in, and the sign-in to anybody else. */
export const Session = ({ children }: Readonly<{ children: ReactNode }>) => {
  const [api] = useState(() => new Api({ token: tokenNow, language: spoken, onSessionEnd: endSession }));
  const { token } = useStanding();
  return token === null ? <SignInPage api={api} /> : <Signing api={api}>{children}</Signing>;
};

const Signing = ({ api, children }: Readonly<{ api: Api; children: ReactNode }>) => {
  const { t, language } = useWords();
  const { token, ended } = useStanding();
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: ['session', token, language],
    queryFn: ({ signal }) => api.get<SessionDto>('/api/v1/session', {}, signal),
    placeholderData: (before) => before,
    refetchInterval: 60_000,
    enabled: !ended,
  });
  const session = found.data;
  const person = session && `${session.name} ${session.role} ${session.office?.officeId}`;
  // What one person saw is not for the next.
  useEffect(() => () => forgetWhatWasSeen(api, queries), [api, queries, person]);

  const signed = useMemo<Signed | null>(() => (session ? signedAs(session, api) : null), [session, api]);
  if (signed === null && ended) return <SignInPage api={api} />;
  if (found.isError && !session) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (signed === null) return <Loader aria-label={t('case.loading')} m="xl" />;
  return (
    <SignedContext value={signed}>
      {children}
      {ended && <SignInAgain api={api} leave={signed.signOut} name={signed.session.name} />}
    </SignedContext>
  );
};

const signedAs = (session: SessionDto, api: Api): Signed => {
  const permissions = new Set(session.permissions);
  return { session, api, may: (permission) => permissions.has(permission), signOut };
};

const signOut = (): void => {
  habits.clear(['language']);
  forgetToken();
  history.replaceState(null, '', '/');
};

const forgetWhatWasSeen = (api: Api, queries: ReturnType<typeof useQueryClient>): void => {
  api.forget();
  queries.removeQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' && first !== 'console config' });
};
