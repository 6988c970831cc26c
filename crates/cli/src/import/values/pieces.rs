//! Divides a cell into items. Names hold commas and "and" themselves ("Peace, justice and strong institutions"), so
//! at such places the longest piece that is a name counts as one. May use regex.

use anyhow::{Context, Result};
use regex::Regex;

use super::Found;

/// Marks that always divide.
const DIVIDES: [char; 8] = [';', '\n', '\r', '\t', '|', '；', '؛', '•'];
/// Marks and words that divide where they are not part of a name.
const MAY_DIVIDE: &str = r"(?i)\s*[,&/+、،，]\s*|\s+(?:and|et|y|и|و|和|und)\s+";
/// A name has no more parts than this.
const MOST_PARTS: usize = 6;

/// What a piece of a cell turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Recognised<T> {
    /// This, and nothing else.
    As(T),
    /// This by its code, followed by words that say it otherwise; they may go on in the next piece.
    WithWords(T),
    /// This, but a part of the piece says more than could be read.
    Partly(T, String),
    /// It says nothing, and that is known.
    Nothing,
    /// None of all that.
    Unknown(String),
}

impl<T> Recognised<T> {
    /// A name that was looked up.
    pub(super) fn named(text: &str, value: Option<T>, unknown: &str) -> Self {
        match value {
            Some(value) => Self::As(value),
            None if text.is_empty() => Self::Nothing,
            None => Self::Unknown(unknown.to_owned()),
        }
    }
}

/// Divides cells.
#[derive(Debug)]
pub(super) struct Divider(Regex);

impl Divider {
    pub(super) fn new() -> Result<Self> {
        Ok(Self(Regex::new(MAY_DIVIDE).context("the pattern of dividers")?))
    }

    /// Gathers what the pieces of a cell are.
    pub(super) fn gather<T: PartialEq>(
        &self,
        cell: &str,
        recognise: impl Fn(&str) -> Recognised<T>,
    ) -> Found<T> {
        let mut found = Found::default();
        for piece in cell.split(DIVIDES).map(str::trim).filter(|piece| !piece.is_empty()) {
            // "9 17" is a list; "C7 e-health" is not.
            if piece.chars().all(|letter| letter.is_ascii_digit() || letter.is_whitespace()) {
                for number in piece.split_whitespace() {
                    add(&mut found, number, recognise(number));
                }
            } else {
                self.gather_piece(piece, &recognise, &mut found);
            }
        }
        found
    }

    fn gather_piece<T: PartialEq>(
        &self,
        piece: &str,
        recognise: &impl Fn(&str) -> Recognised<T>,
        found: &mut Found<T>,
    ) {
        let mut rest = self.parts(piece);
        let mut words = false;
        let mut unknown: Option<Unread<'_>> = None;
        while let Some((first, _)) = rest.first().copied() {
            let (taken, recognised) = longest(piece, &rest, recognise);
            let part = rest.get(taken - 1).and_then(|(_, end)| piece.get(first..*end)).unwrap_or_default();
            let reason = match recognised {
                Recognised::Unknown(_) if words && !part.chars().any(char::is_numeric) => None,
                Recognised::Unknown(reason) => Some(reason),
                known => {
                    words = matches!(known, Recognised::WithWords(_));
                    add(found, part, known);
                    None
                }
            };
            unknown = Unread::next(unknown, piece, first, part, reason, found);
            rest.drain(..taken);
        }
        Unread::next(unknown, piece, 0, "", None, found);
    }

    /// Where the parts of a piece begin and end.
    fn parts(&self, piece: &str) -> Vec<(usize, usize)> {
        let mut parts = Vec::new();
        let mut begin = 0;
        for mark in self.0.find_iter(piece) {
            parts.push((begin, mark.start()));
            begin = mark.end();
        }
        parts.push((begin, piece.len()));
        parts.retain(|(begin, end)| begin < end);
        parts
    }
}

/// The most parts, from the first on, that are a name together; else the first part and what it is alone.
fn longest<T>(
    piece: &str,
    parts: &[(usize, usize)],
    recognise: &impl Fn(&str) -> Recognised<T>,
) -> (usize, Recognised<T>) {
    let begin = parts.first().map_or(0, |(begin, _)| *begin);
    let upto = |count: usize| {
        let end = parts.get(count - 1).map_or(begin, |(_, end)| *end);
        recognise(piece.get(begin..end).unwrap_or_default())
    };
    for count in (2..=parts.len().min(MOST_PARTS)).rev() {
        if let recognised @ (Recognised::As(_) | Recognised::Nothing) = upto(count) {
            return (count, recognised);
        }
    }
    (1, upto(1))
}

fn add<T: PartialEq>(found: &mut Found<T>, part: &str, recognised: Recognised<T>) {
    match recognised {
        Recognised::As(value) | Recognised::WithWords(value) => found.add(value),
        Recognised::Partly(value, reason) => {
            found.add(value);
            found.refuse(part, reason);
        }
        Recognised::Nothing => {}
        Recognised::Unknown(reason) => found.refuse(part, reason),
    }
}

/// Parts side by side that could not be read, told as one.
#[derive(Debug)]
struct Unread<'p> {
    text: &'p str,
    begin: usize,
    reason: String,
}

impl<'p> Unread<'p> {
    /// Goes on with the next part: it joins the unread before it, or ends it and that is told.
    fn next<T: PartialEq>(
        before: Option<Self>,
        piece: &'p str,
        begin: usize,
        part: &'p str,
        reason: Option<String>,
        found: &mut Found<T>,
    ) -> Option<Self> {
        match (before, reason) {
            (Some(before), Some(_)) => {
                let text = piece.get(before.begin..begin + part.len()).unwrap_or(part);
                Some(Self { text, ..before })
            }
            (None, Some(reason)) => Some(Self { text: part, begin, reason }),
            (Some(before), None) => {
                found.refuse(before.text, before.reason);
                None
            }
            (None, None) => None,
        }
    }
}
