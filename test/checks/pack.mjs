// The package as npm would publish it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Packs the package into a new folder, gives `use` the tarball and the folder, and removes the folder. */
export async function withTarball(use) {
  const folder = mkdtempSync(join(tmpdir(), "tierwise-pack-"));
  try {
    const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
    const [{ filename }] = JSON.parse(
      execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
    return await use(join(folder, filename), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives `use` the folder of the unpacked package. */
export function withUnpacked(use) {
  return withTarball((tarball, folder) => {
    execFileSync("tar", ["-xzf", tarball, "-C", folder]);
    return use(join(folder, "package"));
  });
}
