/** Files that a test reads as they are: a Worker has no folder to read from. */
declare module '*?raw' {
  const text: string
  export default text
}
