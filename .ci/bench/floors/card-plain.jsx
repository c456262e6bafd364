import { Fragment } from 'react'

export const Around = Fragment

export const Body = ({ row }) => (
  <>
    <h2>
      <a href={`#${row.id}`}>{row.name}</a>
    </h2>
    <p>{`${row.cpu} vCPU · ${row.ram} MB`}</p>
    <p className="soft">{row.place}</p>
    <footer>
      <span>{row.state}</span>
      <button type="button">Protected</button>
    </footer>
  </>
)
