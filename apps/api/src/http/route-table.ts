type Route = Readonly<{ method: string | readonly string[]; url: string }>;

/** Which methods every address answers to. */
export class RouteTable {
  readonly #routes: { pattern: RegExp; methods: readonly string[] }[] = [];

  /** `url` as Fastify has it: `/api/v1/cases/:caseId`, `/docs/*`. */
  add({ method, url }: Route): void {
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
