// Which way imports may run: dependency-cruiser's configuration. Each room imports only from the rooms before it.
const rooms = [
  "kernel",
  "program",
  "weights",
  "scoring",
  "classification",
  "adjustment",
  "incentives",
  "policy",
  "batch",
  "simulation",
  "analysis",
];
// The same of the folders of batch. What stands beside them is the public functions, of which only context uses one.
const batchFolders = [
  "forms", // the numbers and labels of a block of rows, and the loops over them
  "columns", // the columns that come in and go out, and their cells
  "sources", // how a program's inputs are filled from them
  "steps", // the steps of a program in whole numbers of 53 bits
  "balls", // the same steps in floating point with error bounds
  "lists", // lists of ratings and months, summarised
  "credits", // deals, summed up by the tables that pay them
  "plan", // a program compiled for columns, and what is written of it
  "pay", // the parts of a program that pay
  "policy-program", // a policy's program and its inputs
  "input", // what a caller gives, and its checks
  "outcome", // what comes out
  "run", // opens the columns, runs the plan, and leaves other rows to the one-person functions
  "groups", // what people share
  "context", // what people are compared with
];
const doors = ["audit", "workers", "sheets", "sql", "charts"];

const folders = (names) => `^src/(${names.join("|")})/`;
const inBatch = (names) => `^src/batch/(${names.join("|")})/`;
const forbid = (name, from, to) => ({ name, severity: "error", from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    ...rooms.map((room, place) =>
      // A room may import itself and what stands before it, nothing else in src.
      ({
        name: `${room}-imports-only-what-is-before-it`,
        severity: "error",
        from: { path: folders([room]) },
        to: { path: "^src/", pathNot: folders(rooms.slice(0, place + 1)) },
      }),
    ),
    ...batchFolders.map((folder, place) => ({
      name: `batch-${folder}-imports-only-what-is-before-it`,
      severity: "error",
      from: { path: inBatch([folder]) },
      to: {
        path: "^src/batch/",
        pathNot: `${inBatch(batchFolders.slice(0, place + 1))}${folder === "context" ? "|^src/batch/batch\\.ts$" : ""}`,
      },
    })),
    {
      name: "every-file-of-batch-has-a-folder",
      severity: "error",
      from: {},
      to: {
        path: "^src/batch/",
        pathNot: `${inBatch(batchFolders)}|^src/batch/(index|batch|batch-columns|batch-rows|chunks)\\.ts$`,
      },
    },
    ...doors.map((door) => ({
      name: `${door}-imports-rooms-and-no-other-door`,
      severity: "error",
      from: { path: folders([door]) },
      to: { path: "^src/", pathNot: folders([...rooms, door]) },
    })),
    {
      name: "presets-know-policies",
      severity: "error",
      from: { path: folders(["presets"]) },
      to: { path: "^src/", pathNot: folders(["kernel", "policy", "presets"]) },
    },
    {
      name: "locales-know-rooms",
      severity: "error",
      from: { path: folders(["locales"]) },
      to: { path: "^src/", pathNot: folders([...rooms, "locales"]) },
    },
    {
      name: "every-file-has-a-room",
      severity: "error",
      from: {},
      to: {
        path: "^src/",
        pathNot: `${folders([...rooms, ...doors, "presets", "locales"])}|^src/(index|registry|global)\\.ts$`,
      },
    },
    forbid("only-zod-and-decimal", "^src/(?!audit/)", "node_modules/(?!zod/|decimal\\.js/)"),
    forbid(
      "audit-bundles-what-it-hashes-with",
      "^src/audit/",
      "node_modules/(?!zod/|canonicalize/|@noble/hashes/)",
    ),
    {
      name: "no-node-modules-of-node",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["core"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
