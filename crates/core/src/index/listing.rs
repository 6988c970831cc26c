//! Projects of the index as list rows.

use super::{ProjectIndex, ProjectSet, TitleList};
use crate::contract::entry::{ListedProject, Prize};
use crate::filter::Facet;
use crate::goal::Goal;

impl ProjectIndex {
    /// Projects of a set as list rows, in the order of lists.
    pub fn list<'i>(
        &'i self,
        titles: &'i TitleList,
        set: &'i ProjectSet,
    ) -> impl Iterator<Item = ListedProject> + 'i {
        set.iter().filter_map(|row| self.project(titles, row))
    }

    /// A project as a list row.
    #[must_use]
    pub fn project(&self, titles: &TitleList, row: usize) -> Option<ListedProject> {
        let (tables, at) = (&self.wire.tables, |facet| self.position(facet, row));
        let year = self.wire.year.get(row).copied().unwrap_or(0);
        let goals = self.wire.goals.get(row).copied().unwrap_or(0);
        let bits = self.bits(Facet::Collection, row);
        let collections = tables.collections.iter().take(32).enumerate();
        let collections =
            collections.filter(|(at, _)| bits >> at & 1 == 1).map(|(_, id)| id.clone()).collect();
        Some(ListedProject {
            id: self.wire.ids.get(row)?.clone(),
            title: titles.title(row).to_owned(),
            title_language: titles.language(row).to_owned(),
            organisation: titles.organisation(row).map(str::to_owned),
            stakeholder: at(Facet::Stakeholder).and_then(|at| tables.stakeholder.get(at)).cloned(),
            country: at(Facet::Country).and_then(|at| tables.country.get(at)).cloned(),
            region: at(Facet::Region).and_then(|at| tables.region.get(at)).cloned(),
            year: (year > 0).then_some(year),
            prize: at(Facet::Prize).and_then(|at| Prize::ALL.get(at)).copied().unwrap_or(Prize::None),
            declared: !self.undeclared.has(row),
            applications: Vec::new(),
            page: None,
            goals: Goal::all().filter(|goal| goals >> goal.position() & 1 == 1).collect(),
            collections,
        })
    }
}
