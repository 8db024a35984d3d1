// Components bring their own style sheets; the bundler takes them, and tests only compile past them.
declare module '*.css';
