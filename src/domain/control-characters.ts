/**
 * A character that can break or disguise the line it stands in: a control, a line separator, or a mark that turns the
 * direction of the text. Joiners are none, for emoji and some scripts need them.
 */
export const controlCharacter = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
