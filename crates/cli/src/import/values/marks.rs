//! Crosses and ticks in a column that belongs to one value. Depends on nothing.

/// Signs of a yes. A cross may be one or the contrary, if it is one of `✗`, `✘` and `❌`: these are not read.
const YES: [&str; 17] =
    ["yes", "x", "х", "xx", "xxx", "1", "+", "*", "•", "●", "■", "×", "✓", "✔", "✅", "☑", "☒"];
/// Signs of a no.
const NO: [&str; 10] = ["", "no", "0", "-", "–", "—", "○", "□", "☐", "."];

/// True if a sign is a yes; none if it is neither.
pub(super) fn is_marked(sign: &str) -> Option<bool> {
    // Ticks may come with the sign that makes them colourful.
    let sign = sign.trim().trim_end_matches('\u{fe0f}').to_lowercase();
    if YES.contains(&sign.as_str()) {
        Some(true)
    } else if NO.contains(&sign.as_str()) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_yes_no_or_neither() {
        for (sign, meant) in [
            ("X", Some(true)),
            ("Х", Some(true)),
            ("1", Some(true)),
            (" ✔\u{fe0f} ", Some(true)),
            ("YES", Some(true)),
            ("", Some(false)),
            ("0", Some(false)),
            ("No", Some(false)),
            ("❌", None),
            ("perhaps", None),
        ] {
            assert_eq!(is_marked(sign), meant, "{sign}");
        }
    }
}
