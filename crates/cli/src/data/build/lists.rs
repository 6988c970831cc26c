//! The files that list or count projects: counts, cells, index and titles.

use std::collections::BTreeSet;

use anyhow::Result;
use wsis_core::contract::cell::CellPage;
use wsis_core::contract::entry::{ListedProject, Prize, Project};
use wsis_core::contract::index::{Index, Tables, Titles};
use wsis_core::contract::{PAGE_SIZE, path};
use wsis_core::counting::{CountedEntry, count};
use wsis_core::links::Links;
use wsis_core::order::OrderKey;
use wsis_core::placement::{Placement, placement};
use wsis_core::{CountryCode, Goal, Line, VocabularyId};

use crate::data::files::{Files, fit, json};
use crate::data::model::{Model, VocabularyList};

/// A project with what placing it needs.
struct PlacedProject<'m> {
    project: &'m Project,
    goals: Vec<Goal>,
}

/// The projects in the order of lists, with the links they are placed by.
///
/// Projects that state goals come first, as they do in every cell: whatever stands in one cell is sorted as the
/// cell is, so that a list filtered from the index has the order of the cell's pages.
pub(super) struct OrderedProjects<'m> {
    model: &'m Model,
    links: Links,
    projects: Vec<PlacedProject<'m>>,
}

impl<'m> OrderedProjects<'m> {
    /// Sorts the projects of the model.
    pub(super) fn new(model: &'m Model) -> Self {
        let goals = |project: &Project| project.goals.iter().map(|declared| declared.goal).collect();
        let mut projects: Vec<PlacedProject<'m>> =
            model.projects.iter().map(|project| PlacedProject { project, goals: goals(project) }).collect();
        projects.sort_by_cached_key(|placed| {
            let project = placed.project;
            let stands = if placed.goals.is_empty() { Placement::Derived } else { Placement::Declared };
            OrderKey::new(Some(stands), project.prize, project.year, &project.title, project.id.clone())
        });
        let links = Links::new(model.links.iter().map(|link| (link.line, link.goal)));
        Self { model, links, projects }
    }

    /// Adds counts, cells, index and titles.
    pub(super) fn add_lists(&self, files: &mut Files) -> Result<()> {
        let entries = self
            .projects
            .iter()
            .map(|placed| CountedEntry { lines: &placed.project.lines, goals: &placed.goals });
        files.insert(path::COUNTS.to_owned(), json(&count(entries, &self.links))?);
        for line in Line::all() {
            for goal in Goal::all() {
                self.add_cell(line, goal, files)?;
            }
        }
        files.insert(path::INDEX.to_owned(), json(&self.index()?)?);
        files.insert(path::TITLES.to_owned(), json(&self.titles()?)?);
        Ok(())
    }

    fn add_cell(&self, line: Line, goal: Goal, files: &mut Files) -> Result<()> {
        let listed = self.in_cell(line, goal);
        let declared = listed.iter().filter(|project| project.declared).count();
        // A cell without projects still has its first page.
        let pages = listed.len().div_ceil(PAGE_SIZE).max(1);
        for at in 0..pages {
            let projects = listed.iter().skip(at * PAGE_SIZE).take(PAGE_SIZE).cloned().collect();
            let page = CellPage {
                line,
                goal,
                page: fit(at + 1)?,
                pages: fit(pages)?,
                total: fit(listed.len())?,
                declared: fit(declared)?,
                derived: fit(listed.len() - declared)?,
                projects,
            };
            files.insert(path::cell(line, goal, page.page), json(&page)?);
        }
        Ok(())
    }

    fn in_cell(&self, line: Line, goal: Goal) -> Vec<ListedProject> {
        let listed = |placed: &PlacedProject<'_>| {
            let found = placement(&placed.project.lines, &placed.goals, line, goal, &self.links)?;
            Some(list(placed.project, line, found))
        };
        self.projects.iter().filter_map(listed).collect()
    }

    fn index(&self) -> Result<Index> {
        let tables = self.tables();
        let mut index = Index::default();
        for PlacedProject { project, goals } in &self.projects {
            index.ids.push(project.id.clone());
            index.lines.push(bit_mask(project.lines.iter().map(|line| line.position())));
            index.goals.push(bit_mask(goals.iter().map(|goal| goal.position())));
            index.country.push(table_position(&tables.country, project.country.as_ref())?);
            index.region.push(table_position(&tables.region, project.region.as_ref())?);
            index.stakeholder.push(table_position(&tables.stakeholder, project.stakeholder.as_ref())?);
            let groups = project.target_groups.iter();
            index
                .target_groups
                .push(bit_mask(groups.filter_map(|group| position(&tables.target_groups, group))));
            index.collections.push(bit_mask(
                project.collections.iter().filter_map(|id| position(&tables.collections, id)),
            ));
            index.year.push(project.year.unwrap_or(0));
            index.prize.push(fit(position(&tables.prize, &project.prize).unwrap_or(0))?);
        }
        index.tables = tables;
        Ok(index)
    }

    /// The countries that have projects, and all values of the vocabulary.
    fn tables(&self) -> Tables {
        let values = |list: VocabularyList| -> Vec<VocabularyId> {
            self.model.vocabulary.get(&list).into_iter().flatten().map(|value| value.id.clone()).collect()
        };
        let countries: BTreeSet<&CountryCode> =
            self.projects.iter().filter_map(|placed| placed.project.country.as_ref()).collect();
        Tables {
            country: countries.into_iter().cloned().collect(),
            region: values(VocabularyList::Region),
            stakeholder: values(VocabularyList::Stakeholder),
            target_groups: values(VocabularyList::TargetGroup),
            prize: Prize::ALL.to_vec(),
            collections: self.model.collections.iter().map(|collection| collection.id.clone()).collect(),
        }
    }

    fn titles(&self) -> Result<Titles> {
        let projects = || self.projects.iter().map(|placed| placed.project);
        let mut titles = Titles {
            title_language_table: sorted(projects().map(|project| &project.title_language)),
            organisation_table: sorted(projects().filter_map(|project| project.organisation.as_ref())),
            ..Titles::default()
        };
        for project in projects() {
            titles.titles.push(project.title.clone());
            let language = position(&titles.title_language_table, &project.title_language);
            titles.title_languages.push(fit(language.unwrap_or(0))?);
            titles
                .organisations
                .push(sorted_table_position(&titles.organisation_table, project.organisation.as_ref())?);
        }
        Ok(titles)
    }
}

fn list(project: &Project, row: Line, placement: Placement) -> ListedProject {
    let applications = if row == Line::C7 {
        project.lines.iter().copied().filter(|line| row.covers(*line)).collect()
    } else {
        Vec::new()
    };
    ListedProject {
        id: project.id.clone(),
        title: project.title.clone(),
        title_language: project.title_language.clone(),
        organisation: project.organisation.clone(),
        stakeholder: project.stakeholder.clone(),
        country: project.country.clone(),
        region: project.region.clone(),
        year: project.year,
        prize: project.prize,
        declared: placement == Placement::Declared,
        applications,
        page: project.page.clone(),
        goals: project.goals.iter().map(|declared| declared.goal).collect(),
        collections: project.collections.clone(),
    }
}

fn bit_mask(positions: impl Iterator<Item = usize>) -> u32 {
    positions.fold(0, |mask, position| mask | 1 << position)
}

fn position<T: PartialEq>(table: &[T], value: &T) -> Option<usize> {
    table.iter().position(|known| known == value)
}

/// The position of a value in its table; -1 for none.
fn table_position<T: PartialEq>(table: &[T], value: Option<&T>) -> Result<i32> {
    value.and_then(|value| position(table, value)).map_or(Ok(-1), fit)
}

/// As [`pointer`], in a table that is sorted: the organisations of a large collection are many.
fn sorted_table_position<T: Ord>(table: &[T], value: Option<&T>) -> Result<i32> {
    value.and_then(|value| table.binary_search(value).ok()).map_or(Ok(-1), fit)
}

fn sorted<'t>(texts: impl Iterator<Item = &'t String>) -> Vec<String> {
    texts.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}
