import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Problem } from "./problem.js";

/** The text of a file. `option` is what named it, for messages. */
export function readText(path: string, option: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Problem(`${option}: ${path}: ${reasonOf(error)}`);
  }
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(
      `${option}: ${path}: the file is not in UTF-8; in a spreadsheet, save it as "CSV UTF-8"`,
    );
  }
}

/** A folder for the results, which must not hold the files that were read. */
export function outputFolder(folder: string, inputs: readonly string[], names: readonly string[]) {
  const clash = names.find((name) => inputs.some((input) => resolve(input) === resolve(folder, name)));
  if (clash !== undefined)
    throw new Problem(`--out: ${join(folder, clash)} is a file to read, and would be written over`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Problem(`--out: ${folder}: ${reasonOf(error)}`);
  }
  return {
    write(name: string, text: string): void {
      try {
        writeFileSync(join(folder, name), text);
      } catch (error) {
        throw new Problem(`--out: ${join(folder, name)}: ${reasonOf(error)}`);
      }
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "that is a folder, and a file is wanted",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "that is a file, and a folder is wanted",
  EACCES: "access is denied",
  EPERM: "access is denied",
  ENOSPC: "the disk is full",
};

function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
