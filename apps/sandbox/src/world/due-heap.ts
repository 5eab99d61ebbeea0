import type { DueMoment } from './store.ts';

/** Due moments in a total order (time, kind, key), so that a rebuilt heap works in the same order as the first. */
export interface DueHeap {
  readonly size: number;
  push(moment: DueMoment): void;
  peek(): DueMoment | undefined;
  pop(): DueMoment | undefined;
  clear(): void;
}

export function createDueHeap(): DueHeap {
  const heap: DueMoment[] = [];
  return {
    get size() {
      return heap.length;
    },
    push: (moment) => {
      heap.push(moment);
      rise(heap, heap.length - 1);
    },
    peek: () => heap[0],
    pop: () => {
      const first = heap[0];
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) {
        heap[0] = last;
        sink(heap, 0);
      }
      return first;
    },
    clear: () => {
      heap.length = 0;
    },
  };
}

function comesBefore(a: DueMoment | undefined, b: DueMoment | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.at !== b.at) return a.at < b.at;
  return a.kind === b.kind ? a.key < b.key : a.kind < b.kind;
}

function swap(heap: DueMoment[], left: number, right: number): void {
  const [a, b] = [heap[left], heap[right]];
  if (a === undefined || b === undefined) return;
  heap[left] = b;
  heap[right] = a;
}

function rise(heap: DueMoment[], start: number): void {
  for (let child = start; child > 0; ) {
    const parent = (child - 1) >> 1;
    if (!comesBefore(heap[child], heap[parent])) return;
    swap(heap, child, parent);
    child = parent;
  }
}

function sink(heap: DueMoment[], start: number): void {
  for (let parent = start; ; ) {
    const left = 2 * parent + 1;
    const smaller = comesBefore(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!comesBefore(heap[smaller], heap[parent])) return;
    swap(heap, parent, smaller);
    parent = smaller;
  }
}
