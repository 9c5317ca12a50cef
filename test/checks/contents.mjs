// What is in the packed package: the build and its papers, and no path of the machine that built it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { check, finish, same } from "./check.mjs";
import { withUnpacked } from "./pack.mjs";

await withUnpacked(async (folder) => {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = entries.filter((entry) => statSync(join(folder, entry)).isFile());

  await check("only dist and the papers", () => {
    const papers = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
    same(
      files.filter((file) => !file.startsWith("dist/") && !papers.includes(file)),
      [],
      "other files",
    );
    same(files.filter((file) => ["LICENSE", "README.md"].includes(file)).length, 2, "licence and readme");
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
