// The code blocks that readers copy: those of README.md, docs/**/*.md and the @example parts of docstrings.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every fenced block: where it is, its language, its text, and the line before its fence. */
export function blocks() {
  const guides = [
    "README.md",
    ...filesUnder("docs", ".md").filter((path) => !path.startsWith(join("docs", "api"))),
  ];
  const sources = filesUnder("src", ".ts");
  return [
    ...guides.flatMap((path) => fenced(path, readFileSync(path, "utf8"))),
    ...sources.flatMap((path) => docstringBlocks(path, readFileSync(path, "utf8"))),
  ];
}

function filesUnder(folder, ending) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => join(folder, path));
}

/** Docstrings with their stars blanked out, so that line numbers stay. */
function docstringBlocks(path, source) {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: docstring, index }) => {
    const linesBefore = source.slice(0, index).split("\n").length - 1;
    const text = docstring.replace(/^[ \t]*\* ?/gm, "");
    return fenced(path, text, linesBefore);
  });
}

function fenced(path, text, linesBefore = 0) {
  const found = [];
  const lines = text.split(/\r?\n/);
  for (let start = 0; start < lines.length; start += 1) {
    const open = /^( *)(`{3,})(\w+)?/.exec(lines[start]);
    if (open === null) continue;
    const [, margin, fence, language = ""] = open;
    let end = start + 1;
    while (end < lines.length && lines[end].trim() !== fence) end += 1;
    if (end === lines.length)
      throw new Error(`${path}:${linesBefore + start + 1}: a code block without an end`);
    const body = lines
      .slice(start + 1, end)
      .map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line));
    found.push({
      where: `${path}:${linesBefore + start + 1}`,
      line: linesBefore + start + 2,
      language,
      text: body.join("\n"),
      before:
        lines
          .slice(0, start)
          .findLast((line) => line.trim() !== "")
          ?.trim() ?? "",
    });
    start = end;
  }
  return found;
}
