import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useWords } from '../i18n/i18n.js';
import type { Api } from '../shared/api.js';
import { officeName } from '../shared/office.js';
import { ProblemView } from '../shared/problem-view.js';
import { habits } from '../shared/storage.js';
import type { DevelopmentSignInDto, DevelopmentTokenAnswerDto } from '../shared/types.js';
import { signInWith } from './token.js';

/** The sign-in outside production: a role, and an office for a role that is bound to one. */
export const DevelopmentForm = ({ api }: Readonly<{ api: Api }>) => {
  const { t } = useWords();
  const choices = useQuery({
    queryKey: ['sign-in choices'],
    queryFn: ({ signal }) => api.get<DevelopmentSignInDto>('/dev/sign-in', {}, signal),
  });
  if (choices.isError) return <ProblemView error={choices.error} again={() => void choices.refetch()} />;
  if (!choices.data) return <Skeleton height={220} aria-label={t('case.loading')} />;
  return <ChoiceForm choices={choices.data} api={api} />;
};

const ChoiceForm = ({ choices, api }: Readonly<{ choices: DevelopmentSignInDto; api: Api }>) => {
  const { t, language, wordOf } = useWords();
  const [role, setRole] = useState(habits.read('role') ?? 'caseworker');
  const [office, setOffice] = useState(habits.read('office') ?? choices.offices[0]?.officeId ?? '');
  const [name, setName] = useState('');
  const officeBound = choices.roles.find((one) => one.role === role)?.officeBound === true;
  const signIn = useMutation({
    mutationFn: () =>
      api.post<DevelopmentTokenAnswerDto>('/dev/token', {
        role,
        ...(officeBound && { office }),
        ...(name.trim() !== '' && { name: name.trim() }),
      }),
    onSuccess: ({ token }) => {
      habits.write('role', role);
      habits.write('office', office);
      signInWith(token);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form onSubmit={submit} style={{ display: 'grid', gap: '1rem' }}>
      <p className="quiet">{t('signIn.about')}</p>
      <NativeSelect
        label={t('signIn.role')}
        value={role}
        onChange={({ currentTarget }) => setRole(currentTarget.value)}
        data={choices.roles.map((one) => ({ value: one.role, label: wordOf('role', one.role) }))}
      />
      {officeBound && (
        <NativeSelect
          label={t('signIn.office')}
          value={office}
          onChange={({ currentTarget }) => setOffice(currentTarget.value)}
          data={choices.offices.map((one) => ({ value: one.officeId, label: officeName(one, language) }))}
        />
      )}
      <TextInput
        label={t('signIn.name')}
        description={t('signIn.nameHint')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        autoComplete="username"
      />
      {signIn.isError && <ProblemView error={signIn.error} />}
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
};
