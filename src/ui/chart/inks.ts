import { type Ink, inks } from './chart-model'

/** A colour and its lighter ground, as CSS has them. */
export interface Tint {
  readonly full: string
  readonly soft: string
}

/** All that a canvas cannot take from a style sheet by itself. */
export interface Inks {
  readonly text: string
  readonly line: string
  readonly axis: string
  /** Of the canvas, in CSS pixels. */
  readonly font: string
  readonly fontSize: number
  readonly of: Readonly<Record<Ink, Tint>>
}

/** Reads the inks that hold for an element now: those of its scheme, of forced colours, or of paper. */
export function readInks(element: Element): Inks {
  const style = getComputedStyle(element)
  const read = (name: string): string => style.getPropertyValue(`--chart-${name}`).trim()
  const tint = (ink: Ink): Tint => ({ full: read(ink), soft: read(`${ink}-soft`) || read('ground') })
  const fontSize = Number.parseFloat(style.fontSize)
  const [main, good, bad, over, unclear, second, third] = inks
  return {
    text: read('text'),
    line: read('line'),
    axis: read('axis'),
    font: `${fontSize}px ${style.fontFamily}`,
    fontSize,
    of: {
      [main]: tint(main),
      [good]: tint(good),
      [bad]: tint(bad),
      [over]: tint(over),
      [unclear]: tint(unclear),
      [second]: tint(second),
      [third]: tint(third),
    },
  }
}

/** Where the stripes of a pattern run: up like a slash, or down. Inks that are not named here have none. */
const stripes: Partial<Readonly<Record<Ink, 'up' | 'down'>>> = { bad: 'up', over: 'down' }
const outlined: ReadonlySet<Ink> = new Set(['bad', 'over', 'unclear'])

/** A small square that repeats without a seam. `ratio`: pixels of the canvas in one of CSS. */
function striped(run: 'up' | 'down', { full, soft }: Tint, ratio: number): CanvasPattern | null {
  const side = Math.round(6 * ratio)
  const tile = new OffscreenCanvas(side, side)
  const pen = tile.getContext('2d')
  if (!pen) return null
  pen.fillStyle = soft
  pen.fillRect(0, 0, side, side)
  pen.strokeStyle = full
  pen.lineWidth = side / 2.4
  if (run === 'down') pen.setTransform(-1, 0, 0, 1, side, 0)
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift - side, side * 2)
    pen.lineTo(shift + side * 2, -side)
  }
  pen.stroke()
  return pen.createPattern(tile, 'repeat')
}

/** How the parts of one ink are painted: a fill, and a line around where the fill alone is too faint. */
export interface Paint {
  readonly fill: string | CanvasPattern
  readonly edge: string | null
}

/** The paint of a bar. `ratio` is device pixels for each of the page's: stripes are drawn by it. */
export function paintOf(ink: Ink, tint: Tint, ratio: number): Paint {
  const run = stripes[ink]
  const plain = ink === 'unclear' ? tint.soft : tint.full
  return { fill: (run && striped(run, tint, ratio)) ?? plain, edge: outlined.has(ink) ? tint.full : null }
}
