//! The content of a cell's share page: targets and rationale.

use wsis_core::address::Selection;
use wsis_core::contract::rationales::Rationale;
use wsis_core::escape::escape_markup;
use wsis_core::{Goal, Line, TargetCode};
use wsis_page::grid::{LinkMark, link_mark};
use wsis_page::texts::review_text;

use super::page::{Edition, text_element};
use crate::site::markup::{element, list};

impl Edition<'_> {
    pub(super) fn cell_content(&self, line: Line, goal: Goal) -> String {
        let tie = match link_mark(&self.matrix, line, goal) {
            LinkMark::None => {
                return text_element("p", &self.messages.panel_not_linked(line.id(), &goal.to_string()));
            }
            LinkMark::Whole => text_element("p", self.messages.panel_whole()),
            LinkMark::Targets(count) => self.targets(line, goal, count),
        };
        text_element("h2", self.messages.panel_link()) + &tie + &self.reasons(line, goal)
    }

    fn targets(&self, line: Line, goal: Goal, count: u32) -> String {
        let items = self.matrix.targets_in(line, goal).into_iter().map(|code| self.target(code));
        let labels = element("p", &[("class", "fine")], &escape_markup(self.messages.panel_target_labels()));
        text_element("p", &self.messages.panel_targets(count)) + &list(items) + &labels
    }

    fn target(&self, code: TargetCode) -> String {
        let label = self.matrix.target(code).map(|target| {
            let attributes = self.language_attributes(target.language.unwrap_or(self.language));
            element("span", attributes, &escape_markup(&target.label))
        });
        format!("{} {}", codes(&[code]), label.unwrap_or_default())
    }

    /// Why a line and a goal are linked; for C7 one reason for each of its e-applications.
    fn reasons(&self, line: Line, goal: Goal) -> String {
        let mut found =
            self.rationales.iter().filter(|one| one.goal == goal && line.covers(one.line)).peekable();
        if found.peek().is_none() {
            return text_element("p", self.messages.rationale_none());
        }
        let reasons: String = found
            .map(|one| {
                let name = if one.line == line {
                    String::new()
                } else {
                    element(
                        "h3",
                        &[],
                        &self
                            .link_with_name(Selection::Cell(one.line, goal), self.matrix.line_name(one.line)),
                    )
                };
                name + &self.reason(one)
            })
            .collect();
        text_element("h2", self.messages.rationale_title()) + &reasons
    }

    fn reason(&self, one: &Rationale) -> String {
        let attributes = self.language_attributes(one.language.unwrap_or(self.language));
        let facts = format!(
            "{} {}. {}",
            self.messages.rationale_rests_on(),
            one.basis,
            review_text(self.messages, one.review)
        );
        element("p", attributes, &escape_markup(&one.text))
            + &element("p", &[("class", "fine")], &escape_markup(&facts))
    }

    /// The targets by their codes, or that there are none.
    pub(super) fn targets_in_short(&self, line: Line, goal: Goal) -> String {
        let found = self.matrix.targets_in(line, goal);
        if found.is_empty() {
            return format!(" – {}", text_element("span", self.messages.panel_whole_short()));
        }
        format!(" – {}", codes(&found))
    }
}

/// Codes of targets, from left to right also among Arabic, which would make "a.9" of 9.a.
fn codes(codes: &[TargetCode]) -> String {
    let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
    element("bdi", &[("dir", "ltr")], &escape_markup(&codes.join(", ")))
}
