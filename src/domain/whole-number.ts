/** Whether it is a whole number from `least` to `most`. */
export const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

/** The whole number that a person wrote in plain digits, blanks around it aside; else `NaN`, also for `0x10` and `1e1`. */
export const wholeNumber = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN)
