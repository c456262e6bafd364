let served = true

/** Notes whether the platform serves anyone. While it does not, no question is repeated by itself. */
export function noteServed(is: boolean): void {
  served = is
}

/** False while the platform says that it serves nobody (failure catalogue, 22). */
export const isServed = (): boolean => served
