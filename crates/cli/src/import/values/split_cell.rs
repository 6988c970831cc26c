//! Divides a cell into items. Names hold commas and "and" themselves ("Peace, justice and strong institutions"), so
//! at such places the longest piece that is a name counts as one. May use regex.

use anyhow::{Context, Result};
use regex::Regex;

use super::cell_values::CellValues;

/// Marks that always divide.
const SEPARATORS: [char; 8] = [';', '\n', '\r', '\t', '|', '；', '؛', '•'];
/// Marks and words that divide where they are not part of a name.
const POSSIBLE_SEPARATORS: &str = r"(?i)\s*[,&/+、،，]\s*|\s+(?:and|et|y|и|و|和|und)\s+";
/// A name has no more parts than this.
const MAX_PARTS: usize = 6;

/// The meaning of a piece of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellMatch<T> {
    /// This, and nothing else.
    Exact(T),
    /// This by its code, followed by words that say it otherwise; they may go on in the next piece.
    WithMoreWords(T),
    /// This, but a part of the piece says more than could be read.
    Partly(T, String),
    /// It says nothing, and that is known.
    Nothing,
    /// None of all that.
    Unknown(String),
}

impl<T> CellMatch<T> {
    /// A name that was looked up.
    pub(super) fn named(text: &str, value: Option<T>, unknown: &str) -> Self {
        match value {
            Some(value) => Self::Exact(value),
            None if text.is_empty() => Self::Nothing,
            None => Self::Unknown(unknown.to_owned()),
        }
    }
}

/// Divides cells.
#[derive(Debug)]
pub(super) struct CellSplitter(Regex);

impl CellSplitter {
    pub(super) fn new() -> Result<Self> {
        Ok(Self(Regex::new(POSSIBLE_SEPARATORS).context("the pattern of dividers")?))
    }

    /// Gathers what the pieces of a cell are.
    pub(super) fn match_parts<T: PartialEq>(
        &self,
        cell: &str,
        match_text: impl Fn(&str) -> CellMatch<T>,
    ) -> CellValues<T> {
        let mut found = CellValues::default();
        for piece in cell.split(SEPARATORS).map(str::trim).filter(|piece| !piece.is_empty()) {
            // "9 17" is a list; "C7 e-health" is not.
            if piece.chars().all(|letter| letter.is_ascii_digit() || letter.is_whitespace()) {
                for number in piece.split_whitespace() {
                    add(&mut found, number, match_text(number));
                }
            } else {
                self.match_piece(piece, &match_text, &mut found);
            }
        }
        found
    }

    fn match_piece<T: PartialEq>(
        &self,
        piece: &str,
        match_text: &impl Fn(&str) -> CellMatch<T>,
        found: &mut CellValues<T>,
    ) {
        let mut rest = self.parts(piece);
        let mut words = false;
        let mut unknown: Option<UnreadParts<'_>> = None;
        while let Some((first, _)) = rest.first().copied() {
            let (taken, matched) = longest(piece, &rest, match_text);
            let part = rest.get(taken - 1).and_then(|(_, end)| piece.get(first..*end)).unwrap_or_default();
            let reason = match matched {
                CellMatch::Unknown(_) if words && !part.chars().any(char::is_numeric) => None,
                CellMatch::Unknown(reason) => Some(reason),
                known => {
                    words = matches!(known, CellMatch::WithMoreWords(_));
                    add(found, part, known);
                    None
                }
            };
            unknown = UnreadParts::next(unknown, piece, first, part, reason, found);
            rest.drain(..taken);
        }
        UnreadParts::next(unknown, piece, 0, "", None, found);
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
    match_text: &impl Fn(&str) -> CellMatch<T>,
) -> (usize, CellMatch<T>) {
    let begin = parts.first().map_or(0, |(begin, _)| *begin);
    let upto = |count: usize| {
        let end = parts.get(count - 1).map_or(begin, |(_, end)| *end);
        match_text(piece.get(begin..end).unwrap_or_default())
    };
    for count in (2..=parts.len().min(MAX_PARTS)).rev() {
        if let matched @ (CellMatch::Exact(_) | CellMatch::Nothing) = upto(count) {
            return (count, matched);
        }
    }
    (1, upto(1))
}

fn add<T: PartialEq>(found: &mut CellValues<T>, part: &str, matched: CellMatch<T>) {
    match matched {
        CellMatch::Exact(value) | CellMatch::WithMoreWords(value) => found.add(value),
        CellMatch::Partly(value, reason) => {
            found.add(value);
            found.refuse(part, reason);
        }
        CellMatch::Nothing => {}
        CellMatch::Unknown(reason) => found.refuse(part, reason),
    }
}

/// Parts side by side that could not be read, told as one.
#[derive(Debug)]
struct UnreadParts<'p> {
    text: &'p str,
    begin: usize,
    reason: String,
}

impl<'p> UnreadParts<'p> {
    /// Goes on with the next part: it joins the unread before it, or ends it and that is told.
    fn next<T: PartialEq>(
        before: Option<Self>,
        piece: &'p str,
        begin: usize,
        part: &'p str,
        reason: Option<String>,
        found: &mut CellValues<T>,
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
