import type { ForecastDto, ForecastItemDto } from '@app/contracts';
import type { ForecastGroup } from '@app/domain';
import { inCommon, type ForecastItem } from '@app/read-models';

/** One open duty with its forecast, as it is told. */
export const forecastItemAnswer = (item: ForecastItem, asOf: string, minimum: number): ForecastItemDto => {
  const { duty, route, form, term, usedDays, forecast } = item;
  const { basis, numbers } = forecast;
  return {
    ...duty,
    route,
    form,
    forecast: {
      basis,
      ...shareAnswer(forecast),
      why: whyOf(item, minimum),
      usedDays,
      termDays: term.n,
      termUnit: term.unit,
      minimum,
      numbers,
      pastCases: numbers && pastCasesOf(item, numbers.group, asOf),
    },
  };
};

const shareAnswer = ({ basis, share, numbers }: ForecastItem['forecast']): Pick<ForecastDto, 'share' | 'percent'> => {
  if (basis === 'TOO_FEW') return { share: null, percent: null };
  const { late, stillOpenAtThisPoint } = numbers ?? { late: 1, stillOpenAtThisPoint: 1 };
  return { share: `${late}/${stillOpenAtThisPoint}`, percent: Math.round(share * 1000) / 10 };
};

const whyOf = ({ duty, term, usedDays, forecast: { basis, numbers } }: ForecastItem, minimum: number): string => {
  if (numbers === null) return `It was due on ${duty.due}: it is late already, and nothing is forecast.`;
  const { group, comparable, stillOpenAtThisPoint, late } = numbers;
  const past =
    `Of ${comparable} past duties of ${groupsInWords[group]}, ${stillOpenAtThisPoint} were still open ` +
    `when ${usedDays} of ${term.n} ${term.unit} days were used up`;
  return basis === 'TOO_FEW'
    ? `${past}: fewer than the ${minimum} that a share needs.`
    : `${past}; ${late} of these were late.`;
};

const groupsInWords: Readonly<Record<ForecastGroup, string>> = {
  RULE_OFFICE_ROUTE_FORM: 'the same rule, office, route and form',
  RULE_OFFICE_ROUTE: 'the same rule, office and route',
  RULE_OFFICE: 'the same rule and office',
  RULE_ROUTE: 'the same rule and route in every office',
  RULE: 'the same rule in every office',
};

const pastCasesOf = ({ duty, route, form, usedDays }: ForecastItem, group: ForecastGroup, asOf: string): string => {
  const alike = { rule: duty.rule, officeId: duty.officeId, route, form };
  const asked = new URLSearchParams(Object.fromEntries(inCommon[group].map((name) => [name, alike[name]])));
  asked.set('usedDays', String(usedDays));
  asked.set('asOf', asOf);
  return `/api/v1/monitoring/forecast/cases?${asked}`;
};
