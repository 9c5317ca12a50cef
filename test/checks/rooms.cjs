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
const doors = ["audit", "workers", "sheets", "sql", "charts"];

const folders = (names) => `^src/(${names.join("|")})/`;
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
