//! The CSV files of the sources as rows of text, each with its line. Values are checked in [`super::check`].

use std::path::Path;

pub use super::csv_file::{CsvRow, SourceTable};
use super::csv_file::{read_table, row};
use super::problems::Problems;

row!(
    /// A source of facts.
    SourceRow in "sources.csv" {
        id: "id", name: "name", address: "address", licence: "licence", date: "date", note: "note"
    }
);
row!(
    /// An action line with its facilitators.
    LineRow in "lines.csv" {
        id: "id", parent: "parent", lead: "lead", co: "co", note: "facilitatorNote", source: "source"
    }
);
row!(
    /// A line's name in a language.
    LineNameRow in "line-names.csv" {
        line: "line", language: "language", name: "name", status: "status", evidence: "evidence",
        short: "short"
    }
);
row!(
    /// A goal with its colour.
    GoalRow in "goals.csv" { number: "number", colour: "colour", source: "source" }
);
row!(
    /// A goal's name in a language.
    GoalNameRow in "goal-names.csv" {
        goal: "goal", language: "language", name: "name", status: "status", evidence: "evidence"
    }
);
row!(
    /// A target's label in a language.
    TargetRow in "targets.csv" { code: "code", language: "language", label: "label", review: "review" }
);
row!(
    /// A link of a line to a goal.
    LinkRow in "links.csv" {
        line: "line", goal: "goal", targets: "targets", source: "source", lists: "lists", note: "note"
    }
);
row!(
    /// Why a link stands, in a language.
    RationaleRow in "rationales.csv" {
        line: "line", goal: "goal", language: "language", text: "text", basis: "basis", review: "review"
    }
);
row!(
    /// A short text on a line, in a language.
    PassageRow in "passages.csv" {
        line: "line", part: "part", language: "language", text: "text", basis: "basis", review: "review"
    }
);
row!(
    /// A vocabulary value's name in a language.
    VocabularyRow in "vocabulary.csv" {
        list: "list", id: "id", language: "language", name: "name", status: "status", evidence: "evidence"
    }
);
row!(
    /// A country.
    CountryRow in "countries.csv" {
        alpha3: "alpha3", alpha2: "alpha2", region: "region", name: "name", status: "status"
    }
);
row!(
    /// A project.
    ProjectRow in "projects.csv" {
        id: "id", title: "title", title_language: "titleLanguage", organisation: "organisation",
        stakeholder: "stakeholder", country: "country", region: "region", year: "year", prize: "prize",
        lines: "lines", goals: "goals", summary: "summary", target_groups: "targetGroups", page: "page",
        collections: "collections", prize_evidence: "prizeEvidence", start: "start", end: "end", note: "note"
    }
);
row!(
    /// A list that projects come from, in a language.
    CollectionRow in "collections.csv" {
        id: "id", language: "language", name: "name", short: "short", about: "about", bias: "bias",
        source: "source", stocktaking: "stocktaking", records_goals: "recordsGoals"
    }
);
row!(
    /// The numbers of results of a year of the prizes.
    PrizeYearRow in "prize-years.csv" {
        year: "year", winners: "winners", champions: "champions", evidence: "evidence"
    }
);
row!(
    /// Two entries that may be the same project.
    DuplicateRow in "possible-duplicates.csv" { first: "first", second: "second", reason: "reason" }
);
row!(
    /// A project's statement about a goal.
    StatementRow in "goal-statements.csv" {
        project: "project", goal: "goal", language: "language", statement: "statement"
    }
);
row!(
    /// An entry that was taken out.
    WithdrawnRow in "withdrawn.csv" { id: "id", date: "date" }
);
row!(
    /// An initiative of the report.
    InitiativeRow in "initiatives.csv" {
        id: "id", name: "name", kind: "kind", organisations: "organisations", lines: "lines", goals: "goals",
        countries: "countries", years: "years", text: "text", basis: "basis", note: "note", source: "source",
        review: "review"
    }
);
row!(
    /// A digital public good.
    PublicGoodRow in "digital-public-goods.csv" {
        id: "id", name: "name", organisation: "organisation", goals: "goals", kinds: "kinds",
        licences: "licences", countries: "countries", year: "year", website: "website", record: "record",
        source: "source"
    }
);
row!(
    /// A rule of the prizes, or a field of ITU's form.
    RuleRow in "rules.csv" {
        id: "id", kind: "kind", language: "language", text: "text", status: "status", evidence: "evidence",
        review: "review"
    }
);
row!(
    /// The claims of several sources about the same matter.
    ConflictRow in "conflicts.csv" {
        id: "id", subject: "subject", language: "language", report: "report", elsewhere: "elsewhere",
        evidence: "evidence", differs: "differs", note: "note", review: "review"
    }
);
row!(
    /// A tour in a language.
    TourRow in "tours.csv" { id: "id", language: "language", title: "title", text: "text", review: "review" }
);
row!(
    /// A step of a tour in a language.
    TourStepRow in "tour-steps.csv" {
        tour: "tour", step: "step", language: "language", view: "view", title: "title", text: "text",
        notes: "notes", seconds: "seconds", caption: "caption", unit: "unit", values: "values",
        basis: "basis", review: "review"
    }
);
row!(
    /// A lens on the report, in a language.
    LensRow in "lenses.csv" {
        id: "id", language: "language", title: "title", short: "short", text: "text", basis: "basis",
        review: "review"
    }
);
row!(
    /// A section of a lens.
    LensSectionRow in "lens-sections.csv" {
        lens: "lens", id: "id", language: "language", form: "form", title: "title", text: "text",
        labels: "labels", basis: "basis", review: "review"
    }
);
row!(
    /// An item of a section.
    LensItemRow in "lens-items.csv" {
        lens: "lens", section: "section", id: "id", language: "language", title: "title", years: "years",
        text: "text", lines: "lines", goals: "goals", cells: "cells", regions: "regions",
        initiative: "initiative", page: "page", source: "source", basis: "basis", note: "note",
        review: "review"
    }
);
row!(
    /// A fact of an item.
    LensFactRow in "lens-facts.csv" {
        item: "item", label: "label", language: "language", text: "text", missing: "missing"
    }
);
row!(
    /// A chart of a section.
    LensChartRow in "lens-charts.csv" {
        lens: "lens", section: "section", id: "id", language: "language", form: "form", caption: "caption",
        unit: "unit", counted: "counted", basis: "basis", note: "note", review: "review"
    }
);
row!(
    /// A value of a chart.
    LensValueRow in "lens-values.csv" {
        chart: "chart", language: "language", series: "series", label: "label", value: "value",
        qualifier: "qualifier", counted: "counted", note: "note"
    }
);
row!(
    /// The sentence on what the collection covers, in a language.
    CoverageRow in "coverage.csv" { language: "language", text: "text", none: "none", some: "some" }
);

/// All files of the sources.
#[derive(Debug)]
#[allow(missing_docs, reason = "the fields are the files")]
pub struct Sources {
    pub sources: SourceTable<SourceRow>,
    pub lines: SourceTable<LineRow>,
    pub line_names: SourceTable<LineNameRow>,
    pub goals: SourceTable<GoalRow>,
    pub goal_names: SourceTable<GoalNameRow>,
    pub targets: SourceTable<TargetRow>,
    pub links: SourceTable<LinkRow>,
    pub rationales: SourceTable<RationaleRow>,
    pub passages: SourceTable<PassageRow>,
    pub vocabulary: SourceTable<VocabularyRow>,
    pub countries: SourceTable<CountryRow>,
    pub projects: SourceTable<ProjectRow>,
    pub collections: SourceTable<CollectionRow>,
    pub prize_years: SourceTable<PrizeYearRow>,
    pub possible_duplicates: SourceTable<DuplicateRow>,
    pub statements: SourceTable<StatementRow>,
    pub withdrawn: SourceTable<WithdrawnRow>,
    pub initiatives: SourceTable<InitiativeRow>,
    pub public_goods: SourceTable<PublicGoodRow>,
    pub rules: SourceTable<RuleRow>,
    pub conflicts: SourceTable<ConflictRow>,
    pub tours: SourceTable<TourRow>,
    pub tour_steps: SourceTable<TourStepRow>,
    pub lenses: SourceTable<LensRow>,
    pub lens_sections: SourceTable<LensSectionRow>,
    pub lens_items: SourceTable<LensItemRow>,
    pub lens_facts: SourceTable<LensFactRow>,
    pub lens_charts: SourceTable<LensChartRow>,
    pub lens_values: SourceTable<LensValueRow>,
    pub coverage: SourceTable<CoverageRow>,
}

impl Sources {
    /// Reads every file of the folder; what cannot be read is reported and left out.
    pub fn read(folder: &Path, problems: &mut Problems) -> Self {
        Self {
            sources: read_table(folder, problems),
            lines: read_table(folder, problems),
            line_names: read_table(folder, problems),
            goals: read_table(folder, problems),
            goal_names: read_table(folder, problems),
            targets: read_table(folder, problems),
            links: read_table(folder, problems),
            rationales: read_table(folder, problems),
            passages: read_table(folder, problems),
            vocabulary: read_table(folder, problems),
            countries: read_table(folder, problems),
            projects: read_table(folder, problems),
            collections: read_table(folder, problems),
            prize_years: read_table(folder, problems),
            possible_duplicates: read_table(folder, problems),
            statements: read_table(folder, problems),
            withdrawn: read_table(folder, problems),
            initiatives: read_table(folder, problems),
            public_goods: read_table(folder, problems),
            rules: read_table(folder, problems),
            conflicts: read_table(folder, problems),
            tours: read_table(folder, problems),
            tour_steps: read_table(folder, problems),
            lenses: read_table(folder, problems),
            lens_sections: read_table(folder, problems),
            lens_items: read_table(folder, problems),
            lens_facts: read_table(folder, problems),
            lens_charts: read_table(folder, problems),
            lens_values: read_table(folder, problems),
            coverage: read_table(folder, problems),
        }
    }
}
