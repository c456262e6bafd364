/** A box that begins at its right end where there is no room for all: the newest is there, which one looks for first. */
export const toTheEnd = (box: HTMLElement | null): void => {
  if (box) box.scrollLeft = box.scrollWidth
}
