// The events that are due later: a binary heap ordered by time, ties broken by the order in which they were made.
// Events are plain data, never functions, so that a world can be saved between any two of them.

/** What shall happen when: `target` and `detail` are ids and small values that the handler of `kind` understands. */
export interface ScheduledEvent {
  time: number;
  sequence: number;
  kind: string;
  target: number;
  detail: number | string;
}

function before(left: ScheduledEvent, right: ScheduledEvent): boolean {
  return left.time < right.time || (left.time === right.time && left.sequence < right.sequence);
}

export class EventQueue {
  private readonly heap: ScheduledEvent[] = [];
  private nextSequence = 1;

  get size(): number {
    return this.heap.length;
  }

  get first(): ScheduledEvent | undefined {
    return this.heap[0];
  }

  add(time: number, kind: string, target: number, detail: number | string): ScheduledEvent {
    const event = { time, sequence: this.nextSequence++, kind, target, detail };
    this.push(event);
    return event;
  }

  take(): ScheduledEvent | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (heap.length > 0) {
      heap[0] = last;
      this.sink();
    }
    return first;
  }

  /** All events in order of time and sequence. */
  list(): ScheduledEvent[] {
    return [...this.heap].sort((left, right) => (before(left, right) ? -1 : 1));
  }

  /** Rows of a snapshot; `restore` takes them back. */
  *save(): Iterable<[number, number, string, number, number | string]> {
    for (const event of this.list()) yield [event.time, event.sequence, event.kind, event.target, event.detail];
  }

  restore(rows: Iterable<readonly [number, number, string, number, number | string]>, nextSequence: number): void {
    this.heap.length = 0;
    for (const [time, sequence, kind, target, detail] of rows) this.push({ time, sequence, kind, target, detail });
    this.nextSequence = nextSequence;
  }

  get sequenceNumber(): number {
    return this.nextSequence;
  }

  private push(event: ScheduledEvent): void {
    const { heap } = this;
    let index = heap.length;
    heap.push(event);
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex]!;
      if (before(parent, event)) break;
      heap[index] = parent;
      index = parentIndex;
    }
    heap[index] = event;
  }

  private sink(): void {
    const { heap } = this;
    const count = heap.length;
    const event = heap[0]!;
    let index = 0;
    for (;;) {
      let childIndex = 2 * index + 1;
      if (childIndex >= count) break;
      if (childIndex + 1 < count && before(heap[childIndex + 1]!, heap[childIndex]!)) childIndex += 1;
      const child = heap[childIndex]!;
      if (before(event, child)) break;
      heap[index] = child;
      index = childIndex;
    }
    heap[index] = event;
  }
}
