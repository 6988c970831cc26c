//! Rows of a table -> projects of the contract. Whatever could not be used is told with row, column and value.

mod addresses;
mod cleaning;
mod goals;
mod row_reader;

use std::collections::BTreeSet;

use wsis_core::contract::entry::{Prize, Project, Timeframe};
use wsis_core::{EntryId, VocabularyId};

use super::ids::{self, IdRegistry};
use super::mapping::{Columns, Field};
use super::match_key::match_key;
use super::pii::PiiKind;
use super::report::{ChangedId, Findings, RowOutcome, RowProblem};
use super::table::Table;
use super::values::{self, CellValues, ValueReader};
use crate::data::model::VocabularyList;
pub(super) use row_reader::RowContext;
use row_reader::RowReader;

/// Reads the rows of a table; adds their projects, in the order of the rows.
pub(super) fn read(
    context: &RowContext<'_>,
    table: &Table,
    columns: &Columns,
    ids: &mut IdRegistry,
    findings: &mut Findings,
    projects: &mut Vec<Project>,
) {
    for (number, reason) in &table.malformed {
        findings.rows.push(RowProblem {
            file: table.file.clone(),
            row: *number,
            column: None,
            value: None,
            reason: reason.clone(),
            outcome: RowOutcome::LeftOut,
        });
    }
    for record in &table.rows {
        let mut row = RowReader {
            context,
            file: &table.file,
            is_page: table.is_page,
            record: record.clone(),
            columns,
            findings,
        };
        if row.is_wanted() {
            row.clean();
            projects.extend(row.project(ids));
        }
    }
}

impl RowReader<'_, '_> {
    fn project(&mut self, ids: &mut IdRegistry) -> Option<Project> {
        self.published()?;
        let Some(title) = self.single_line(Field::Title) else {
            self.problem(Some(Field::Title), "", "no title", RowOutcome::LeftOut);
            return None;
        };
        let (organisation, year) = (self.single_line(Field::Organisation), self.year());
        let country = self.one(Field::Country, |reader, cell| reader.country(cell));
        let id = self.id(
            &title,
            &[
                organisation.as_deref().unwrap_or_default(),
                country.as_ref().map_or("", |country| country.as_str()),
                &year.map(|year| year.to_string()).unwrap_or_default(),
            ],
        )?;
        self.claim_id(ids, &id)?;
        let region = self.word(Field::Region, VocabularyList::Region);
        let region = region.or_else(|| self.context.reader.region_of(country.as_ref()?));
        let language = self.language();
        let goals = self.goals(&language);
        Some(Project {
            id,
            title,
            title_language: language,
            summary: self.text(Field::Summary),
            organisation,
            stakeholder: self.word(Field::Stakeholder, VocabularyList::Stakeholder),
            country,
            region,
            year,
            prize: self.prize(),
            prize_evidence: None,
            lines: self.many(Field::Lines, |reader, cell| reader.lines(cell)),
            goals,
            gdc_objectives: self.objectives(),
            target_groups: self.many(Field::TargetGroups, |reader, cell| {
                reader.words(Field::TargetGroups, VocabularyList::TargetGroup, cell)
            }),
            technologies: self.technologies(),
            timeframe: self.timeframe(),
            photo: self.photo(),
            page: self.address(Field::Page),
            links: self.addresses(Field::Links),
            source: self.context.source.to_owned(),
            collections: vec![self.context.collection.clone()],
            note: None,
            possible_duplicates: Vec::new(),
            snapshot: String::new(),
        })
    }

    /// Whether the row's status lets it out.
    fn published(&mut self) -> Option<()> {
        if self.context.publish_all || self.is_page {
            return Some(());
        }
        let status = self.cell(Field::Status);
        let wanted = match_key(&status);
        if self.context.mapping.publishable().contains(&wanted) {
            return Some(());
        }
        let (reason, outcome) = if self.context.mapping.withheld().contains(&wanted) {
            ("held back by its status", RowOutcome::HeldBack)
        } else {
            ("the status is none of those that are published or held back", RowOutcome::LeftOut)
        };
        self.problem(Some(Field::Status), &status, reason, outcome);
        None
    }

    fn id(&mut self, title: &str, identity: &[&str]) -> Option<EntryId> {
        let cell = self.cell(Field::Id).trim().to_owned();
        let identity: Vec<&str> = std::iter::once(title).chain(identity.iter().copied()).collect();
        if cell.is_empty() {
            if !self.columns.of(Field::Id).is_empty() {
                self.problem(Some(Field::Id), "", "no id: made from the title", RowOutcome::InPart);
            }
            return ids::generate(title, &identity);
        }
        let (_, personal) = self.context.pii.mask(&cell);
        let id = if personal.contains(&PiiKind::EMail) {
            self.personal(Field::Id, personal);
            ids::generate(title, &identity)?
        } else {
            ids::from_cell(&cell)?
        };
        if id.as_str() != cell {
            let (given, _) = self.context.pii.mask(&cell);
            let changed =
                ChangedId { file: self.file.to_owned(), row: self.record.number, given, used: id.clone() };
            self.findings.ids.push(changed);
        }
        Some(id)
    }

    fn claim_id(&mut self, ids: &mut IdRegistry, id: &EntryId) -> Option<()> {
        if ids.removed.contains(id) {
            self.problem(Some(Field::Id), id.as_str(), "withdrawn by --remove", RowOutcome::HeldBack);
            return None;
        }
        match ids.claim(id, self.file, self.record.number) {
            Ok(()) => Some(()),
            Err(reason) => {
                self.problem(Some(Field::Id), id.as_str(), &reason, RowOutcome::LeftOut);
                None
            }
        }
    }

    /// The values of a field; what could not be read is told.
    fn many<T>(&mut self, field: Field, read: impl FnOnce(&ValueReader, &str) -> CellValues<T>) -> Vec<T> {
        let cell = self.cell(field);
        let found = read(self.context.reader, &cell);
        for refused in found.refused {
            self.problem(Some(field), &refused.value, &refused.reason, RowOutcome::InPart);
        }
        found.values
    }

    fn one<T>(&mut self, field: Field, read: impl FnOnce(&ValueReader, &str) -> CellValues<T>) -> Option<T> {
        self.many(field, read).into_iter().next()
    }

    fn word(&mut self, field: Field, list: VocabularyList) -> Option<VocabularyId> {
        self.one(field, |reader, cell| reader.word(field, list, cell))
    }

    fn or_problem<T>(&mut self, field: Field, cell: &str, value: Result<T, String>) -> Option<T> {
        value.map_err(|reason| self.problem(Some(field), cell, &reason, RowOutcome::InPart)).ok()
    }

    fn year(&mut self) -> Option<u16> {
        let cell = self.cell(Field::Year);
        let year = (!cell.is_empty())
            .then(|| values::year(self.context.reader.canonical_spelling(Field::Year, &cell)))?;
        self.or_problem(Field::Year, &cell, year)
    }

    fn prize(&mut self) -> Prize {
        let id = self.word(Field::Prize, VocabularyList::Prize);
        let prize =
            Prize::ALL.into_iter().find(|prize| id.as_ref().is_some_and(|id| id.as_str() == prize.id()));
        prize.unwrap_or_default()
    }

    fn language(&mut self) -> String {
        let cell = self.cell(Field::TitleLanguage);
        if cell.is_empty() {
            return self.context.language.to_owned();
        }
        let respelt = self.context.reader.canonical_spelling(Field::TitleLanguage, &cell);
        let tag = values::language_tag_of(respelt).ok_or_else(|| "unknown language".to_owned());
        self.or_problem(Field::TitleLanguage, &cell, tag).unwrap_or_else(|| self.context.language.to_owned())
    }

    fn objectives(&mut self) -> Vec<u8> {
        let ids = self.many(Field::GdcObjectives, |reader, cell| {
            reader.words(Field::GdcObjectives, VocabularyList::GdcObjective, cell)
        });
        let numbers = ids.iter().filter_map(|id| id.as_str().strip_prefix("gdc-")?.parse().ok());
        numbers.collect::<BTreeSet<u8>>().into_iter().collect()
    }

    fn technologies(&mut self) -> Vec<String> {
        let text = self.text(Field::Technologies).unwrap_or_default();
        let mut technologies: Vec<String> = Vec::new();
        for name in text.split([';', ',', '\n', '|']).map(str::trim).filter(|name| !name.is_empty()) {
            if !technologies.iter().any(|known| known == name) {
                technologies.push(name.to_owned());
            }
        }
        technologies
    }

    fn timeframe(&mut self) -> Option<Timeframe> {
        let mut date_or_year = |field| {
            let cell = self.cell(field);
            let date_or_year = (!cell.is_empty()).then(|| values::date_or_year(&cell))?;
            self.or_problem(field, &cell, date_or_year)
        };
        let (from, to) = (date_or_year(Field::From), date_or_year(Field::To));
        (from.is_some() || to.is_some()).then_some(Timeframe { from, to })
    }
}
