// Components bring their own style sheets; the bundler takes them, and tests only compile past them.
declare module '*.css';
/** Where the bundler put a worker. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
