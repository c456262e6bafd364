/** Characters that cannot be seen (controls, formats, line separators) and can make two different texts look alike. */
export const hiddenCharacter = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
