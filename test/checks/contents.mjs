// What is in the packed package: the build, its papers and the docs, to which all their links lead, and no path of the machine that built it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { check, finish, same } from "./check.mjs";
import { withUnpacked } from "./pack.mjs";

await withUnpacked(async (folder) => {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = entries.filter((entry) => statSync(join(folder, entry)).isFile());

  await check("only dist, docs and the papers", () => {
    const papers = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
    same(
      files.filter((file) => !/^(dist|docs)\//.test(file) && !papers.includes(file)),
      [],
      "other files",
    );
    same(files.filter((file) => ["LICENSE", "README.md"].includes(file)).length, 2, "licence and readme");
  });
  await check("no pages of the API", () => {
    same(entries.includes("docs/api"), false, "docs/api");
  });
  await check("links and pictures of the docs are there", () => {
    const links = files
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) => linksOf(readFileSync(join(folder, file), "utf8")).map((to) => ({ file, to })));
    const lost = links.filter(({ file, to }) => !entries.includes(join(dirname(file), to)));
    same(lost, [], "links that lead nowhere");
  });
  await check("no path of this machine", () => {
    const here = process.cwd();
    same(
      files.filter((file) => readFileSync(join(folder, file), "utf8").includes(here)),
      [],
      "files that name it",
    );
  });
});

finish();

/** The files that a page links to or shows. */
function linksOf(text) {
  const prose = text.replace(/^ *(`{3,})[\s\S]*?^ *\1/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to]) => to).filter((to) => !/^\w+:/.test(to));
}
