// ESLint for all plain JavaScript; `make web` runs it. Names that no file defines are found by tsc, which knows the types.
const js = require("@eslint/js");
const globals = require("globals");

module.exports = [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "script", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-empty": ["error", { allowEmptyCatch: true }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Texts become markup: use textContent." },
        { property: "outerHTML", message: "Texts become markup: use textContent." },
        { property: "insertAdjacentHTML", message: "Texts become markup: use append." },
      ],
      "no-shadow": "error",
      "no-unused-expressions": "error",
      "no-unused-vars": ["error", { caughtErrors: "none" }],
      "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    // The parts of the worker share one global scope.
    files: ["web/worker/*.js"],
    languageOptions: { globals: globals.serviceworker },
    rules: { "no-undef": "off", "no-unused-vars": ["error", { vars: "local", caughtErrors: "none" }] },
  },
  {
    files: ["tests/bench/*.js"],
    languageOptions: { sourceType: "module" },
  },
  {
    files: ["**/*.cjs"],
    languageOptions: { sourceType: "commonjs", globals: globals.node },
  },
];
