/**
 * A ref for what takes the place of the control that was pressed: the focus goes with it, once. What is in sight already, as
 * a bar at the foot of the window, stays where it is.
 */
export const takeFocus = (element: HTMLElement | null): void => element?.focus()
