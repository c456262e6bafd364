// Bytes of pictures: written small, and compared.
import { createHash } from 'node:crypto'

import pixelmatch from 'pixelmatch'
import sharp from 'sharp'

// The same bytes in every run: threads share out the work in whatever order they come.
sharp.concurrency(1)

/** A small PNG: screens have few colours, so a palette without noise shows the same at a third of the size. */
export const small = (bytes) =>
  sharp(bytes).png({ palette: true, quality: 85, dither: 0, effort: 4, compressionLevel: 9 }).toBuffer()

export const digestOf = (bytes) => createHash('sha256').update(bytes).digest('hex')

export const sizeOfPicture = async (bytes) => {
  const { width, height } = await sharp(bytes).metadata()
  return { width, height }
}

const pixels = async (bytes) => {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/**
 * How far two pictures differ: the share of pixels from 0 to 1, and a picture of where. Of two sizes all differs, and
 * there is nothing to lay over each other.
 */
export async function differenceOf(left, right) {
  const [a, b] = [await pixels(left), await pixels(right)]
  const { width, height } = a
  if (width !== b.width || height !== b.height) return { share: 1, picture: null }
  const out = Buffer.alloc(width * height * 4)
  const count = pixelmatch(a.data, b.data, out, width, height, { threshold: 0.1 })
  const picture = await sharp(out, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
  return { share: count / (width * height), picture }
}
