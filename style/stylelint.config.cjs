// stylelint for all style sheets; `make web` runs it.
const owner = require("./owner.cjs");

/** Functions that write a colour; sheets use the tokens, and may mix them. */
const COLOURS = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "light-dark"];
/** Properties of the left or the right: mirrored pages need the inline axis. */
const SIDES = /^(margin|padding|scroll-margin|scroll-padding|border)-(left|right)|^(left|right)$|^border-(top|bottom)-(left|right)-radius$/;

module.exports = {
  extends: "stylelint-config-standard",
  plugins: [owner],
  reportNeedlessDisables: true,
  reportDescriptionlessDisables: true,
  rules: {
    "color-named": "never",
    "color-no-hex": true,
    "function-disallowed-list": COLOURS,
    "property-disallowed-list": [SIDES],
    "declaration-property-value-disallowed-list": {
      "/^(text-align|float|clear|caption-side)$/": ["left", "right"],
    },
    "declaration-block-single-line-max-declarations": 2,
    "property-no-vendor-prefix": [true, { ignoreProperties: ["text-size-adjust", "print-color-adjust"] }],
    // Spelling of values and empty lines are left to the writer.
    "color-hex-length": null,
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "declaration-empty-line-before": null,
    "hue-degree-notation": null,
    "media-feature-range-notation": null,
    "value-keyword-case": ["lower", { ignoreProperties: ["--font", "size"] }],
    // Rules are ordered by what they show, and layers decide between rooms.
    "no-descending-specificity": null,
    "wsis/one-owner": true,
  },
  overrides: [
    { files: ["tokens.css"], rules: { "color-no-hex": null, "function-disallowed-list": null } },
    // Pages of their own.
    { files: ["share.css"], rules: { "wsis/one-owner": null } },
  ],
};
