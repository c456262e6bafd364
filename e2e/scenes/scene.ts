import type { Person } from '../test'

/** What a person would call it: the roles by which scenes find things. */
export type Role =
  | 'alert'
  | 'article'
  | 'button'
  | 'cell'
  | 'checkbox'
  | 'columnheader'
  | 'combobox'
  | 'dialog'
  | 'form'
  | 'grid'
  | 'gridcell'
  | 'group'
  | 'heading'
  | 'link'
  | 'list'
  | 'listitem'
  | 'main'
  | 'navigation'
  | 'radio'
  | 'radiogroup'
  | 'region'
  | 'row'
  | 'rowgroup'
  | 'search'
  | 'slider'
  | 'spinbutton'
  | 'switch'
  | 'table'
  | 'textbox'

/**
 * Something on the screen, found as a person finds it: by its role and name, or by its words. Plain data, so that scenes
 * from outside may be JSON and a failed step can say what it looked for. Names are English; for another language the
 * runner looks them up in the messages.
 */
export interface Target {
  readonly role?: Role
  /** The whole accessible name; with `part` a part of it. */
  readonly name?: string
  readonly part?: true
  /** Only those that hold this text; without a role, the text itself. */
  readonly text?: string
  readonly within?: Target
  /** Which one of several, from 0; the first unless told. */
  readonly nth?: number
}

/** What is done before the picture, in the words of a person; times are minutes of the simulator. */
export type Step =
  | { readonly go: string }
  | { readonly press: Target }
  | { readonly fill: Target; readonly with: string }
  | { readonly check: Target }
  | { readonly choose: Target; readonly option: string }
  | { readonly keys: string }
  | { readonly see: Target }
  | { readonly focus: Target }
  | { readonly skip: number }
  | { readonly set: 'clock' | 'faults' | 'settings' | 'reset'; readonly body: object }

/** Which part of the screen the picture shows: the smallest box around all of these, with a margin in CSS pixels. */
export interface Frame {
  readonly around: readonly Target[]
  readonly margin?: number
  /** Cut off below this height, in CSS pixels: the tenth row of a table says nothing that the fifth does not. */
  readonly height?: number
}

/** A picture of the manual: whose screen, where, what was done before, what is shown and what is numbered on it. */
export interface Scene {
  /** In kebab-case; its files are named by it. */
  readonly name: string
  /** One sentence: the alternative text of the picture. */
  readonly title: string
  /** Who is signed in; nobody for the page that asks. */
  readonly as: Person | 'operator@costaverde.example' | 'nobody'
  /** Abiquo unless told. */
  readonly platform?: 'opennebula' | 'cloudcix'
  /** The address within the console. */
  readonly at: string
  readonly steps?: readonly Step[]
  /** It changes the world or leaves a form half filled: no other scene is taken in the same visit. */
  readonly own?: true
  /** CSS pixels of the window: 1280 × 800 unless told. */
  readonly size?: { readonly width: number; readonly height: number }
  /** The whole window unless told. */
  readonly frame?: Frame
  /** Numbered in this order, from 1. */
  readonly callouts?: readonly Target[]
  /** A picture on a phone as well (390 × 844): of the window, or of the frame. */
  readonly phone?: 'window' | 'frame'
}

type Named = (name: string, more?: Omit<Target, 'role' | 'name'>) => Target

const named =
  (role: Role): Named =>
  (name, more = {}) => ({ role, name, ...more })

export const button = named('button')
export const link = named('link')
export const checkbox = named('checkbox')
export const dialog = named('dialog')
export const heading = named('heading')
export const navigation = named('navigation')
export const region = named('region')
export const table = named('table')
export const textbox = named('textbox')

/** Anything of a role, by what it holds. */
export const having = (role: Role, text: string, more: Omit<Target, 'role' | 'text'> = {}): Target => ({
  role,
  text,
  ...more,
})

export const main: Target = { role: 'main' }
