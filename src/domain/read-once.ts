/** Reads texts that repeat, each once while at most so many others come; it never keeps more. */
export function readOnce(read: (text: string) => string, most: number): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const value = known.get(text) ?? read(text)
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}
