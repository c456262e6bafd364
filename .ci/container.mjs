// Proves that docs/deploy/Containerfile copies whatever the build reads, where no container can be made: a folder gets
// what the Containerfile copies and nothing else, and the console is built there.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { root, run } from './setup.mjs'

/** The lines of the part that builds: `FROM … AS build` up to the next `FROM`. */
const buildLines = () => {
  const [, lines] = /^FROM \S+ AS build\n([^]*?)\n(?=FROM )/m.exec(
    readFileSync(path.join(root, 'docs', 'deploy', 'Containerfile'), 'utf8'),
  )
  return lines.split('\n')
}

/** What is no code: pictures, fonts, settings. Code comes in other files in another folder. */
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name) && !/\.(?:js|css|br|gz)$/.test(name))
    .toSorted()
    .join('\n')

/** Copies as the Containerfile does, and builds with its own command; answers whether the same comes of it as in `dist`. */
export function buildsInContainer(dist) {
  const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-container-'))
  try {
    const copied = buildLines().flatMap((line) => {
      const [, from, to] = /^COPY (.+) (\S+)$/.exec(line) ?? []
      return from ? from.split(' ').map((name) => [name, to === './' ? name : to]) : []
    })
    for (const [from, to] of copied) cpSync(path.join(root, from), path.join(folder, to), { recursive: true })
    // In the container `npm ci` installs what package-lock.json names: that is what this project has.
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
    const commands = buildLines().flatMap((line) => /^RUN (?!npm ci)(.+)$/.exec(line)?.[1] ?? [])
    const built = commands.every((command) => run(command, [], { cwd: folder, shell: true, stdio: 'pipe' }))
    if (!built) console.error('What docs/deploy/Containerfile copies does not build')
    const same = built && filesOf(path.join(folder, 'dist')) === filesOf(dist)
    if (built && !same) console.error('What docs/deploy/Containerfile copies builds into other files than the project')
    return same
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
