/** What OpenNebula refuses, in its own words; the method's name is put before them. */
export class Refused extends Error {
  readonly code: number
  readonly id: number
  constructor(code: number, message: string, id = -1) {
    super(message)
    this.code = code
    this.id = id
  }
}

export const codes = {
  authentication: 256,
  authorization: 512,
  noExists: 1024,
  action: 2048,
  api: 4096,
  internal: 8192,
  allocate: 16384,
} as const

export const noSuch = (what: string, id: number): Refused =>
  new Refused(codes.noExists, `Error getting ${what} [${id}].`, id)
