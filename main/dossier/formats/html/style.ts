import type { HouseStyle } from '#shared/domain/case/dossier-plan.ts';

/** Each accent for light and for dark paper: at least 7 to 1 against it, so that no choice can make a dossier hard to read. */
export const accentColours: { readonly [A in HouseStyle['accent']]: readonly [string, string] } = {
  blue: ['#1f4e79', '#9cc7f0'],
  green: ['#1f5537', '#96d6ae'],
  burgundy: ['#7a1f37', '#f0a9b8'],
  violet: ['#4f2d7f', '#c9b3f2'],
  slate: ['#37424d', '#b9c6d3'],
};

/** The dossier's own style sheet: its digest stands in the page's policy, and no other style is let in. */
export function styleOf({ accent, font }: HouseStyle): string {
  const [light, dark] = accentColours[accent];
  const headings = font === 'serif' ? 'var(--serif)' : 'var(--sans)';
  return style.replaceAll('ACCENT-LIGHT', light).replaceAll('ACCENT-DARK', dark).replaceAll('HEADINGS', headings);
}

const style = `
:root{color-scheme:light dark;--paper:#fffefb;--ink:#1d1b18;--soft:#5c574f;--line:#d9d3c7;--panel:#f5f2ea;--accent:ACCENT-LIGHT;--mark:#fdf0c4;--warn:#8a2b0f;--good:#2b6636;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans KR","Malgun Gothic","Apple SD Gothic Neo",sans-serif;--mono:ui-monospace,"SF Mono",Consolas,"Noto Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece7dd;--soft:#b0a898;--line:#3d3932;--panel:#211f1c;--accent:ACCENT-DARK;--mark:#4a3d12;--warn:#f2a58c;--good:#9bd3a5}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1rem/1.6 var(--sans);scroll-padding-top:3.5rem}
body{margin:0}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:.5rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:3}
@media (max-width:40rem){html{scroll-padding-top:5.5rem}}
.handling{position:sticky;top:0;z-index:2;margin:0;padding:.45rem 1rem;background:var(--ink);color:var(--paper);font-size:.8rem;font-weight:600;letter-spacing:.03em;text-align:center;max-width:none;overflow-wrap:anywhere;white-space:pre-line;max-height:30vh;overflow:auto}
.page{display:grid;grid-template-columns:minmax(0,1fr);gap:0 3rem;max-width:76rem;margin:0 auto;padding:0 1.25rem 4rem}
.cover{padding:clamp(2.5rem,9vw,6.5rem) 0 2.5rem;border-bottom:1px solid var(--line)}
.cover .kind{margin:0;color:var(--soft);font-size:.85rem;font-weight:600;letter-spacing:.12em;text-transform:uppercase}
h1,h2,h3,h4.title{font-family:HEADINGS;font-weight:600;line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:clamp(2rem,5vw,3.25rem);margin:.6rem 0 1.2rem;max-width:24ch}
h2{font-size:1.75rem;margin:3.5rem 0 1rem;padding-top:1rem;border-top:3px solid var(--ink)}
h3{font-size:1.2rem;margin:0 0 .75rem}
h4,h5,h6{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:1.25rem 0 .4rem}
h4.title{font-size:1.15rem;letter-spacing:0;text-transform:none;color:inherit;margin:0;flex:1;line-height:1.3}
.finding{margin:2.25rem 0 .25rem;padding-bottom:.35rem;border-bottom:1px solid var(--line)}.finding small{font:400 .85rem var(--sans);color:var(--soft);margin-left:.5rem}
p{max-width:44rem;margin:.6rem 0}
.writing{white-space:pre-wrap;overflow-wrap:anywhere;max-width:44rem}
.note{max-width:44rem;overflow-wrap:anywhere}.note h4{font-size:1rem;letter-spacing:0;text-transform:none;color:inherit}.note ul,.note ol{padding-left:1.4rem;margin:.6rem 0}.note li{margin:.25rem 0}
.note li.task{list-style:none;margin-left:-1.4rem}.note pre{white-space:pre-wrap;font:.85rem/1.5 var(--mono);background:var(--panel);border-radius:.4rem;padding:.6rem .9rem}.note code{font:.88em var(--mono)}.note hr{border:0;border-top:1px solid var(--line);margin:1rem 0}
.soft,caption,figcaption,dt{color:var(--soft)}
nav{font-size:.9rem;padding:1.5rem 0 0}
nav h2{font:600 .8rem var(--sans);letter-spacing:.1em;text-transform:uppercase;border:0;margin:0;padding:0;color:var(--soft)}
nav ol{list-style:none;padding:0;margin:.5rem 0}nav li{margin:.3rem 0;display:flex;justify-content:space-between;gap:1rem}
@media (min-width:62rem){.page{grid-template-columns:13rem minmax(0,1fr)}.cover{grid-column:1/-1}nav{position:sticky;top:3rem;align-self:start;max-height:calc(100vh - 4rem);overflow:auto}}
.label{font:600 .82em var(--mono);padding:.08em .4em;border:1px solid var(--line);border-radius:.3em;background:var(--panel);text-decoration:none;white-space:nowrap}
a.label:hover{border-color:var(--accent)}
.card{border:1px solid var(--line);border-radius:.5rem;padding:1.25rem 1.4rem;margin:1.25rem 0;background:var(--paper);overflow-wrap:anywhere}
.card:target,.statement:target,tr:target{box-shadow:0 0 0 3px var(--accent)}
.card>header{display:flex;gap:.9rem;align-items:baseline}.card>header h3{flex:1}
.statement{display:grid;grid-template-columns:3.2rem 1fr;font:1.12rem/1.6 HEADINGS;margin:1rem 0;max-width:48rem}
.statement p{margin:0}.statement .label{justify-self:start;align-self:start;margin-top:.3em}
.judgment{border-left:3px solid var(--accent);padding-left:1.1rem;margin:1.5rem 0}.judgment .statement{margin:.2rem 0}.estimate{margin:.15rem 0 .15rem 3.2rem;max-width:44rem;font-size:.95rem}
.questions,.index{list-style:none;padding:0}.questions li{margin:.7rem 0;max-width:46rem}.index{columns:16rem;column-gap:2.5rem;font-size:.9rem}.index li{break-inside:avoid;margin:.3rem 0}
.drawn{margin:1rem 0 1.5rem}.drawn svg{min-width:42rem;width:100%;height:auto;display:block}.f-ink{fill:var(--ink)}.f-soft{fill:var(--soft)}.f-accent{fill:var(--accent)}.f-panel{fill:var(--panel)}.f-line{fill:var(--line)}.f-bad{fill:var(--warn)}.f-good{fill:var(--good)}
[data-line=ink]{stroke:var(--ink)}[data-line=soft]{stroke:var(--soft)}[data-line=line]{stroke:var(--line)}[data-line=accent]{stroke:var(--accent)}[data-line=bad]{stroke:var(--warn)}[data-line=good]{stroke:var(--good)}
.logo{display:block;max-width:11rem;max-height:5rem;margin:0 0 1.5rem}.publisher{font-weight:600;margin:0 0 1.25rem}
.shield{border:1px dashed var(--warn);border-radius:.4rem;padding:.6rem .8rem;color:var(--warn)}.shield figure{color:var(--ink);margin-top:.75rem}
.check{border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;color:var(--ink)}.check h2{border:0;margin:0;padding:0;font-size:1.1rem}button{font:inherit;padding:.45rem 1rem;border:1px solid var(--accent);border-radius:.35rem;background:var(--accent);color:var(--paper);cursor:pointer}button:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.cites{font-family:var(--sans);font-size:.85rem;white-space:normal}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.65rem 1.5rem;margin:.75rem 0}
dl>div{min-width:0}dt{font-size:.78rem}dd{margin:0;overflow-wrap:anywhere}
.hash{font:.8rem/1.45 var(--mono);overflow-wrap:anywhere}
.chain{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:.5rem 0}
.chain li{display:flex;align-items:center;gap:.5rem}.chain li+li::before{content:"→";color:var(--soft)}
.chain span{border:1px solid var(--line);border-radius:2rem;padding:.15rem .8rem;background:var(--panel)}
.chain small{color:var(--soft)}
blockquote{margin:.6rem 0;padding:.2rem 0 .2rem 1rem;border-left:3px solid var(--accent);max-width:44rem;overflow-wrap:anywhere;white-space:pre-line}
blockquote .near{color:var(--soft)}blockquote mark{background:var(--mark);color:inherit}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}
.pair>div{background:var(--panel);border-radius:.4rem;padding:.9rem 1.1rem}
.exhibit{display:grid;gap:0 1.75rem}@media (min-width:48rem){.exhibit.pictured{grid-template-columns:minmax(0,17rem) 1fr}}
figure{margin:.25rem 0 1rem;position:relative}
.frame{position:relative;display:block;line-height:0}.frame img{width:100%;height:auto;border:1px solid var(--line);background:#fff}
.frame svg{position:absolute;inset:0;width:100%;height:100%}
.frame rect{fill:none;stroke:#d4001a;stroke-width:3;vector-effect:non-scaling-stroke}
figcaption{font-size:.8rem;margin-top:.4rem;line-height:1.4}
.wide{overflow-x:auto;margin:1rem 0}
table.many{min-width:46rem}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.45}
caption{text-align:left;padding:0 0 .5rem;font-size:.85rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:break-word}td bdi,.hash{overflow-wrap:anywhere}
thead th{border-bottom:2px solid var(--ink);font-size:.78rem;white-space:nowrap}tbody th{font-weight:600;white-space:nowrap}
.log td{font-size:.82rem}
.lacks{color:var(--warn)}.risk{color:var(--warn);font-weight:600}.holds{color:var(--good)}
details{margin:.75rem 0}summary{cursor:pointer}
footer{grid-column:1/-1;margin-top:4rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--soft);font-size:.85rem}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--panel:#f4f4f4;--accent:ACCENT-LIGHT;--mark:#fdf0c4;--warn:#8a2b0f;--good:#2b6636}
@page{size:A4;margin:14mm 18mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:7.5pt sans-serif;color:#444}}
html{font-size:9.5pt}.page{display:block;padding:12mm 0 0;box-decoration-break:clone}nav,.skip,.check{display:none}
.handling{position:fixed;top:0;left:0;right:0;background:none;color:#000;border-bottom:1px solid #000;max-height:9mm;overflow:hidden}
.cover{break-after:page}h2{margin-top:2.2rem;break-after:avoid}#claims,#exhibits{break-before:page}h3,h4,h5,h6,caption,thead{break-after:avoid}.card,.judgment,.statement{break-inside:avoid}tr,blockquote,figure,dl>div{break-inside:avoid}p{orphans:3;widows:3}thead{display:table-header-group}.wide{overflow:visible}table.many,.drawn svg{min-width:0}a{color:inherit}}
`;
