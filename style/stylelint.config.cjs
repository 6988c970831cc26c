// stylelint for all style sheets; `make web` runs it. Colours outside the tokens and classes with two owners are refused
// by `cargo xtask tidy`.
/** Properties of the left or the right: mirrored pages need the inline axis. */
const SIDES = /^(margin|padding|scroll-margin|scroll-padding|border)-(left|right)|^(left|right)$|^border-(top|bottom)-(left|right)-radius$/;

module.exports = {
  extends: "stylelint-config-standard",
  reportNeedlessDisables: true,
  reportDescriptionlessDisables: true,
  rules: {
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
  },
};
