// Core rules only; the packages are installed by ./dev, outside the tree.
const path = require("path");
const {createRequire} = require("module");

const tools = createRequire(path.join(__dirname, ".odoo/js/package.json"));
const js = tools("@eslint/js");
const globals = tools("globals");

module.exports = [
    {ignores: [".odoo/**", "**/static/lib/**"]},
    js.configs.recommended,
    {
        files: ["**/*.js"],
        languageOptions: {
            ecmaVersion: 2024,
            sourceType: "module",
            globals: {...globals.browser, odoo: "readonly", luxon: "readonly"},
        },
        linterOptions: {reportUnusedDisableDirectives: "error"},
        rules: {
            complexity: ["error", 15],
            curly: ["error", "all"],
            eqeqeq: ["error", "always", {null: "ignore"}],
            "max-lines": ["error", {max: 300}],
            "no-alert": "error",
            "no-console": "error",
            "no-shadow": ["error", {builtinGlobals: false}],
            "no-unused-vars": ["error", {argsIgnorePattern: "^_"}],
            "no-var": "error",
            "prefer-const": "error",
            radix: "error",
        },
    },
    {
        files: ["**/*.cjs"],
        languageOptions: {sourceType: "commonjs", globals: {...globals.node}},
    },
];
