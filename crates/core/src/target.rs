//! SDG target codes such as 9.1 (a numbered target) and 9.c (a means of implementation).

use std::fmt;
use std::str::FromStr;

use crate::goal::Goal;
use crate::string_form::string_form;

/// The code of a target. The order is that of the goals' lists: numbers first, then letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TargetCode {
    goal: Goal,
    part: TargetPart,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum TargetPart {
    Number(u8),
    Letter(char),
}

impl TargetCode {
    /// The goal the target belongs to.
    #[must_use]
    pub fn goal(self) -> Goal {
        self.goal
    }
}

/// Error for a text that is not a target code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\u{201c}{0}\u{201d} is not a target code such as 9.1 or 9.c")]
pub struct NotATarget(pub String);

impl FromStr for TargetCode {
    type Err = NotATarget;

    fn from_str(text: &str) -> Result<Self, NotATarget> {
        let wrong = || NotATarget(text.to_owned());
        let (goal, part) = text.split_once('.').ok_or_else(wrong)?;
        let goal = goal.parse().map_err(|_| wrong())?;
        let part = match part.parse::<u8>() {
            Ok(number) if number > 0 && number.to_string() == part => TargetPart::Number(number),
            Ok(_) => return Err(wrong()),
            Err(_) => {
                let mut letters = part.chars();
                match (letters.next(), letters.next()) {
                    (Some(letter @ 'a'..='z'), None) => TargetPart::Letter(letter),
                    _ => return Err(wrong()),
                }
            }
        };
        Ok(Self { goal, part })
    }
}

impl fmt::Display for TargetCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            TargetPart::Number(number) => write!(formatter, "{}.{number}", self.goal),
            TargetPart::Letter(letter) => write!(formatter, "{}.{letter}", self.goal),
        }
    }
}

string_form!(TargetCode, r"^([1-9]|1[0-7])\.([1-9][0-9]{0,2}|[a-z])$");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_before_letters_and_sort_as_numbers() {
        let mut codes: Vec<TargetCode> =
            ["9.c", "9.10", "9.2", "2.a", "9.a"].iter().map(|code| code.parse().unwrap()).collect();
        codes.sort();
        let sorted: Vec<String> = codes.iter().map(ToString::to_string).collect();
        assert_eq!(sorted, ["2.a", "9.2", "9.10", "9.a", "9.c"]);
    }

    #[test]
    fn ill_formed_codes_are_refused() {
        for bad in ["9", "9.", "9.0", "9.01", "9.ab", "9.C", "18.1", ".1", "9,1", "9.1 "] {
            assert!(bad.parse::<TargetCode>().is_err(), "{bad}");
        }
    }
}
