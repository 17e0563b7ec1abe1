import type { RouteOptions } from 'fastify';

type Route = Pick<RouteOptions, 'method' | 'url' | 'config'>;

/** What shows the contract, which Nest's swagger adds, and the files of the console: open to everybody. */
const openToAll = /^\/(docs(\/.*)?|assets\/.+|api\/v1\/openapi\.json)$/;

/** Which methods every address answers to. No route is added that declares no permission. */
export class RouteTable {
  readonly #routes: { pattern: RegExp; methods: readonly string[] }[] = [];

  /** `url` as Fastify has it: `/api/v1/cases/:caseId`, `/docs/*`. Throws where the route declares no permission. */
  add({ method, url, config }: Route): void {
    if (config?.access === undefined && !openToAll.test(url))
      throw new Error(`${method} ${url} declares no permission (use @Allow)`);
    const pattern = url
      .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll(/:\w+/g, '[^/]+');
    this.#routes.push({ pattern: new RegExp(`^${pattern}$`), methods: [method].flat() });
  }

  /** In the order of the alphabet; empty where nothing is at the address. */
  methodsAt(address: string): readonly string[] {
    const path = address.replace(/[?#].*$/s, '');
    const found = this.#routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => methods))].sort();
  }
}
