//! Goals by number, code, name or target: `9`, `SDG 9`, `Goal 9: Industry …`, `ODS 9`, `9.c`. May use regex.

use std::collections::HashMap;

use anyhow::{Context, Result};
use regex::Regex;
use wsis_core::Goal;

use super::split_cell::CellMatch;
use crate::data::model::Model;
use crate::import::match_key::{match_key, to_plain};

/// A word for goal, a number, and the rest.
const CODE: &str = r"^(?P<word>(?:un |the )?(?:sdgs?|goals?|sustainable development goals?|targets?|odd|ods|objectifs?(?: de developpement durable)?|objetivos?(?: de desarrollo sostenible)?|cibles?|metas?|цур|цел[ьи]|задач[аи]|g|目标|可持续发展目标|具体目标|الهدف|هدف)\s*(?:no\.?|n°|nº|#)?\s*[:.#–-]?\s*)?#?0?(?P<number>\d{1,2})(?P<rest>[^\d].*)?$";

/// Reads goals.
#[derive(Debug)]
pub(super) struct GoalMatcher {
    names: HashMap<String, Goal>,
    code: Regex,
}

impl GoalMatcher {
    pub(super) fn new(model: &Model) -> Result<Self> {
        let names = model.goal_names.iter().map(|((goal, _), name)| (match_key(&name.name), *goal)).collect();
        Ok(Self { names, code: Regex::new(CODE).context("the pattern of goals")? })
    }

    pub(super) fn match_text(&self, text: &str) -> CellMatch<Goal> {
        if text.is_empty() {
            return CellMatch::Nothing;
        }
        if let Some(goal) = self.names.get(&match_key(text)) {
            return CellMatch::Exact(*goal);
        }
        let unknown = |reason: &str| CellMatch::Unknown(reason.to_owned());
        let folded = to_plain(text);
        let Some(parts) = self.code.captures(folded.trim_matches(['(', ')', '[', ']', '.', ':', '*', ' ']))
        else {
            return unknown("unknown goal");
        };
        let number = parts.name("number").and_then(|number| number.as_str().parse::<u8>().ok());
        let Some(goal) = number.and_then(|number| Goal::try_from(number).ok()) else {
            return unknown("unknown goal: they are numbered 1 to 17");
        };
        let rest = parts.name("rest").map_or("", |rest| rest.as_str());
        self.with_rest(goal, parts.name("word").is_some(), rest)
    }

    /// The rest after the number: nothing, a target, the goal's name, or other words on it.
    fn with_rest(&self, goal: Goal, word: bool, rest: &str) -> CellMatch<Goal> {
        let words = match_key(rest);
        if words.is_empty() {
            return CellMatch::Exact(goal);
        }
        if rest.starts_with('.') && !rest.contains(' ') {
            return target(goal, word, &words);
        }
        match self.names.get(&words) {
            Some(named) if *named == goal => CellMatch::Exact(goal),
            Some(_) => CellMatch::Unknown("number and name are of different goals".to_owned()),
            None if word && !words.contains(char::is_numeric) => CellMatch::WithMoreWords(goal),
            None => CellMatch::Unknown("unknown goal".to_owned()),
        }
    }
}

/// `9.c` and `SDG 9.1` are targets; `9.1` alone may be what a spreadsheet made of `9,1`.
fn target(goal: Goal, word: bool, part: &str) -> CellMatch<Goal> {
    let letter = part.len() == 1 && part.bytes().all(|byte| matches!(byte, b'a'..=b'h'));
    let number = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if letter || (word && number) {
        CellMatch::Exact(goal)
    } else if number {
        CellMatch::Unknown("a target, or two goals that a spreadsheet took for a number".to_owned())
    } else {
        CellMatch::Unknown("unknown goal".to_owned())
    }
}
