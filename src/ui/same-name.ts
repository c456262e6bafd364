import { hiddenCharacter } from './hidden-characters'

const everyHidden = new RegExp(hiddenCharacter, 'gu')

const plain = (text: string): string => text.replaceAll(everyHidden, '').replaceAll(/\s+/gu, ' ').trim()

/** Whether a person typed a name, leaving out what no keyboard types and what cannot be seen. */
export const sameName = (typed: string, name: string): boolean => plain(typed) === plain(name)
