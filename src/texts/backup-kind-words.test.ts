import { expect, test } from 'vitest'

import { backupKindWords, settingValueWords } from './backup-kind-words'

test.each([
  ['COMPLETE', 'Complete backup'],
  ['complete', 'Complete backup'],
  ['Snapshot', 'Snapshot backup'],
  ['FILESYSTEM', 'Filesystem backup'],
  ['FULL', 'Full'],
  ['INCREMENT', 'Incremental'],
  ['TAPE', 'TAPE'],
  ['', ''],
])('a backup of kind %j is called %j', (text, words) => expect(backupKindWords(text)).toBe(words))

test('how increments are made has words of its own', () => {
  expect(settingValueWords('SNAPSHOT')).toBe('Snapshots')
  expect(settingValueWords('CBT')).toBe('Changed blocks')
  expect(settingValueWords('OTHER')).toBe('OTHER')
})
