//! The seventeen Sustainable Development Goals as a checked type.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A Sustainable Development Goal, 1 to 17.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Goal(u8);

impl Goal {
    /// Number of goals.
    pub const COUNT: usize = 17;

    /// The first goal.
    pub const FIRST: Self = Self(1);

    /// The last goal.
    pub const LAST: Self = Self(17);

    /// All seventeen in order.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + Clone {
        (1..=17).map(Self)
    }

    /// The goal's number, 1 to 17.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }

    /// Position in the order of the matrix, 0 to 16. It is the column in `counts.json` and the bit in
    /// `index.json`.
    #[must_use]
    pub fn position(self) -> usize {
        usize::from(self.0) - 1
    }
}

/// Error for a number or text that is not a goal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown goal \u{201c}{0}\u{201d}: goals are numbered 1 to 17")]
pub struct UnknownGoal(pub String);

impl TryFrom<u8> for Goal {
    type Error = UnknownGoal;

    fn try_from(number: u8) -> Result<Self, UnknownGoal> {
        if (1..=17).contains(&number) { Ok(Self(number)) } else { Err(UnknownGoal(number.to_string())) }
    }
}

impl From<Goal> for u8 {
    fn from(goal: Goal) -> Self {
        goal.0
    }
}

impl FromStr for Goal {
    type Err = UnknownGoal;

    /// Parses plain digits: `9`, not `09`, `+9` or `9.0`, so every goal has one spelling.
    fn from_str(text: &str) -> Result<Self, UnknownGoal> {
        let unknown = || UnknownGoal(text.to_owned());
        let number: u8 = text.parse().map_err(|_| unknown())?;
        let goal = Self::try_from(number)?;
        if goal.to_string() == text { Ok(goal) } else { Err(unknown()) }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Goal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Goal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": 17 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_spelling_is_read() {
        assert_eq!("9".parse::<Goal>().map(Goal::number), Ok(9));
        for bad in ["0", "18", "09", "+9", "9.0", "", "nine"] {
            assert_eq!(bad.parse::<Goal>(), Err(UnknownGoal(bad.to_owned())), "{bad}");
        }
    }
}
