//! The files that exist once a language: matrix, rationales, passages, vocabulary, profiles and context.

use std::collections::BTreeMap;

use anyhow::Result;
use wsis_core::contract::conflicts::{Conflict, Conflicts};
use wsis_core::contract::context::Initiatives;
use wsis_core::contract::manifest::Source;
use wsis_core::contract::matrix::{Link, MatrixFile, NamedGoal, NamedLine, Target};
use wsis_core::contract::passages::{Part, Passage, Passages};
use wsis_core::contract::profile::{Facilitators, LineProfile};
use wsis_core::contract::rationales::{Rationale, Rationales};
use wsis_core::contract::registration::{Registration, Rule};
use wsis_core::contract::tours::{ShippedTour, Tours};
use wsis_core::contract::vocabulary::{Collection, SourceText, Term, Vocabulary};
use wsis_core::contract::{Review, path};
use wsis_core::{Goal, Language, Line, TargetCode, VocabularyId};
use wsis_messages::CATALOGUES;

use crate::data::files::{Files, fit, json};
use crate::data::model::{Model, SourceCollection, VocabularyList};
use crate::data::sources::{CsvRow, InitiativeRow, LineRow, LinkRow, SourceRow};

/// Adds the files of every language.
pub(super) fn add(model: &Model, files: &mut Files) -> Result<()> {
    for language in Language::ALL {
        if let Some((_, text)) = CATALOGUES.iter().find(|(code, _)| *code == language.code()) {
            files.insert(path::interface(language), text.as_bytes().to_vec());
        }
        files.insert(path::matrix(language), json(&matrix(model, language))?);
        files.insert(path::rationales(language), json(&rationales(model, language))?);
        files.insert(path::passages(language), json(&passages(model, language))?);
        files.insert(path::vocabulary(language), json(&vocabulary(model, language)?)?);
        for (line, facilitators) in &model.facilitators {
            let facilitators = facilitators_in(model, *line, facilitators, language);
            let profile = LineProfile { line: *line, facilitators };
            files.insert(path::line_profile(language, *line), json(&profile)?);
        }
        files.insert(path::context(language, path::INITIATIVES), json(&initiatives(model, language))?);
        files.insert(path::context(language, path::CONFLICTS), json(&conflicts(model, language))?);
        files.insert(path::context(language, path::REGISTRATION), json(&registration(model, language))?);
        files.insert(path::context(language, path::TOURS), json(&tours(model, language))?);
    }
    Ok(())
}

/// The text in a language, else the English one, marked as English.
pub(super) fn in_language<K: Ord + Copy, V>(
    texts: &BTreeMap<(K, Language), V>,
    key: K,
    language: Language,
) -> Option<(&V, Option<Language>)> {
    texts
        .get(&(key, language))
        .map(|text| (text, None))
        .or_else(|| texts.get(&(key, Language::English)).map(|text| (text, Some(Language::English))))
}

fn matrix(model: &Model, language: Language) -> MatrixFile {
    MatrixFile {
        lines: Line::all().filter_map(|line| named_line(model, line, language)).collect(),
        goals: Goal::all().filter_map(|goal| named_goal(model, goal, language)).collect(),
        targets: targets(model, language),
        links: model.links.iter().map(|link| link_in(model, link, language)).collect(),
    }
}

/// The link with its remark in the language, if there is a translation.
fn link_in(model: &Model, link: &Link, language: Language) -> Link {
    let key = format!("{}/{}", link.line, link.goal);
    let note = translated_or::<LinkRow>(model, language, &key, "note", link.note.as_ref());
    Link { note, ..link.clone() }
}

/// The facilitators with the remark in the language, if there is a translation.
fn facilitators_in(
    model: &Model,
    line: Line,
    facilitators: &Facilitators,
    language: Language,
) -> Facilitators {
    let note =
        translated_or::<LineRow>(model, language, line.id(), "facilitatorNote", facilitators.note.as_ref());
    Facilitators { note, ..facilitators.clone() }
}

/// The text in the language, else as it is.
fn translated_or<R: CsvRow>(
    model: &Model,
    language: Language,
    row: &str,
    field: &str,
    text: Option<&String>,
) -> Option<String> {
    let translation = || Some(model.translations.find::<R>(language, row, field)?.text.clone());
    text.map(|text| translation().unwrap_or_else(|| text.clone()))
}

fn named_line(model: &Model, line: Line, language: Language) -> Option<NamedLine> {
    let (name, _) = in_language(&model.line_names, line, language)?;
    Some(NamedLine {
        id: line,
        name: name.name.clone(),
        short: name.short.clone(),
        name_status: name.status,
        parent: line.parent(),
    })
}

fn named_goal(model: &Model, goal: Goal, language: Language) -> Option<NamedGoal> {
    let (name, _) = in_language(&model.goal_names, goal, language)?;
    let colour = *model.colours.get(&goal)?;
    Some(NamedGoal { number: goal, name: name.name.clone(), name_status: name.status, colour })
}

/// The targets that a link names, in order.
fn targets(model: &Model, language: Language) -> Vec<Target> {
    let mut codes: Vec<TargetCode> =
        model.links.iter().flat_map(|link| link.targets.iter().copied()).collect();
    codes.sort_unstable();
    codes.dedup();
    let target = |code| {
        let (label, language) = in_language(&model.labels, code, language)?;
        Some(Target { code, label: label.label.clone(), language, review: label.review })
    };
    codes.into_iter().filter_map(target).collect()
}

fn rationales(model: &Model, language: Language) -> Rationales {
    let rationale = |link: &Link| {
        let (prose, language) = in_language(&model.rationales, (link.line, link.goal), language)?;
        Some(Rationale {
            line: link.line,
            goal: link.goal,
            text: prose.text.clone(),
            language,
            basis: prose.basis.clone(),
            review: prose.review,
        })
    };
    Rationales { rationales: model.links.iter().filter_map(rationale).collect() }
}

/// Those of all lines together first.
fn passages(model: &Model, language: Language) -> Passages {
    let mut passages = Vec::new();
    for line in std::iter::once(None).chain(Line::all().map(Some)) {
        for part in Part::ALL {
            let Some((texts, language)) = in_language(&model.passages, (line, part), language) else {
                continue;
            };
            passages.extend(texts.iter().map(|prose| Passage {
                line,
                part,
                text: prose.text.clone(),
                language,
                basis: prose.basis.clone(),
                review: prose.review,
            }));
        }
    }
    Passages { passages }
}

fn vocabulary(model: &Model, language: Language) -> Result<Vocabulary> {
    let terms = |list| terms(model, list, language);
    Ok(Vocabulary {
        regions: terms(VocabularyList::Region),
        stakeholders: terms(VocabularyList::Stakeholder),
        target_groups: terms(VocabularyList::TargetGroup),
        prizes: terms(VocabularyList::Prize),
        entry_kinds: terms(VocabularyList::EntryKind),
        gdc_objectives: terms(VocabularyList::GdcObjective),
        countries: model.countries.clone(),
        collections: collections(model, language)?,
        prize_years: model.prize_years.clone(),
        sources: source_texts(model, language),
    })
}

/// Licence and remark of each source, in the language where they are translated.
fn source_texts(model: &Model, language: Language) -> Vec<SourceText> {
    let text = |source: &Source| {
        let licence =
            translated_or::<SourceRow>(model, language, &source.id, "licence", Some(&source.licence));
        let note = translated_or::<SourceRow>(model, language, &source.id, "note", source.note.as_ref());
        Some(SourceText { id: source.id.clone(), licence: licence?, note })
    };
    model.sources.iter().filter_map(text).collect()
}

/// The collections with their numbers of projects.
fn collections(model: &Model, language: Language) -> Result<Vec<Collection>> {
    let count = |id: &VocabularyId, with_goals: bool| {
        let projects = model.projects.iter().filter(|project| project.collections.contains(id));
        fit(projects.filter(|project| !with_goals || !project.goals.is_empty()).count())
    };
    let described = |one: &SourceCollection| {
        let own = one.texts.get(&language).map(|text| (text, None));
        let english = || Some((one.texts.get(&Language::English)?, Some(Language::English)));
        let (text, language) = own.or_else(english)?;
        let counts = count(&one.id, false).and_then(|all| Ok((all, count(&one.id, true)?)));
        let text = text.clone();
        Some(counts.map(|(projects, declared)| Collection {
            id: one.id.clone(),
            name: text.name,
            short: text.short,
            about: text.about,
            bias: text.bias,
            language,
            source: one.source.clone(),
            stocktaking: one.stocktaking,
            records_goals: one.records_goals,
            projects,
            declared,
        }))
    };
    model.collections.iter().filter_map(described).collect()
}

fn terms(model: &Model, list: VocabularyList, language: Language) -> Vec<Term> {
    let values = model.vocabulary.get(&list).into_iter().flatten();
    values
        .filter_map(|value| {
            let own = value.names.get(&language).map(|name| (name, None));
            let english = || value.names.get(&Language::English).map(|name| (name, Some(Language::English)));
            let (name, language) = own.or_else(english)?;
            Some(Term { id: value.id.clone(), name: name.name.clone(), language, name_status: name.status })
        })
        .collect()
}

/// Each in the language if all its texts are translated, else in English and marked so.
fn initiatives(model: &Model, language: Language) -> Initiatives {
    let mut initiatives = model.initiatives.clone();
    for initiative in initiatives.iter_mut().filter(|_| language != Language::English) {
        let find = |field| model.translations.find::<InitiativeRow>(language, initiative.id.as_str(), field);
        let (text, note) = (find("text"), initiative.note.as_ref().map(|note| (note, find("note"))));
        let (Some(text), None | Some((_, Some(_)))) = (text, note) else {
            initiative.language = Some(Language::English);
            continue;
        };
        let note = note.and_then(|(source, note)| Some((source, note?)));
        let reviews = [Some(text.review(&initiative.text)), note.map(|(source, note)| note.review(source))];
        let is_reviewed = reviews.into_iter().flatten().all(|review| review == Review::Reviewed);
        let note = note.map(|(_, note)| note.text.clone());
        initiative.text.clone_from(&text.text);
        initiative.note = note;
        initiative.review = if is_reviewed { Review::Reviewed } else { Review::Machine };
    }
    Initiatives { initiatives }
}

fn conflicts(model: &Model, language: Language) -> Conflicts {
    let conflict = |(at, written): &(usize, Language)| {
        (*written == Language::English).then_some(())?;
        let (conflict, language) = in_language(&model.conflicts, *at, language)?;
        Some(Conflict { language, ..conflict.clone() })
    };
    Conflicts { conflicts: model.conflicts.keys().filter_map(conflict).collect() }
}

fn registration(model: &Model, language: Language) -> Registration {
    let rule = |(at, written): &(usize, Language)| {
        (*written == Language::English).then_some(())?;
        let (rule, language) = in_language(&model.rules, *at, language)?;
        Some(Rule { language, ..rule.clone() })
    };
    Registration { rules: model.rules.keys().filter_map(rule).collect() }
}

fn tours(model: &Model, language: Language) -> Tours {
    let tour = |(at, written): &(usize, Language)| {
        (*written == Language::English).then_some(())?;
        let (tour, language) = in_language(&model.tours, *at, language)?;
        Some(ShippedTour { language, ..tour.clone() })
    };
    Tours { tours: model.tours.keys().filter_map(tour).collect() }
}

/// The coverage sentences with their numbers.
pub(super) fn coverage(model: &Model, projects: u32, declared: u32) -> BTreeMap<Language, String> {
    let sentence = |coverage: &crate::data::model::Coverage| {
        let stated = if declared == 0 {
            coverage.none.clone()
        } else {
            coverage.some.replace("{count}", &declared.to_string())
        };
        coverage.text.replace("{projects}", &projects.to_string()).replace("{declared}", &stated)
    };
    model.coverage.iter().map(|(language, coverage)| (*language, sentence(coverage))).collect()
}
