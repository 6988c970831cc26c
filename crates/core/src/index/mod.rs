//! The list of all projects in the browser, made from `index.json` and `titles.json`: which projects pass a filter,
//! how many of them stand in each cell, and what they are.
//!
//! Columns and sets of bits, so that every question is answered within the frame it is asked in.

mod bits;
mod tally;
mod titles;

pub use bits::Bits;
pub use tally::tally;
pub use titles::TitleList;

use crate::code::{EntryId, VocabularyId};
use crate::contract::counts::{Counts, Distinct};
use crate::contract::entry::{ListedProject, Prize};
use crate::contract::index::Index;
use crate::filter::{Facet, Filter};
use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;
use crate::matrix::{Numbers, WrongShape};

/// All projects in the order of lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectIndex {
    wire: Index,
    /// By line: the projects that name it.
    named: Vec<Bits>,
    /// By row of the matrix: those and, for C7, the ones of its e-applications.
    lines: Vec<Bits>,
    goals: Vec<Bits>,
    undeclared: Bits,
}

/// A value of a facet with the number of projects that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The value.
    pub id: VocabularyId,
    /// How many projects of the set have it.
    pub count: u32,
}

impl ProjectIndex {
    /// Checks the wire form and makes the sets.
    ///
    /// # Errors
    /// Says which column is shorter than the ids, or which value points outside its table.
    pub fn new(wire: Index) -> Result<Self, WrongShape> {
        check(&wire)?;
        let rows = wire.ids.len();
        let bit = |column: &[u32], at: usize| Bits::of_column(column, |mask| mask >> at & 1 == 1);
        let named: Vec<Bits> = Line::all().map(|line| bit(&wire.lines, line.position())).collect();
        let gathered = Line::all().map(|line| union(rows, &named, line.gathers()));
        Ok(Self {
            lines: gathered.collect(),
            named,
            goals: Goal::all().map(|goal| bit(&wire.goals, goal.position())).collect(),
            undeclared: Bits::of_column(&wire.goals, |goals| *goals == 0),
            wire,
        })
    }

    /// How many projects there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.wire.ids.len()
    }

    /// The id of a project.
    #[must_use]
    pub fn id(&self, row: usize) -> Option<&EntryId> {
        self.wire.ids.get(row)
    }

    /// All projects.
    #[must_use]
    pub fn all(&self) -> Bits {
        Bits::all(self.rows())
    }

    /// The projects of a row of the matrix; for C7 those of its e-applications too.
    #[must_use]
    pub fn of_line(&self, line: Line) -> Bits {
        self.lines.get(line.position()).cloned().unwrap_or_else(|| Bits::none(self.rows()))
    }

    /// The projects that declare a goal.
    #[must_use]
    pub fn declaring(&self, goal: Goal) -> Bits {
        self.goals.get(goal.position()).cloned().unwrap_or_else(|| Bits::none(self.rows()))
    }

    /// The projects that stand in a cell: the declared, then the derived, which are two facts.
    #[must_use]
    pub fn in_cell(&self, line: Line, goal: Goal, links: &Links) -> (Bits, Bits) {
        (self.of_line(line).and(&self.declaring(goal)), self.derived(line, goal, links))
    }

    /// The projects that state no goals and name a line of the row that the matrix links to the goal.
    fn derived(&self, line: Line, goal: Goal, links: &Links) -> Bits {
        let linked = line.gathers().filter(|one| links.contains(*one, goal));
        union(self.rows(), &self.named, linked).and(&self.undeclared)
    }

    /// The projects that pass a filter. `found` are those that have the filter's words; without titles none is known.
    #[must_use]
    pub fn passing(&self, filter: &Filter, found: Option<&Bits>) -> Bits {
        let mut passing = self.all();
        for facet in Facet::ALL {
            let ids: Vec<&VocabularyId> = filter.of(facet).collect();
            if !ids.is_empty() {
                passing = passing.and(&self.having(facet, &ids));
            }
        }
        if let Some(years) = filter.years {
            passing = passing.and(&Bits::of_column(&self.wire.year, |year| years.has(*year)));
        }
        if let Some(declared) = filter.declared {
            passing = passing.and(&Bits::of(self.rows(), |row| self.undeclared.has(row) != declared));
        }
        match (&filter.query, found) {
            (Some(_), Some(found)) => passing.and(found),
            (Some(_), None) => Bits::none(self.rows()),
            (None, _) => passing,
        }
    }

    /// The projects that have one of these values.
    fn having(&self, facet: Facet, ids: &[&VocabularyId]) -> Bits {
        let table = self.table(facet);
        let asked = |position: usize| table.get(position).is_some_and(|id| ids.contains(&id));
        let chosen: Vec<bool> = (0..table.len()).map(asked).collect();
        // -1, for no value, is beyond the end of every table.
        let has = |position: &i32| chosen.get(position.cast_unsigned() as usize).is_some_and(|asked| *asked);
        match facet {
            Facet::Region => Bits::of_column(&self.wire.region, has),
            Facet::Country => Bits::of_column(&self.wire.country, has),
            Facet::Stakeholder => Bits::of_column(&self.wire.stakeholder, has),
            Facet::Prize => Bits::of_column(&self.wire.prize, |position| has(&i32::from(*position))),
            Facet::TargetGroup => {
                let bits = chosen.iter().enumerate().filter(|(_, asked)| **asked);
                let mask = bits.fold(0_u32, |mask, (at, _)| mask | 1 << at);
                Bits::of_column(&self.wire.target_groups, |groups| groups & mask != 0)
            }
        }
    }

    /// The value of a row in a facet of one value, as a position in its table.
    fn position(&self, facet: Facet, row: usize) -> Option<usize> {
        let column = match facet {
            Facet::Region => &self.wire.region,
            Facet::Country => &self.wire.country,
            Facet::Stakeholder => &self.wire.stakeholder,
            Facet::Prize => return self.wire.prize.get(row).map(|position| usize::from(*position)),
            Facet::TargetGroup => return None,
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
        }
    }

    /// How many projects of a set have each value of a facet, in the order of the table; values that no project of the
    /// collection has are left out, those that none of the set has are 0.
    #[must_use]
    pub fn count_values(&self, facet: Facet, set: &Bits) -> Vec<Counted> {
        let all = self.count_positions(facet, &self.all());
        let counts = self.count_positions(facet, set);
        let values = self.table(facet).into_iter().zip(counts).zip(all);
        values.filter(|(_, all)| *all > 0).map(|((id, count), _)| Counted { id, count }).collect()
    }

    fn count_positions(&self, facet: Facet, set: &Bits) -> Vec<u32> {
        let mut counts = vec![0; self.table(facet).len()];
        let mut add = |position: usize| {
            if let Some(count) = counts.get_mut(position) {
                *count += 1;
            }
        };
        for row in set.iter() {
            match facet {
                Facet::TargetGroup => {
                    let groups = self.wire.target_groups.get(row).copied().unwrap_or(0);
                    (0..32).filter(|bit| groups >> bit & 1 == 1).for_each(&mut add);
                }
                _ => self.position(facet, row).into_iter().for_each(&mut add),
            }
        }
        counts
    }

    /// The first and the last year of the collection; none if no project has one.
    #[must_use]
    pub fn years(&self) -> Option<(u16, u16)> {
        self.years_of(&self.all())
    }

    /// The first and the last year of a set; none if no project of it has one.
    #[must_use]
    pub fn years_of(&self, set: &Bits) -> Option<(u16, u16)> {
        let years = || set.iter().filter_map(|row| self.wire.year.get(row)).copied().filter(|year| *year > 0);
        Some((years().min()?, years().max()?))
    }

    /// The numbers of every cell for the projects of a set.
    #[must_use]
    pub fn count(&self, set: &Bits, links: &Links) -> Numbers {
        let undeclared = set.and(&self.undeclared);
        let in_lines: Vec<Bits> = self.lines.iter().map(|line| line.and(set)).collect();
        let declared =
            in_lines.iter().map(|line| self.goals.iter().map(|goal| line.count_both(goal)).collect());
        let derived = Line::all().map(|line| {
            let plain = self.lines.get(line.position()).map_or(0, |of_line| of_line.count_both(&undeclared));
            Goal::all()
                .map(|goal| match line {
                    Line::C7 => {
                        let linked = line.gathers().filter(|one| links.contains(*one, goal));
                        let named: Vec<&Bits> =
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
        let named = self.lines.iter().fold(Bits::none(self.rows()), |mut all, line| {
            all.add(line);
            all
        });
        let all = set.count();
        let counts = Counts {
            lines: Line::all().collect(),
            declared: declared.collect(),
            derived: derived.collect(),
            distinct: Distinct {
                lines: in_lines.iter().map(Bits::count).collect(),
                goals: self.goals.iter().map(|goal| goal.count_both(set)).collect(),
                all,
                no_line: all - named.count_both(set),
            },
        };
        Numbers::of(counts)
    }

    /// The projects of a set as lists show them, in the order of lists.
    pub fn list<'i>(
        &'i self,
        titles: &'i TitleList,
        set: &'i Bits,
    ) -> impl Iterator<Item = ListedProject> + 'i {
        set.iter().filter_map(|row| self.project(titles, row))
    }

    /// A project as a list shows it.
    #[must_use]
    pub fn project(&self, titles: &TitleList, row: usize) -> Option<ListedProject> {
        let (tables, at) = (&self.wire.tables, |facet| self.position(facet, row));
        let year = self.wire.year.get(row).copied().unwrap_or(0);
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
        })
    }
}

/// The projects that name one of these lines.
fn union(rows: usize, named: &[Bits], lines: impl Iterator<Item = Line>) -> Bits {
    let mut all = Bits::none(rows);
    lines.filter_map(|line| named.get(line.position())).for_each(|one| all.add(one));
    all
}

/// Holds that every column is as long as the ids and points into its table.
fn check(wire: &Index) -> Result<(), WrongShape> {
    let (rows, tables) = (wire.ids.len(), &wire.tables);
    let lengths = [
        ("lines", wire.lines.len()),
        ("goals", wire.goals.len()),
        ("country", wire.country.len()),
        ("region", wire.region.len()),
        ("stakeholder", wire.stakeholder.len()),
        ("targetGroups", wire.target_groups.len()),
        ("year", wire.year.len()),
        ("prize", wire.prize.len()),
    ];
    if let Some((name, length)) = lengths.iter().find(|(_, length)| *length != rows) {
        return Err(WrongShape(format!("index: {name} has {length} rows instead of {rows}")));
    }
    let columns = [
        ("country", &wire.country, tables.country.len()),
        ("region", &wire.region, tables.region.len()),
        ("stakeholder", &wire.stakeholder, tables.stakeholder.len()),
    ];
    for (name, column, length) in columns {
        let fits = |position: i32| position == -1 || usize::try_from(position).is_ok_and(|at| at < length);
        if let Some(row) = column.iter().position(|position| !fits(*position)) {
            return Err(WrongShape(format!("index: {name} points outside its table in row {row}")));
        }
    }
    match wire.prize.iter().position(|prize| usize::from(*prize) >= Prize::ALL.len()) {
        Some(row) => Err(WrongShape(format!("index: prize points outside its table in row {row}"))),
        None => Ok(()),
    }
}
