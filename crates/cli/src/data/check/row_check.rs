//! Reads the fields of one row; whatever is wrong is told with the row's file and line.

use std::collections::BTreeMap;
use std::fmt::Display;

use wsis_core::contract::entry::Prize;
use wsis_core::contract::{NameStatus, Review};
use wsis_core::contrast::Colour;
use wsis_core::{CountryCode, EntryId, Goal, Language, Line, TargetCode, VocabularyId};

use super::known_ids::{IdSet, KnownIds};
use super::text_forms::{is_language_tag, is_web_address};
use crate::data::date::is_date;
use crate::data::model::{Name, VocabularyList};
use crate::data::problems::Problems;
use crate::data::sources::CsvRow;

/// Years that an entry can have.
pub(crate) const YEARS: std::ops::RangeInclusive<u16> = 1990..=2100;

/// The keys of a file seen so far, with the line of each.
pub(super) type SeenKeys<K> = BTreeMap<K, u64>;

/// A row that is being read.
pub(super) struct RowCheck<'r> {
    problems: &'r mut Problems,
    file: &'static str,
    line: u64,
}

impl<'r> RowCheck<'r> {
    /// The row of a line.
    pub(super) fn new<R: CsvRow>(problems: &'r mut Problems, line: u64) -> Self {
        Self { problems, file: R::FILE, line }
    }

    /// Tells a problem of this row.
    pub(super) fn problem(&mut self, text: impl Into<String>) {
        self.problems.line(self.file, self.line, text);
    }

    fn or_problem<T>(&mut self, value: Option<T>, text: impl FnOnce() -> String) -> Option<T> {
        if value.is_none() {
            self.problem(text());
        }
        value
    }

    /// Holds that a key stands in one row only.
    pub(super) fn unique<K: Ord>(
        &mut self,
        seen: &mut SeenKeys<K>,
        key: K,
        what: impl Display,
    ) -> Option<()> {
        let line = self.line;
        let first = *seen.entry(key).or_insert(line);
        self.or_problem((first == line).then_some(()), || format!("duplicate {what}, first in line {first}"))
    }

    /// A text that must be there.
    pub(super) fn required(&mut self, column: &str, text: &str) -> Option<String> {
        let text = optional(text);
        self.or_problem(text, || format!("{column} is missing"))
    }

    /// The items of a list, separated by semicolons, each standing once.
    pub(super) fn list<T: PartialEq>(
        &mut self,
        column: &str,
        text: &str,
        mut read: impl FnMut(&mut Self, &str) -> Option<T>,
    ) -> Vec<T> {
        let mut items = Vec::new();
        if text.trim().is_empty() {
            return items;
        }
        for item in text.split(';').map(str::trim) {
            if item.is_empty() {
                self.problem(format!("{column} has an empty item"));
            } else if let Some(value) = read(self, item) {
                if items.contains(&value) {
                    self.problem(format!("{column} names \"{item}\" twice"));
                } else {
                    items.push(value);
                }
            }
        }
        items
    }

    /// An id of the vocabulary's form.
    pub(super) fn id(&mut self, what: &str, text: &str) -> Option<VocabularyId> {
        self.or_problem(text.parse().ok(), || {
            format!("\"{text}\" is not a {what} id: 1 to 32 letters, digits and -")
        })
    }

    /// Yes or no.
    pub(super) fn yes_or_no(&mut self, column: &str, text: &str) -> Option<bool> {
        let truth = match text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        self.or_problem(truth, || format!("{column} \"{text}\" is neither yes nor no"))
    }

    /// An action line's id, in its one spelling.
    pub(super) fn action_line(&mut self, text: &str) -> Option<Line> {
        let line = text.parse().ok().filter(|line: &Line| line.id() == text);
        self.or_problem(line, || format!("unknown action line \"{text}\""))
    }

    /// A goal's number.
    pub(super) fn goal(&mut self, text: &str) -> Option<Goal> {
        self.or_problem(text.parse().ok(), || format!("unknown goal \"{text}\""))
    }

    /// One of the six languages.
    pub(super) fn language(&mut self, text: &str) -> Option<Language> {
        let language = text.parse().ok().filter(|language: &Language| language.code() == text);
        self.or_problem(language, || format!("unknown language \"{text}\""))
    }

    /// Any language, as a BCP 47 tag.
    pub(super) fn language_tag(&mut self, text: &str) -> Option<String> {
        let tag = is_language_tag(text).then(|| text.to_owned());
        self.or_problem(tag, || {
            format!("unknown language \"{text}\": not a tag such as en or pt-BR; und for unknown")
        })
    }

    /// A target's code in its form.
    pub(super) fn target_code(&mut self, text: &str) -> Option<TargetCode> {
        self.or_problem(text.parse().ok(), || format!("\"{text}\" is not a target code such as 9.1 or 9.c"))
    }

    /// A target that `targets.csv` has, of the given goal.
    pub(super) fn target_of(
        &mut self,
        goal: Option<Goal>,
        text: &str,
        known: &KnownIds,
    ) -> Option<TargetCode> {
        let code = self.target_code(text)?;
        self.or_problem(known.targets.has(text).then_some(()), || format!("unknown target \"{text}\""))?;
        let Some(goal) = goal else { return Some(code) };
        self.or_problem((code.goal() == goal).then_some(code), || {
            format!("target \"{text}\" belongs to goal {}, not {goal}", code.goal())
        })
    }

    /// The status of a name.
    pub(super) fn status(&mut self, text: &str) -> Option<NameStatus> {
        let status = match text {
            "official" => Some(NameStatus::Official),
            "recalled" => Some(NameStatus::Recalled),
            _ => None,
        };
        self.or_problem(status, || format!("unknown status \"{text}\": official or recalled"))
    }

    /// How far a text has been checked.
    pub(super) fn review(&mut self, text: &str) -> Option<Review> {
        let review = match text {
            "written" => Some(Review::Written),
            "machine" => Some(Review::Machine),
            "reviewed" => Some(Review::Reviewed),
            _ => None,
        };
        self.or_problem(review, || format!("unknown review \"{text}\": written, machine or reviewed"))
    }

    /// A name with its language and status. An official name says where it was found.
    pub(super) fn name(
        &mut self,
        language: &str,
        name: &str,
        status: &str,
        evidence: &str,
    ) -> Option<(Language, Name)> {
        let language = self.language(language);
        let name = self.required("name", name);
        let status = self.status(status);
        if status == Some(NameStatus::Official) {
            self.required("evidence", evidence);
        }
        Some((language?, Name { name: name?, status: status?, short: None }))
    }

    /// The id of a source.
    pub(super) fn source(&mut self, text: &str, known: &KnownIds) -> Option<String> {
        self.known(&known.sources, "source", text)
    }

    /// The id of an entry, in its form.
    pub(super) fn entry_id(&mut self, text: &str) -> Option<EntryId> {
        self.or_problem(text.parse().ok(), || {
            format!("ill-formed id \"{text}\": 1 to 64 of a-z, 0-9 and -, the first not a -")
        })
    }

    /// The id of an initiative.
    pub(super) fn initiative(&mut self, text: &str, known: &KnownIds) -> Option<EntryId> {
        let id = text.parse().ok().filter(|_| known.initiatives.has(text));
        self.or_problem(id, || format!("unknown initiative \"{text}\""))
    }

    /// The id of a lens.
    pub(super) fn lens(&mut self, text: &str, known: &KnownIds) {
        self.known(&known.lenses, "lens", text);
    }

    /// The id of a collection.
    pub(super) fn collection(&mut self, text: &str, known: &KnownIds) -> Option<VocabularyId> {
        let id = text.parse().ok().filter(|_| known.collections.has(text));
        self.or_problem(id, || format!("unknown collection \"{text}\""))
    }

    fn known(&mut self, ids: &IdSet, what: &str, text: &str) -> Option<String> {
        self.or_problem(ids.has(text).then(|| text.to_owned()), || format!("unknown {what} \"{text}\""))
    }

    /// A country's code in its form.
    pub(super) fn country_code(&mut self, text: &str) -> Option<CountryCode> {
        self.or_problem(text.parse().ok(), || {
            format!("\"{text}\" is not an ISO 3166-1 alpha-3 code such as BFA")
        })
    }

    /// A country of `countries.csv`.
    pub(super) fn country(&mut self, text: &str, known: &KnownIds) -> Option<CountryCode> {
        let code = text.parse().ok().filter(|_| known.countries.has(text));
        self.or_problem(code, || format!("unknown country \"{text}\""))
    }

    /// A value of a list of the vocabulary.
    pub(super) fn value(
        &mut self,
        list: VocabularyList,
        text: &str,
        known: &KnownIds,
    ) -> Option<VocabularyId> {
        let id = text.parse().ok().filter(|_| known.in_list(list, text));
        self.or_problem(id, || format!("unknown {} \"{text}\"", list.value_name()))
    }

    /// A prize status; empty means none.
    pub(super) fn prize(&mut self, text: &str) -> Option<Prize> {
        if text.is_empty() {
            return Some(Prize::None);
        }
        let prize = Prize::ALL.into_iter().find(|prize| prize.id() == text);
        self.or_problem(prize, || format!("unknown {} \"{text}\"", VocabularyList::Prize.value_name()))
    }

    /// A year.
    pub(super) fn year(&mut self, text: &str) -> Option<u16> {
        let year = text.parse().ok().filter(|year: &u16| YEARS.contains(year) && text.len() == 4);
        self.or_problem(year, || {
            format!("\"{text}\" is not a year from {} to {}", YEARS.start(), YEARS.end())
        })
    }

    /// A year, a month or a day.
    pub(super) fn date(&mut self, text: &str) -> Option<String> {
        let date = is_date(text).then(|| text.to_owned());
        self.or_problem(date, || format!("\"{text}\" is not a date such as 2015, 2015-03 or 2015-03-24"))
    }

    /// A colour.
    pub(super) fn colour(&mut self, text: &str) -> Option<Colour> {
        self.or_problem(text.parse().ok(), || format!("\"{text}\" is not a colour such as {}", Colour::WHITE))
    }

    /// An address on the web; empty means none.
    pub(super) fn address(&mut self, column: &str, text: &str) -> Option<String> {
        let text = optional(text)?;
        if is_web_address(&text) {
            return Some(text);
        }
        self.problem(format!("{column} \"{text}\" is not an http or https address"));
        None
    }

    /// A value that may be left out.
    pub(super) fn if_present<T>(
        &mut self,
        text: &str,
        read: impl FnOnce(&mut Self, &str) -> Option<T>,
    ) -> Option<T> {
        if text.is_empty() { None } else { read(self, text) }
    }
}

/// A text, or none where the field is empty.
pub(super) fn optional(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}
