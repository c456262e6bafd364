/** Says that more choices are beneath; its size and line are those of the toolbar around it. */
export const Chevron = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M4 6.25l4 4l4-4" />
  </svg>
)
