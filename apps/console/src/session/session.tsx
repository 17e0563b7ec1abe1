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

type Given = Readonly<{ api: Api; children: ReactNode }>;

const Signing = ({ api, children }: Given) => {
  const { t, language } = useWords();
  const { token, ended } = useStanding();
  const found = useQuery({
    queryKey: ['session', token, language],
    queryFn: ({ signal }) => api.get<SessionDto>('/api/v1/session', {}, signal),
    placeholderData: (before) => before,
    refetchInterval: 60_000,
    enabled: !ended,
  });
  if (found.data)
    return (
      <Known session={found.data} api={api}>
        {children}
      </Known>
    );
  if (ended) return <SignInPage api={api} />;
  if (found.isError) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  return <Loader aria-label={t('case.loading')} m="xl" />;
};

const Known = ({ session, api, children }: Given & Readonly<{ session: SessionDto }>) => {
  const { ended } = useStanding();
  const queries = useQueryClient();
  const signed = useMemo(() => signedAs(session, api), [session, api]);
  const person = `${session.name} ${session.role} ${session.office?.officeId}`;
  // what one person saw is not for the next
  useEffect(() => () => forgetWhatWasSeen(api, queries), [api, queries, person]);
  return (
    <SignedContext value={signed}>
      {children}
      {ended && <SignInAgain api={api} leave={signed.signOut} name={session.name} />}
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
