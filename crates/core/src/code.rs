//! Checked identifiers of entries, countries and vocabulary values.

use std::fmt;
use std::str::FromStr;

use crate::string_form::string_form;

/// Error for a text that is not a valid identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\u{201c}{text}\u{201d} is not {what}")]
pub struct IllFormed {
    /// The invalid text.
    pub text: String,
    /// Description of the expected form.
    pub what: &'static str,
}

/// Defines an identifier type: a string that is validated when it is parsed.
macro_rules! identifier {
    ($(#[$docs:meta])* $type:ident, $what:literal, $pattern:literal, $check:expr) => {
        $(#[$docs])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $type(String);

        impl $type {
            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $type {
            type Err = IllFormed;

            fn from_str(text: &str) -> Result<Self, IllFormed> {
                let check: fn(&str) -> bool = $check;
                if check(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(IllFormed { text: text.to_owned(), what: $what })
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        string_form!($type, $pattern);
    };
}

identifier!(
    /// The id of an entry (a project or an initiative); never reused.
    EntryId,
    "an entry id: 1 to 64 of a-z, 0-9 and -, the first not a -",
    "^[a-z0-9][a-z0-9-]{0,63}$",
    |text| {
        (1..=64).contains(&text.len())
            && !text.starts_with('-')
            && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    }
);

identifier!(
    /// A country as its ISO 3166-1 alpha-3 code.
    CountryCode,
    "an ISO 3166-1 alpha-3 code such as BFA",
    "^[A-Z]{3}$",
    |text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
);

identifier!(
    /// The id of a vocabulary value: a region, stakeholder type, target group, entry kind and the like.
    VocabularyId,
    "a vocabulary id: 1 to 32 letters, digits and -",
    "^[A-Za-z0-9-]{1,32}$",
    |text| {
        (1..=32).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entry_ids_have_one_form() {
        for good in ["a", "wp2015-001", "0-", &"x".repeat(64)] {
            assert!(good.parse::<EntryId>().is_ok(), "{good}");
        }
        for bad in ["", "-a", "A", "a_b", "a b", "../a", "é", &"x".repeat(65)] {
            assert!(bad.parse::<EntryId>().is_err(), "{bad}");
        }
    }
}
