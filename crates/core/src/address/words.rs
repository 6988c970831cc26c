//! Values of parameters that are words of their own.

/// Value of `open` that expands C7, the only row to expand.
pub(super) const OPEN_C7: &str = "C7";

/// Value of `lens` by which an embedded page shows the whole matrix; no lens on the report has it as id.
pub const WHOLE_MATRIX: &str = "matrix";

/// Values of `controls` and `embed`.
pub(super) const BARE: &str = "none";
pub(super) const EMBEDDED: &str = "1";

/// Values of `present` and `kiosk`.
pub(super) const ON: &str = "1";
pub(super) const FOR_SPEAKER: &str = "speaker";

/// The values of `declared`.
pub(super) const YES: &str = "yes";
pub(super) const NO: &str = "no";

/// The line or goal of projects that state none.
pub(super) const UNSTATED: &str = "none";
