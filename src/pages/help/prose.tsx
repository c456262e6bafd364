import { type Block, numbered, wordsIn } from './pages'
import { Head, Shown, type ToAddress, Words } from './prose-parts'

import classes from './prose.module.css'

interface Drawn<Part> {
  readonly part: Part
  readonly toAddress: ToAddress
}

/** A page of the manual, from the data that it was read into when the console was built. */
export const Prose = ({ part, toAddress }: Drawn<readonly Block[]>) => (
  <div className={classes['prose']} lang="en">
    <InOrder part={part} toAddress={toAddress} />
  </div>
)

const InOrder = ({ part, toAddress }: Drawn<readonly Block[]>) =>
  numbered(part).map(([place, block]) => <One key={place} part={block} toAddress={toAddress} />)

function One({ part, toAddress }: Drawn<Block>) {
  if ('heading' in part) return <Head heading={part} toAddress={toAddress} />
  if ('pre' in part) return <pre>{part.pre}</pre>
  if ('scene' in part) return part.shown && <Shown picture={part.shown} alt={part.alt} />
  if ('items' in part) return <List part={part} toAddress={toAddress} />
  if ('rows' in part) return <Table part={part} toAddress={toAddress} />
  if ('note' in part)
    return (
      <aside className={classes['note']}>
        <InOrder part={part.note} toAddress={toAddress} />
      </aside>
    )
  return (
    <p>
      <Words line={part.p} toAddress={toAddress} />
    </p>
  )
}

function List({ part: { ordered, items }, toAddress }: Drawn<Extract<Block, { readonly ordered: boolean }>>) {
  const Element = ordered ? 'ol' : 'ul'
  return (
    <Element>
      {numbered(items).map(([place, item]) => (
        <li key={place}>
          {numbered(item).map(([at, block]) =>
            'p' in block ? (
              <Words key={at} line={block.p} toAddress={toAddress} />
            ) : (
              <One key={at} part={block} toAddress={toAddress} />
            ),
          )}
        </li>
      ))}
    </Element>
  )
}

/** On a phone each row is a stack of its cells, each under the head of its column. */
function Table({ part: { head, rows }, toAddress }: Drawn<Extract<Block, { readonly rows: unknown }>>) {
  const heads = head.map(wordsIn)
  return (
    <table data-columns={head.length}>
      <thead>
        <tr>
          {heads.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(rows).map(([place, row]) => (
          <tr key={place}>
            {numbered(row).map(([at, cell]) => (
              <td key={at} data-head={heads[Number(at)]}>
                <Words line={cell} toAddress={toAddress} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
