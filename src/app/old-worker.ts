const simulatorWorker = '/mockServiceWorker.js'

/** What is used of the browser's. */
interface Workers {
  readonly getRegistrations: () => Promise<
    readonly {
      readonly active: { readonly scriptURL: string } | null
      readonly waiting: { readonly scriptURL: string } | null
      readonly installing: { readonly scriptURL: string } | null
      readonly unregister: () => Promise<boolean>
    }[]
  >
}

/**
 * Takes away the worker of a simulator that was once served at this address. It answers nothing here, for only a page of
 * the simulator asks it to; it shall not stay either.
 */
export async function dropSimulatorWorker(workers: Workers): Promise<void> {
  const all = await workers.getRegistrations()
  const olds = all.filter(({ active, waiting, installing }) =>
    [active, waiting, installing].some((one) => one !== null && new URL(one.scriptURL).pathname === simulatorWorker),
  )
  await Promise.all(olds.map((one) => one.unregister()))
}
