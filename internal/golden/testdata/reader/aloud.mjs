// Reads PDFs as pdf.js shows them to screen readers: for each file, page by page, its
// structure with the text of its marked content. Usage: node aloud.mjs PDFJS FILE...
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [library, ...files] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(library + "/legacy/build/pdf.mjs"));

// texts are a page's marked contents, by the id that the structure names them with, and
// what stands in none.
async function texts(page) {
  const inside = {}, open = [], outside = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if (item.type === "endMarkedContent") open.pop();
    else if (item.type) open.push({ id: item.id, tag: item.tag });
    else {
      const at = open.findLast((o) => o.id);
      const text = item.str + (item.hasEOL ? "\n" : "");
      if (at) inside[at.id] = (inside[at.id] ?? "") + text;
      else if (!open.some((o) => o.tag === "Artifact")) outside.push(text);
    }
  }
  return { inside, outside: outside.join("") };
}

// told is an element with its texts; each text is taken once.
function told(node, inside) {
  if (node.type) {
    const text = inside[node.id] ?? "";
    delete inside[node.id];
    return { text };
  }
  return { role: node.role, alt: node.alt, kids: node.children.map((c) => told(c, inside)) };
}

const out = [];
for (const name of files) {
  const task = getDocument({ data: new Uint8Array(await readFile(name)), verbosity: 0 });
  const doc = await task.promise, pages = [];
  for (let n = 1; n <= doc.numPages; n++) {
    const page = await doc.getPage(n);
    const { inside, outside } = await texts(page);
    const tree = await page.getStructTree();
    pages.push({ tree: tree && told(tree, inside), unread: Object.values(inside).join("") + outside });
  }
  out.push({ name, marked: await doc.getMarkInfo(), pages });
  await task.destroy();
}
process.stdout.write(JSON.stringify(out));
