import type { ReactNode } from 'react';
import styles from './case.module.css';

/** Names and what they are, one a line; what is null is left out. */
export const Facts = ({ of }: Readonly<{ of: readonly (readonly [name: string, is: ReactNode])[] }>) => (
  <dl className={styles['facts']}>
    {of
      .filter(([, is]) => is !== null && is !== undefined)
      .map(([name, is]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd>{is}</dd>
        </div>
      ))}
  </dl>
);
