/* How every HTML result looks: on a screen in the colours its reader has set,
 * on paper black on white.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/writers.h"

/* Sizes follow the reader's own, and nothing is wider than a telephone. A
 * table of more than two columns becomes a list of cards there. */
static const char screen[] =
	":root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;"
	"--soft:#5a5a5a;--line:#c4c4c4;--link:#0b4ea2;--mark:#f4f1e8}\n"
	"@media(prefers-color-scheme:dark){:root{--ink:#ececec;"
	"--paper:#161616;--soft:#adadad;--line:#4a4a4a;--link:#9cc4ff;"
	"--mark:#26241d}}\n"
	"*{box-sizing:border-box}\n"
	"body{margin:0 auto;max-width:60rem;padding:1.25rem;"
	"background:var(--paper);color:var(--ink);"
	"font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}\n"
	"header{border-bottom:2px solid var(--ink);padding-bottom:.4rem;"
	"margin-bottom:1rem}\n"
	"h1{font-size:1.5rem;line-height:1.25;margin:0}"
	"h2{font-size:1.2rem;line-height:1.3;margin:1.75rem 0 .5rem}"
	"h3{font-size:1rem;margin:1.25rem 0 .25rem}\n"
	"p{margin:.5rem 0}a{color:var(--link)}\n"
	".right,.rest{color:var(--soft)}.right{margin:.25rem 0 0}"
	".rest{margin-left:1rem}\n"
	".big{font-size:1.6rem;line-height:1.3;margin:1.25rem 0}\n"
	"table{border-collapse:collapse;width:100%;margin:1rem 0;"
	"overflow-wrap:break-word}\n"
	"th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;"
	"border-bottom:1px solid var(--line)}"
	"thead th,thead td{border-bottom:2px solid var(--ink)}\n"
	"dl{display:grid;grid-template-columns:fit-content(35%) 1fr;"
	"gap:.3rem 1rem;margin:.75rem 0}dt{font-weight:600}"
	"dd{margin:0;grid-column:2}\n"
	"ul{list-style:none;padding:0;margin:.75rem 0}\n"
	".items li{display:grid;column-gap:.5rem;"
	"grid-template-columns:minmax(1.4rem,max-content) 1fr;"
	"margin:.6rem 0}.key{color:var(--soft)}\n"
	".items .dash{margin:.25rem 0 .25rem 1.75rem;"
	"grid-template-columns:.9rem 1fr}\n"
	".note{border-left:.25rem solid var(--soft);background:var(--mark);"
	"padding:.3rem .75rem;margin:.5rem 0 0}\n"
	".ticks{display:grid;gap:.5rem 1rem;"
	"grid-template-columns:repeat(auto-fill,minmax(11rem,1fr))}"
	".ticks li{display:grid;align-items:center;"
	"grid-template-columns:1.75rem 2rem 1fr}"
	".box{width:1.15rem;height:1.15rem;border:1.5px solid var(--ink)}\n"
	".blank{display:flex;flex-wrap:wrap;align-items:baseline;"
	"gap:0 .4rem;margin:1.25rem 0 0}"
	".line{border-bottom:1px solid var(--ink)}"
	".rules span{display:block;height:2rem;"
	"border-bottom:1px solid var(--ink)}"
	".rules span:nth-child(n+4){display:none}\n"
	"@media screen and (max-width:45rem){"
	".many thead{position:absolute;clip-path:inset(50%);width:1px;"
	"height:1px;overflow:hidden}"
	".many tr{display:block;padding:.5rem 0;"
	"border-bottom:1px solid var(--line)}"
	".many td{overflow-wrap:anywhere;display:grid;"
	"grid-template-columns:6.5rem 1fr;gap:.75rem;border:0;"
	"padding:.1rem 0}.many td:empty{display:none}"
	".many td::before{content:attr(data-label);font-weight:600}}\n"
	"@media screen and (max-width:30rem){dl{display:block}"
	"dd{margin:0 0 .5rem}}\n";

/* No row, item or heading is torn from what belongs to it. */
static const char paper[] =
	"@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;"
	"--soft:#000;--line:#777;--link:#000;--mark:#fff}\n"
	"body{max-width:none;padding:0;font-size:10.5pt;line-height:1.4}"
	"h1{font-size:16pt}h2{font-size:13pt}h3{font-size:11pt}"
	"a{text-decoration:none}.many{font-size:9pt}\n"
	"h2,h3{break-after:avoid;break-inside:avoid}"
	"tr,dt,dd,li,p{break-inside:avoid}p,li{orphans:3;widows:3}"
	".items li:has(+.dash),dt{break-after:avoid}"
	"thead{display:table-header-group}\n"
	/* a book: the contents in front, the answers at the end */
	".book nav{break-after:page}"
	".book section:last-of-type{break-before:page}\n"
	/* a sheet: what room is left is for notes */
	".sheet{font-size:9pt;line-height:1.28;height:272mm;display:flex;"
	"flex-direction:column}.sheet main,.sheet section:last-of-type{"
	"flex:1;display:flex;flex-direction:column}"
	".sheet header{margin-bottom:1.5mm}.sheet h1{font-size:12.5pt}"
	".sheet h2{font-size:11pt;margin:3mm 0 1mm}"
	".sheet p{margin:1mm 0}.sheet table{margin:1mm 0;font-size:9pt}"
	".sheet th,.sheet td{padding:.5mm 3mm .5mm 0}"
	".sheet dl{gap:.9mm 3mm;margin:1mm 0}"
	".sheet .ticks{margin:1mm 0;gap:1.2mm 3mm;"
	"grid-template-columns:repeat(auto-fill,minmax(42mm,1fr))}"
	".sheet .ticks li{grid-template-columns:6mm 7mm 1fr}"
	".sheet .box{width:4mm;height:4mm}"
	".sheet .rules{flex:1 0 8mm;height:8mm;overflow:hidden}"
	".sheet .rules span{display:block;height:8mm}"
	".sheet .blank{margin:5mm 0 0}}\n";

void
html_style(struct str *s)
{
	str_add(s, screen);
	str_add(s, paper);
}
