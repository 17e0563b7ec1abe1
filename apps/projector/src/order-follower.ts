import type { OrdersToDecideAnew } from '@app/application';
import { StoreUnavailable } from '@app/event-store';
import type { OrderOnCase, ReadModels } from '@app/read-models';
import { VaultUnavailable } from '@app/vault';

export type OrderFollowerParts = Readonly<{
  readModels: Pick<ReadModels, 'complaints' | 'position'>;
  orders: Pick<OrdersToDecideAnew, 'readCalendar' | 'reopen'>;
  /** Now, ISO 8601. */
  now: () => string;
  /** Told of each case that was reopened, here and now. */
  onReopened?: (order: OrderOnCase) => void;
  /** Told of an order that cannot be carried over; it is tried again, and the others are carried over all the same. */
  onTrouble?: (order: OrderOnCase, error: unknown) => void;
}>;

/**
 * Reopens the cases that a decision on a complaint, or a ruling, has decided anew. Looks at each order once, after a start at all
 * of them again: the event that it appends has an id made of that of the order, so that a repeat is no second one. What was
 * ordered before a day was asked for is left alone until a day is named: it is listed for whoever administers.
 */
export class OrderFollower {
  #seen: number | null = null;
  #failed: readonly OrderOnCase[] = [];

  constructor(private readonly parts: OrderFollowerParts) {}

  /** One look at what is new, and at what failed before. Throws where a store is away; the next pass goes on from there. */
  async pass(): Promise<void> {
    const { readModels, orders } = this.parts;
    const included = await readModels.position();
    if (included === null) return;
    await orders.readCalendar();
    this.#failed = await this.#carriedOver(this.#failed);
    for (;;) {
      const found = await readModels.complaints.orderedAfter(this.#seen);
      const known = found.filter(({ orderedPosition }) => orderedPosition <= included);
      const last = known.at(-1);
      if (!last) return;
      this.#failed = [...this.#failed, ...(await this.#carriedOver(known))];
      this.#seen = last.orderedPosition;
    }
  }

  /** Carries orders over; answers those that failed. */
  async #carriedOver(found: readonly OrderOnCase[]): Promise<readonly OrderOnCase[]> {
    const failed: OrderOnCase[] = [];
    for (const order of found) if (!(await this.#isCarriedOver(order))) failed.push(order);
    return failed;
  }

  async #isCarriedOver(order: OrderOnCase): Promise<boolean> {
    const { carryOutBy } = order;
    if (carryOutBy === null) return true;
    const { orders, now, onReopened, onTrouble } = this.parts;
    try {
      if (await orders.reopen({ ...order, carryOutBy }, now())) onReopened?.(order);
      return true;
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof VaultUnavailable) throw error;
      onTrouble?.(order, error);
      return false;
    }
  }
}
