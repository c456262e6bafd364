// React and react-virtual around cards, with a search over one prepared line a row. `mantine` of the page's address
// draws Mantine's components in place of plain elements.
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Around, Body } from 'floor:card'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'

const columns = 4
const height = 158
const gap = 12
const n = new URLSearchParams(location.search).get('n') ?? '1000'

const Card = ({ row }) => (
  <article className="card">
    <Body row={row} />
  </article>
)

function Grid() {
  const [rows, setRows] = useState([])
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.toLowerCase())
  useEffect(() => {
    void fetch(`/rows?n=${n}`)
      .then((answer) => answer.json())
      .then((all) => setRows(all.map((row) => ({ ...row, line: `${row.name}\n${row.place}`.toLowerCase() }))))
  }, [])
  const shown = useMemo(() => rows.filter(({ line }) => line.includes(wanted)), [rows, wanted])
  const lines = useWindowVirtualizer({
    count: Math.ceil(shown.length / columns),
    estimateSize: () => height + gap,
    overscan: 2,
  })
  return (
    <>
      <header className="head">
        <input type="search" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <p aria-live="polite">{`${shown.length.toLocaleString('en')} VMs`}</p>
      </header>
      <ul className="grid" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().flatMap((line) =>
          shown.slice(line.index * columns, (line.index + 1) * columns).map((row, column) => (
            <li key={row.id} className="cell" style={{ top: line.start, left: `${column * 25}%` }}>
              <Card row={row} />
            </li>
          )),
        )}
      </ul>
    </>
  )
}

createRoot(document.getElementById('root')).render(
  <Around>
    <Grid />
  </Around>,
)
