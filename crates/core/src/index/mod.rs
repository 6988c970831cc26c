//! The index of all projects, built from `index.json` and `titles.json`: filtering, counting and lists in the
//! browser.
//!
//! It consists of columns and bit sets, so every query finishes within one frame.

mod check;
mod listing;
mod margin;
mod prizes;
mod project_set;
mod tally;
mod titles;
mod year_results;

pub use project_set::ProjectSet;
pub use tally::tally;
pub use titles::TitleList;
pub use year_results::YearResults;

use check::check;

use crate::code::{EntryId, VocabularyId};
use crate::contract::counts::{Counts, Distinct};
use crate::contract::entry::Prize;
use crate::contract::index::Index;
use crate::filter::{Facet, Filter};
use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;
use crate::matrix::{MatrixCounts, WrongShape};

/// Index of all projects, in the order of lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectIndex {
    wire: Index,
    /// By line: projects that name it.
    named: Vec<ProjectSet>,
    /// By row of the matrix: the same, and for C7 also the projects of its e-applications.
    lines: Vec<ProjectSet>,
    goals: Vec<ProjectSet>,
    undeclared: ProjectSet,
}

/// A facet value with its number of projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub id: VocabularyId,
    /// Number of projects of the set with this value.
    pub count: u32,
}

impl ProjectIndex {
    /// Validates the file and builds the sets.
    ///
    /// # Errors
    /// Names the column that is shorter than the ids, or that points outside its table.
    pub fn new(wire: Index) -> Result<Self, WrongShape> {
        check(&wire)?;
        let rows = wire.ids.len();
        let bit = |column: &[u32], at: usize| ProjectSet::of_column(column, |mask| mask >> at & 1 == 1);
        let named: Vec<ProjectSet> = Line::all().map(|line| bit(&wire.lines, line.position())).collect();
        let gathered = Line::all().map(|line| union(rows, &named, line.constituents()));
        Ok(Self {
            lines: gathered.collect(),
            named,
            goals: Goal::all().map(|goal| bit(&wire.goals, goal.position())).collect(),
            undeclared: ProjectSet::of_column(&wire.goals, |goals| *goals == 0),
            wire,
        })
    }

    /// Number of projects.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.wire.ids.len()
    }

    /// Id of the project in a row.
    #[must_use]
    pub fn id(&self, row: usize) -> Option<&EntryId> {
        self.wire.ids.get(row)
    }

    /// All projects.
    #[must_use]
    pub fn all(&self) -> ProjectSet {
        ProjectSet::all(self.rows())
    }

    /// Projects of a row of the matrix; for C7 also those of its e-applications.
    #[must_use]
    pub fn of_line(&self, line: Line) -> ProjectSet {
        self.lines.get(line.position()).cloned().unwrap_or_else(|| ProjectSet::none(self.rows()))
    }

    /// Projects that declare a goal.
    #[must_use]
    pub fn declaring(&self, goal: Goal) -> ProjectSet {
        self.goals.get(goal.position()).cloned().unwrap_or_else(|| ProjectSet::none(self.rows()))
    }

    /// Projects of a cell: the declared and the derived ones, as two separate sets.
    #[must_use]
    pub fn in_cell(&self, line: Line, goal: Goal, links: &Links) -> (ProjectSet, ProjectSet) {
        (self.of_line(line).and(&self.declaring(goal)), self.derived(line, goal, links))
    }

    /// Projects that state no goals and name a line of the row that is linked to the goal.
    fn derived(&self, line: Line, goal: Goal, links: &Links) -> ProjectSet {
        let linked = line.constituents().filter(|one| links.contains(*one, goal));
        union(self.rows(), &self.named, linked).and(&self.undeclared)
    }

    /// Projects that match a filter. `found` are the matches of the filter's words; pass `None` until titles
    /// are loaded, then a filter with words matches nothing.
    #[must_use]
    pub fn passing(&self, filter: &Filter, found: Option<&ProjectSet>) -> ProjectSet {
        let mut passing = self.all();
        for facet in Facet::ALL {
            let ids: Vec<&VocabularyId> = filter.of(facet).collect();
            if !ids.is_empty() {
                passing = passing.and(&self.having(facet, &ids));
            }
        }
        if let Some(years) = filter.years {
            passing = passing.and(&ProjectSet::of_column(&self.wire.year, |year| years.has(*year)));
        }
        if let Some(declared) = filter.declared {
            passing = passing.and(&ProjectSet::of(self.rows(), |row| self.undeclared.has(row) != declared));
        }
        match (&filter.query, found) {
            (Some(_), Some(found)) => passing.and(found),
            (Some(_), None) => ProjectSet::none(self.rows()),
            (None, _) => passing,
        }
    }

    /// Projects with one of these values.
    fn having(&self, facet: Facet, ids: &[&VocabularyId]) -> ProjectSet {
        let table = self.table(facet);
        let is_chosen = |position: usize| table.get(position).is_some_and(|id| ids.contains(&id));
        let chosen: Vec<bool> = (0..table.len()).map(is_chosen).collect();
        // -1 (no value) becomes an index beyond the end of every table.
        let has =
            |position: &i32| chosen.get(position.cast_unsigned() as usize).is_some_and(|chosen| *chosen);
        match facet {
            Facet::Region => ProjectSet::of_column(&self.wire.region, has),
            Facet::Country => ProjectSet::of_column(&self.wire.country, has),
            Facet::Stakeholder => ProjectSet::of_column(&self.wire.stakeholder, has),
            Facet::Prize => ProjectSet::of_column(&self.wire.prize, |position| has(&i32::from(*position))),
            Facet::TargetGroup | Facet::Collection => {
                let bits = chosen.iter().take(32).enumerate().filter(|(_, chosen)| **chosen);
                let mask = bits.fold(0_u32, |mask, (at, _)| mask | 1 << at);
                ProjectSet::of(self.rows(), |row| self.bits(facet, row) & mask != 0)
            }
        }
    }

    /// Values of a row in a facet of several values, as bits; 0 in the others.
    fn bits(&self, facet: Facet, row: usize) -> u32 {
        let column = match facet {
            Facet::TargetGroup => &self.wire.target_groups,
            Facet::Collection => &self.wire.collections,
            Facet::Region | Facet::Country | Facet::Stakeholder | Facet::Prize => return 0,
        };
        column.get(row).copied().unwrap_or(0)
    }

    /// Value of a row in a single-valued facet, as a position in its table.
    fn position(&self, facet: Facet, row: usize) -> Option<usize> {
        let column = match facet {
            Facet::Region => &self.wire.region,
            Facet::Country => &self.wire.country,
            Facet::Stakeholder => &self.wire.stakeholder,
            Facet::Prize => return self.wire.prize.get(row).map(|position| usize::from(*position)),
            Facet::TargetGroup | Facet::Collection => return None,
        };
        usize::try_from(*column.get(row)?).ok()
    }

    fn table(&self, facet: Facet) -> Vec<VocabularyId> {
        let tables = &self.wire.tables;
        match facet {
            Facet::Region => tables.region.clone(),
            Facet::Country => tables.country.iter().filter_map(|code| code.as_str().parse().ok()).collect(),
            Facet::Stakeholder => tables.stakeholder.clone(),
            Facet::TargetGroup => tables.target_groups.clone(),
            Facet::Prize => Prize::ALL.iter().filter_map(|prize| prize.id().parse().ok()).collect(),
            Facet::Collection => tables.collections.clone(),
        }
    }

    /// Number of projects of a set for each value of a facet, in the order of the table. Values without any
    /// project in the collection are omitted; values without a project in the set have 0.
    #[must_use]
    pub fn count_values(&self, facet: Facet, set: &ProjectSet) -> Vec<FacetCount> {
        let all = self.count_positions(facet, &self.all());
        let counts = self.count_positions(facet, set);
        let values = self.table(facet).into_iter().zip(counts).zip(all);
        values.filter(|(_, all)| *all > 0).map(|((id, count), _)| FacetCount { id, count }).collect()
    }

    fn count_positions(&self, facet: Facet, set: &ProjectSet) -> Vec<u32> {
        let mut counts = vec![0; self.table(facet).len()];
        let mut add = |position: usize| {
            if let Some(count) = counts.get_mut(position) {
                *count += 1;
            }
        };
        for row in set.iter() {
            match facet {
                Facet::TargetGroup | Facet::Collection => {
                    let values = self.bits(facet, row);
                    (0..32).filter(|bit| values >> bit & 1 == 1).for_each(&mut add);
                }
                _ => self.position(facet, row).into_iter().for_each(&mut add),
            }
        }
        counts
    }

    /// First and last year of the collection; `None` if no project has a year.
    #[must_use]
    pub fn years(&self) -> Option<(u16, u16)> {
        self.years_of(&self.all())
    }

    /// First and last year of a set; `None` if none of its projects has a year.
    #[must_use]
    pub fn years_of(&self, set: &ProjectSet) -> Option<(u16, u16)> {
        let years = || set.iter().filter_map(|row| self.wire.year.get(row)).copied().filter(|year| *year > 0);
        Some((years().min()?, years().max()?))
    }

    /// Counts the projects of a set for every cell.
    #[must_use]
    pub fn count(&self, set: &ProjectSet, links: &Links) -> MatrixCounts {
        let undeclared = set.and(&self.undeclared);
        let in_lines: Vec<ProjectSet> = self.lines.iter().map(|line| line.and(set)).collect();
        let declared =
            in_lines.iter().map(|line| self.goals.iter().map(|goal| line.count_both(goal)).collect());
        let derived = Line::all().map(|line| {
            let plain = self.lines.get(line.position()).map_or(0, |of_line| of_line.count_both(&undeclared));
            Goal::all()
                .map(|goal| match line {
                    Line::C7 => {
                        let linked = line.constituents().filter(|one| links.contains(*one, goal));
                        let named: Vec<&ProjectSet> =
                            linked.filter_map(|one| self.named.get(one.position())).collect();
                        undeclared.count_in_any(&named)
                    }
                    _ => {
                        if links.contains(line, goal) {
                            plain
                        } else {
                            0
                        }
                    }
                })
                .collect()
        });
        let named = self.with_line();
        let all = set.count();
        let counts = Counts {
            lines: Line::all().collect(),
            declared: declared.collect(),
            derived: derived.collect(),
            distinct: Distinct {
                lines: in_lines.iter().map(ProjectSet::count).collect(),
                goals: self.goals.iter().map(|goal| goal.count_both(set)).collect(),
                all,
                no_line: all - named.count_both(set),
                no_goal: undeclared.count(),
                neither: undeclared.count() - named.count_both(&undeclared),
                lines_without_goal: self.lines.iter().map(|line| line.count_both(&undeclared)).collect(),
                goals_without_line: self
                    .goals
                    .iter()
                    .map(|goal| goal.count_both(set) - goal.and(&named).count_both(set))
                    .collect(),
            },
        };
        MatrixCounts::of(counts)
    }
}

/// Union of the projects of these lines.
fn union(rows: usize, named: &[ProjectSet], lines: impl Iterator<Item = Line>) -> ProjectSet {
    let mut all = ProjectSet::none(rows);
    lines.filter_map(|line| named.get(line.position())).for_each(|one| all.add(one));
    all
}
