import type { IsoFault, IsoPart, IsoProblem } from './iso-value'

/** How much of what stands at a problem is told. */
const excerpt = 12

/** Ends the reading of a text; it never leaves the reader. */
export class Refusal extends Error {
  readonly problem: IsoProblem
  constructor(problem: IsoProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Whether it is one digit of ASCII, as ISO 8601 has them: those of other scripts are none. */
export const isDigit = (char: string): boolean => char >= '0' && char <= '9' && char.length === 1

const isBlank = (char: string): boolean => char !== '' && char.trim() === ''

/** Dashes and minus signs that look like the hyphen of ISO 8601. */
const isLookalike = (char: string): boolean =>
  char !== '' && '\u2010\u2011\u2012\u2013\u2014\u2212\uFE63\uFF0D'.includes(char)

/** Goes once over a text, from left to right, and looks ahead by four characters at most. */
export class Reader {
  position = 0
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** The character that comes, or nothing at the end. */
  get next(): string {
    return this.text.charAt(this.position)
  }

  get atEnd(): boolean {
    return this.position >= this.text.length
  }

  refuse(fault: IsoFault, position = this.position, length = excerpt): never {
    const found = this.text.slice(position, position + Math.min(length, excerpt))
    throw new Refusal({ ...fault, position, found })
  }

  /** Refuses what comes, by its own name when it is a usual slip: a blank, or another alphabet's dash. */
  refuseHere(fault: IsoFault, position = this.position): never {
    const char = this.text.charAt(position)
    if (isBlank(char)) return this.refuse({ code: 'blank' }, position, 1)
    if (isLookalike(char)) return this.refuse({ code: 'not-hyphen' }, position, 1)
    return this.refuse(fault)
  }

  /** How many digits come, counted no further than `most`. */
  run(most: number): number {
    let count = 0
    while (count < most && isDigit(this.text.charAt(this.position + count))) count += 1
    return count
  }

  /** A number of exactly so many digits. */
  digits(part: IsoPart, count: number): number {
    if (this.atEnd) this.refuse({ code: 'missing', part })
    const got = this.run(count)
    if (got < count) this.refuseHere({ code: 'digits', part, digits: count }, this.position + got)
    const value = Number(this.text.slice(this.position, this.position + count))
    this.position += count
    return value
  }

  /** A number of exactly so many digits, in a range. */
  within(part: IsoPart, count: number, least: number, most: number): number {
    const value = this.digits(part, count)
    if (value < least || value > most) this.refuse({ code: 'range', part, least, most }, this.position - count, count)
    return value
  }

  /** Whether this character came; then it is passed. */
  take(char: string): boolean {
    if (this.next !== char) return false
    this.position += 1
    return true
  }

  /** Passes the character that must come before a part. */
  separator(char: '-' | ':', before: IsoPart): void {
    if (this.take(char)) return
    if (this.atEnd) this.refuse({ code: 'missing', part: before })
    this.refuseHere({ code: 'expected', char })
  }
}
