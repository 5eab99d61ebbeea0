import { createHash } from 'node:crypto';

/** The look of the sandbox's own pages: violet, so that nobody takes them for the hub or for the carrier. */
export const style = `
:root{color-scheme:light dark;--ground:#f4f3f8;--surface:#fff;--line:#d8d4e4;--ink:#1d1a29;--soft:#5a5568;
--accent:#5b3fb0;--press:#472f91;--on:#fff;--tint:#ece8f8;--bad:#a6271c;--bad-tint:#fce8e6;--good:#17683c}
@media (prefers-color-scheme:dark){:root{--ground:#131119;--surface:#1c1925;--line:#383346;--ink:#ece9f5;
--soft:#b1abc2;--accent:#b6a3f5;--press:#cdbfff;--on:#1a1330;--tint:#2a2440;--bad:#ff9d92;--bad-tint:#431a16;
--good:#6fd39a}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--ink);
font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
font-variant-numeric:tabular-nums}
.bar{display:flex;align-items:center;gap:8px;padding:8px 16px;background:var(--tint);
border-bottom:1px solid var(--line);font-size:14px}
.bar div{display:flex;flex-wrap:wrap;gap:0 8px;min-width:0}
.bar strong{color:var(--accent);font-weight:650}
.bar span{color:var(--soft)}
.bar a{margin-left:auto;padding:4px 8px;flex:none}
main{max-width:432px;margin:0 auto;padding:16px}
.wide{max-width:800px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:20px}
h1{font-size:20px;line-height:1.25;margin:0 0 8px}
h2{font-size:16px;margin:24px 0 8px}
p{margin:0 0 12px}
.soft,.step{color:var(--soft);font-size:14px}
.step{margin:0 0 4px}
label.field{display:block;font-weight:600;font-size:14px;margin:12px 0 4px}
input[type=text],input[type=password]{width:100%;min-height:40px;padding:8px 12px;font:inherit;color:inherit;
background:var(--surface);border:1px solid var(--soft);border-radius:6px}
input + .soft{margin:4px 0 12px}
input[readonly]{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:14px}
.agree{margin:16px 0;padding:12px;background:var(--tint);border-radius:6px;font-size:14px}
.agree p{margin:0 0 8px}
.agree label{display:flex;gap:8px;align-items:flex-start;font-weight:600}
.agree input{flex:none;width:20px;height:20px;margin:0;accent-color:var(--accent)}
.buttons{display:flex;gap:8px;margin-top:16px}
button{min-height:40px;padding:8px 20px;font:inherit;font-weight:600;border-radius:6px;cursor:pointer;
border:1px solid var(--accent);background:var(--accent);color:var(--on)}
button:hover{background:var(--press);border-color:var(--press)}
button.plain{background:transparent;color:var(--ink);border-color:var(--soft);font-weight:500}
button.plain:hover{background:var(--tint)}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.fault{margin:12px 0;padding:8px 12px;background:var(--bad-tint);color:var(--bad);border-radius:6px;
border-left:4px solid var(--bad);font-size:14px}
.who{display:flex;justify-content:space-between;gap:8px;align-items:baseline;margin:12px 0 0;font-size:14px}
.who b{overflow-wrap:anywhere}
.done{color:var(--good)}
footer{margin:12px 4px 0;color:var(--soft);font-size:13px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0;font-size:14px}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.92em}
table{border-collapse:collapse;width:100%;font-size:14px}
td{padding:6px 12px 6px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
td:first-child{color:var(--soft);width:64px}
th{padding:6px 12px 6px 0;border-bottom:1px solid var(--soft);text-align:left;font-weight:600;color:var(--soft)}
.filter{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin:0 0 16px;font-size:14px}
.filter button{padding:4px 16px}
select{min-height:40px;padding:4px 8px;font:inherit;color:inherit;background:var(--surface);
border:1px solid var(--soft);border-radius:6px}
.list td:first-child{width:152px;white-space:nowrap}
.list td:last-child,.list th:last-child{text-align:right;padding-right:0;white-space:nowrap}
.list a{overflow-wrap:anywhere}
.mark{display:inline-block;padding:0 8px;border:1px solid currentColor;border-radius:4px;font-size:13px}
.mark.good,.published{color:var(--good)}.mark.bad{color:var(--bad)}.observed{color:var(--accent)}
.invented{color:var(--soft);border-style:dashed}
.plain{list-style:none;margin:0;padding:0;font-size:14px}.plain li{margin:0 0 8px}
pre{max-height:480px;overflow:auto;margin:8px 0;padding:12px;background:var(--ground);border:1px solid var(--line);
border-radius:6px;font:13px/1.45 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
summary{cursor:pointer;font-size:14px}
select:focus-visible,pre:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media (max-width:560px){.list thead{position:absolute;left:-9999px}.list tr{display:block;padding:8px 0;
border-bottom:1px solid var(--line)}.list td{display:inline;border:0;padding:0 8px 0 0}
.list td:nth-child(2){display:block;padding:4px 0}}
@media (max-width:400px){main{padding:8px}.card{padding:16px}.bar{padding:6px 12px}
dl{grid-template-columns:1fr}dd{margin-bottom:8px}}
`;

/** Allows this style and nothing else to style a page. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
