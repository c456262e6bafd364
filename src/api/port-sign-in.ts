import type { SignInKey } from './error'

/** What someone typed to sign in, by what the platform asks for (`SignInAsks`). */
export interface Credentials {
  readonly user: string
  readonly password: string
  /** What the platform wants besides, as far as it was given. */
  readonly more?: Readonly<Partial<Record<SignInKey, string>>>
}

/** A field that a sign-in has besides name and password. */
export interface SignInField {
  readonly key: SignInKey
  /** Never shown as it is typed. */
  readonly secret: boolean
  /** `asked`: only once the platform says that it wants it, by `ApiError.more`. */
  readonly when: 'always' | 'asked'
}

/** What a sign-in asks for. */
export interface SignInAsks {
  /** By what people name themselves. */
  readonly user: 'name' | 'email'
  readonly fields: readonly SignInField[]
}
