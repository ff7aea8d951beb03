/** The layers of the project, as sentences a machine checks. */
const stages = "raster|clean|table|lines|ocr|transcript|form|repair|assemble|normalize|emit";

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "A cycle means two files are one idea, or one of them knows too much.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "model-stands-alone",
      comment: "The types of the path import nothing but each other and zod.",
      severity: "error",
      from: { path: "^src/model/" },
      to: { pathNot: ["^src/model/", "zod"] },
    },
    {
      name: "stages-do-not-know-each-other",
      comment: "Stages share the model and the image helpers; pipelines put them in order.",
      severity: "error",
      from: { path: `^src/(${stages})/` },
      to: { path: `^src/(${stages})/`, pathNot: ["^src/$1/", "^src/normalize/", "^src/image/"] },
    },
    {
      name: "stages-do-not-know-the-rim",
      comment: "Command line, evaluation and run are above the stages.",
      severity: "error",
      from: { path: `^src/(${stages})/` },
      to: { path: "^(src/(cli|run|evaluate|overlay)|pipelines|test)/" },
    },
    {
      name: "pure-middle",
      comment:
        "Geometry, repair, assembly and normalizing take values and return values: no files, no engines.",
      severity: "error",
      from: { path: "^src/(image|clean|table|lines|transcript|form|assemble|normalize|model)/" },
      to: {
        path: [
          "^(node:)?(fs|child_process|worker_threads|path)",
          "sharp",
          "pdfjs-dist",
          "tesseract",
          "napi-rs",
        ],
      },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      comment: "Tests look at the code, not the other way round.",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".js", ".mjs", ".json"] },
  },
};
