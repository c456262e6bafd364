import classes from './sign-in.module.css'

const fronds = [
  'M200 470C196 400 214 350 204 280S176 170 190 90S214 30 206 0',
  'M200 470C180 410 150 380 142 310S160 210 138 140S104 70 112 20',
  'M200 470C222 410 252 384 260 320S240 230 266 164S300 96 288 44',
]

/** Blades along a frond: where each begins, and how it hangs. */
const blades = [
  'M204 280c34-22 58-26 84-14c-26 20-54 24-84 14z',
  'M196 190c-36-14-60-12-82 4c28 14 56 12 82-4z',
  'M192 110c32-26 54-34 82-28c-22 26-50 34-82 28z',
  'M142 310c-34-8-58-2-76 16c30 8 56 2 76-16z',
  'M146 226c28-24 48-30 74-24c-20 24-46 30-74 24z',
  'M136 138c-32-8-54-2-70 14c28 8 52 4 70-14z',
  'M260 320c32-12 56-8 76 8c-28 12-54 8-76-8z',
  'M252 236c-30-18-52-20-76-8c24 18 50 20 76 8z',
  'M270 156c30-16 52-16 74-4c-24 16-50 16-74 4z',
]

const roots = [
  'M200 468c-18 26-58 34-96 36M200 468c-12 34-44 54-78 64M200 468c-6 36-22 64-42 84',
  'M200 468c18 26 58 34 96 36M200 468c12 34 44 54 78 64M200 468c6 36 22 64 42 84M200 468v94',
]

/** The plant behind the product's name: kelp, held by its holdfast. Decoration. */
export const Kelp = () => (
  <svg className={classes['kelp']} viewBox="0 0 400 570" aria-hidden="true">
    {fronds.map((path) => (
      <path key={path} d={path} strokeWidth="5" />
    ))}
    {blades.map((path) => (
      <path key={path} d={path} className={classes['blade']} />
    ))}
    {roots.map((path) => (
      <path key={path} d={path} strokeWidth="7" />
    ))}
  </svg>
)
