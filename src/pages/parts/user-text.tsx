import { Code } from '@mantine/core'

import { hiddenCharacter } from '~/ui/hidden-characters'

/** In parentheses, so that what is hidden stays among the pieces. */
const aroundHidden = new RegExp(`(${hiddenCharacter.source})`, 'u')

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * A text that a user or a server gave, kept apart from the text around it. With `identity` hidden characters are shown
 * as marks: use it where someone decides about this very thing.
 */
export function UserText({ children, identity = false }: { readonly children: string; readonly identity?: boolean }) {
  if (!identity || !hiddenCharacter.test(children)) return <bdi>{children}</bdi>
  const pieces = children.split(aroundHidden)
  return (
    <bdi>
      {pieces.map((piece, place) =>
        // The pieces of one text have no identity but their place.
        hiddenCharacter.test(piece) ? <Code key={`${String(place)} ${piece}`}>{codePoint(piece)}</Code> : piece,
      )}
    </bdi>
  )
}
