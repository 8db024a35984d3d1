/** The only style of a sanitised page. Its digest stands in page-document.ts; a test recomputes it. */
export const pageStyle = [
  ':root{color-scheme:light dark;font:17px/1.6 Georgia,"Noto Serif","Noto Sans KR",serif}',
  'body{margin:0;padding:28px 24px 64px;background:#fff;color:#1d2126;overflow-wrap:anywhere}',
  'main{max-width:44rem;margin:0 auto}',
  'h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em;font-family:system-ui,"Noto Sans","Noto Sans KR",sans-serif}',
  'h1{font-size:1.7rem}h2{font-size:1.3rem}h3,h4,h5,h6{font-size:1.05rem}',
  'p,ul,ol,dl,blockquote,figure,pre,table{margin:0 0 1em}',
  'blockquote{padding-left:1rem;border-left:3px solid #b8c0ca}',
  'img{max-width:100%;height:auto}',
  'img:not([src]){display:inline-block;min-width:6rem;padding:.35rem .6rem;border:1px dashed #8a94a0;color:#555e68;font:.8rem/1.4 system-ui,sans-serif}',
  'figcaption,caption,small{font-size:.85rem;color:#555e68}',
  'a[data-orig-href]{color:inherit;text-decoration:underline dotted}',
  'table{border-collapse:collapse;font-size:.9rem}td,th{border:1px solid #c9d0d8;padding:.3rem .5rem;text-align:start;vertical-align:top}',
  'pre,code,kbd,samp{font:.9em/1.45 ui-monospace,"Noto Sans Mono",monospace;white-space:pre-wrap}',
  'nav,header ul,footer{font-size:.85rem}',
  '@media (prefers-color-scheme:dark){body{background:#16191d;color:#e3e6ea}blockquote{border-color:#46505b}',
  'figcaption,caption,small,img:not([src]){color:#a3adb8}td,th{border-color:#3a434d}}',
].join('\n');
