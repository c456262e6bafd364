declare module 'virtual:manual' {
  import type { ManualPage } from '~/pages/help/pages'

  /** Every page of docs/manual, read when the console is built. The table of contents has the name ''. */
  export const manual: readonly ManualPage[]
}
