//! Invariants of every build, whatever its sources.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use wsis_cli::data::build::Api;
use wsis_core::contract::lenses::Lenses;
use wsis_core::contract::{PAGE_SIZE, offline_files};
use wsis_core::matrix::MatrixCounts;
use wsis_core::{Goal, Language, Line, normalize};

use crate::support::{Build, builds, file, fresh, items, manifest, number, text};

const PRIZES: [&str; 5] = ["winner", "champion", "nominated", "submitted", "none"];

#[test]
fn two_runs_give_the_same_bytes() {
    for Build { sources, api } in builds() {
        assert!(fresh(sources) == *api, "{}", sources.display());
    }
}

#[test]
fn every_file_is_compact_json_with_one_final_newline() {
    for Build { api, .. } in builds() {
        for (path, bytes) in api.files.iter().chain([(&"manifest.json".to_owned(), &api.manifest)]) {
            let content = std::str::from_utf8(bytes).unwrap().strip_suffix('\n').unwrap();
            assert!(!content.contains('\n'), "{path}");
            let compact: Value = serde_json::from_str(content).unwrap();
            assert_eq!(compact.to_string().len(), content.len(), "{path}: spaces between values");
            assert!(!content.contains(":null"), "{path}: absent rather than null");
        }
    }
}

#[test]
fn pages_of_a_cell_are_complete_sorted_and_agree_with_the_counts() {
    for Build { api, .. } in builds() {
        let counts = file(api, "counts.json");
        for (row, line) in Line::all().enumerate() {
            for (column, goal) in Goal::all().enumerate() {
                let projects = check_pages(api, line, goal);
                let cell = file(api, &format!("cells/{line}/{goal}/1.json"));
                assert_eq!(cell["declared"], counts["declared"][row][column], "{line} {goal}");
                assert_eq!(cell["derived"], counts["derived"][row][column], "{line} {goal}");
                let keys: Vec<_> = projects.iter().map(order_key).collect();
                assert!(keys.is_sorted(), "{line} {goal}");
            }
        }
    }
}

#[test]
fn what_a_device_is_to_keep_is_there_and_is_all_there_is() {
    for Build { api, .. } in builds() {
        let counts = MatrixCounts::new(serde_json::from_value(file(api, "counts.json")).unwrap()).unwrap();
        let page_size = u32::try_from(PAGE_SIZE).unwrap();
        let lenses: Lenses = serde_json::from_value(file(api, "context/en/lenses.json")).unwrap();
        let lenses: Vec<_> = lenses.lenses.into_iter().map(|lens| lens.id).collect();
        let kept = offline_files::complete(&Language::ALL, &counts, page_size, &lenses);
        for path in &kept {
            assert!(api.files.contains_key(path) || offline_files::is_optional(path), "{path} is not there");
        }
        let kept: BTreeSet<&String> = kept.iter().collect();
        let rest = api.files.keys().filter(|path| !kept.contains(path) && !path.starts_with("projects/"));
        assert_eq!(rest.collect::<Vec<_>>(), [""; 0], "there is more to be looked at than is kept");
    }
}

/// The projects of all pages of a cell, after a look at what each page says of itself.
fn check_pages(api: &Api, line: Line, goal: Goal) -> Vec<Value> {
    let mut projects = Vec::new();
    let pages = number(&file(api, &format!("cells/{line}/{goal}/1.json"))["pages"]);
    for at in 1..=pages {
        let page = file(api, &format!("cells/{line}/{goal}/{at}.json"));
        assert_eq!(page["line"], line.id());
        assert_eq!((number(&page["goal"]), number(&page["page"])), (u64::from(goal.number()), at));
        assert_eq!(number(&page["pages"]), pages);
        assert_eq!(number(&page["total"]), number(&page["declared"]) + number(&page["derived"]));
        let listed = items(&page["projects"]);
        assert!(listed.len() <= 20 && (at == pages || listed.len() == 20), "{line} {goal} {at}");
        assert!(at == 1 || !listed.is_empty(), "no empty page after the first");
        projects.extend(listed.iter().cloned());
    }
    assert!(!api.files.contains_key(&format!("cells/{line}/{goal}/{}.json", pages + 1)));
    let cell = file(api, &format!("cells/{line}/{goal}/1.json"));
    let declared = projects.iter().filter(|project| project["declared"] == true).count();
    assert_eq!((projects.len() as u64, declared as u64), (number(&cell["total"]), number(&cell["declared"])));
    let ids: BTreeSet<&str> = projects.iter().map(|project| text(&project["id"])).collect();
    assert_eq!(ids.len(), projects.len(), "a project stands once in a cell");
    projects
}

fn order_key(project: &Value) -> (bool, usize, u64, String, String) {
    let prize = PRIZES.iter().position(|prize| project["prize"] == *prize).unwrap();
    let newest_first = 10_000 - project["year"].as_u64().unwrap_or(0);
    let (title, id) = (normalize(text(&project["title"])), text(&project["id"]).to_owned());
    (project["declared"] == false, prize, newest_first, title, id)
}

#[test]
fn listed_projects_say_what_their_own_files_say() {
    for Build { api, .. } in builds() {
        let cells = api.files.iter().filter(|(path, _)| path.starts_with("cells/"));
        for (path, bytes) in cells {
            let page: Value = serde_json::from_slice(bytes).unwrap();
            for listed in items(&page["projects"]) {
                let full = file(api, &format!("projects/{}.json", text(&listed["id"])));
                for (name, value) in listed.as_object().unwrap() {
                    if name == "goals" {
                        let stated: Vec<&Value> = items(&full[name]).iter().map(|one| &one["goal"]).collect();
                        assert_eq!(items(value).iter().collect::<Vec<_>>(), stated, "{path}: {name}");
                    } else if name != "declared" && name != "applications" {
                        assert_eq!(&full[name], value, "{path}: {name}");
                    }
                }
                assert_eq!(listed["declared"], !items(&full["goals"]).is_empty());
                check_applications(page["line"] == "C7", listed, &full);
            }
        }
    }
}

fn check_applications(in_c7: bool, listed: &Value, full: &Value) {
    let named: Vec<&Value> =
        items(&full["lines"]).iter().filter(|line| in_c7 && text(line).starts_with("C7")).collect();
    let applications: Vec<&Value> = listed.get("applications").into_iter().flat_map(items).collect();
    assert_eq!(applications, named, "{}", listed["id"]);
}

#[test]
fn index_and_titles_agree_with_the_projects() {
    for Build { api, .. } in builds() {
        let (index, titles) = (file(api, "index.json"), file(api, "titles.json"));
        let ids = items(&index["ids"]);
        assert_eq!(ids.len(), api.projects);
        assert_eq!(index["tables"]["prize"], Value::from(PRIZES.to_vec()));
        for (at, id) in ids.iter().enumerate() {
            let full = file(api, &format!("projects/{}.json", text(id)));
            let row = Row { index: &index, titles: &titles, at };
            assert_eq!(row.lines(), full["lines"], "{id}");
            let goals: Vec<Value> = items(&full["goals"]).iter().map(|goal| goal["goal"].clone()).collect();
            assert_eq!(row.goals(), goals, "{id}");
            for name in ["country", "region", "stakeholder"] {
                let table = &index["tables"][name];
                assert_eq!(pointed(table, &index[name][at]), full.get(name), "{id}: {name}");
            }
            assert_eq!(
                row.target_groups(),
                BTreeSet::from_iter(items(&full["targetGroups"]).iter().map(text))
            );
            assert_eq!(number(&index["year"][at]), full.get("year").map_or(0, number));
            assert_eq!(PRIZES[usize::try_from(number(&index["prize"][at])).unwrap()], full["prize"]);
            assert_eq!(titles["titles"][at], full["title"]);
            let language = pointed(&titles["titleLanguageTable"], &titles["titleLanguages"][at]);
            assert_eq!(language, Some(&full["titleLanguage"]));
            let organisation = pointed(&titles["organisationTable"], &titles["organisations"][at]);
            assert_eq!(organisation, full.get("organisation"));
        }
    }
}

/// A row of the index.
struct Row<'a> {
    index: &'a Value,
    titles: &'a Value,
    at: usize,
}

impl Row<'_> {
    fn bits(&self, name: &str) -> Vec<usize> {
        assert_eq!(items(&self.index[name]).len(), items(&self.titles["titles"]).len());
        let mask = number(&self.index[name][self.at]);
        (0..64).filter(|bit| mask & (1 << bit) != 0).collect()
    }

    fn lines(&self) -> Value {
        let lines: Vec<&str> = Line::all().map(Line::id).collect();
        self.bits("lines").into_iter().map(|bit| lines[bit]).collect()
    }

    fn goals(&self) -> Vec<Value> {
        self.bits("goals").into_iter().map(|bit| Value::from(bit + 1)).collect()
    }

    fn target_groups(&self) -> BTreeSet<&str> {
        self.bits("targetGroups")
            .into_iter()
            .map(|bit| text(&self.index["tables"]["targetGroups"][bit]))
            .collect()
    }
}

/// The value that a column points at; -1 is none.
fn pointed<'a>(table: &'a Value, position: &Value) -> Option<&'a Value> {
    match position.as_i64().unwrap() {
        -1 => None,
        position => Some(&items(table)[usize::try_from(position).unwrap()]),
    }
}

/// Under a filter a list comes from the index; its order must be that of the cells.
#[test]
fn the_index_has_the_order_of_the_cells() {
    for Build { api, .. } in builds() {
        let index = file(api, "index.json");
        let places: BTreeMap<&str, usize> =
            items(&index["ids"]).iter().enumerate().map(|(at, id)| (text(id), at)).collect();
        for line in Line::all() {
            for goal in Goal::all() {
                let projects = check_pages(api, line, goal);
                assert!(
                    projects.iter().map(|project| places[text(&project["id"])]).is_sorted(),
                    "{line} {goal}"
                );
            }
        }
    }
}

#[test]
fn every_link_of_the_data_leads_to_the_web() {
    for Build { api, .. } in builds() {
        check_addresses("manifest.json", &manifest(api));
        for path in api.files.keys() {
            check_addresses(path, &file(api, path));
        }
    }
}

fn check_addresses(path: &str, value: &Value) {
    let is_web = |value: &Value| text(value).starts_with("https://") || text(value).starts_with("http://");
    match value {
        Value::Array(values) => values.iter().for_each(|value| check_addresses(path, value)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value) {
                    ("page", Value::Number(_)) => {}
                    ("page" | "address", value) => assert!(is_web(value), "{path}: {name} is {value}"),
                    ("links", Value::Array(links)) if links.iter().all(Value::is_string) => {
                        assert!(links.iter().all(is_web), "{path}: {value}");
                    }
                    (_, value) => check_addresses(path, value),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn names_and_texts_exist_in_all_six_languages() {
    for Build { api, .. } in builds() {
        let sources: BTreeSet<String> =
            items(&manifest(api)["sources"]).iter().map(|source| text(&source["id"]).to_owned()).collect();
        for language in ["ar", "zh", "en", "fr", "ru", "es"] {
            let matrix = file(api, &format!("matrix.{language}.json"));
            assert_eq!((items(&matrix["lines"]).len(), items(&matrix["goals"]).len()), (19, 17));
            for link in items(&matrix["links"]) {
                assert!(sources.contains(text(&link["source"])));
                for code in items(&link["targets"]) {
                    assert!(items(&matrix["targets"]).iter().any(|target| target["code"] == *code), "{code}");
                }
            }
            for rationale in items(&file(api, &format!("rationales.{language}.json"))["rationales"]) {
                let same =
                    |link: &&Value| link["line"] == rationale["line"] && link["goal"] == rationale["goal"];
                assert_eq!(items(&matrix["links"]).iter().filter(same).count(), 1, "{rationale}");
                assert!(language != "en" || rationale.get("language").is_none(), "{rationale}");
            }
            for line in Line::all() {
                let profile = file(api, &format!("profiles/{language}/{line}.json"));
                assert_eq!(profile["line"], line.id());
                assert!(sources.contains(text(&profile["facilitators"]["source"])));
            }
            for initiative in
                items(&file(api, &format!("context/{language}/initiatives.json"))["initiatives"])
            {
                assert!(sources.contains(text(&initiative["source"])));
                let review = text(&initiative["review"]);
                let in_english = language == "en" || initiative.get("language").is_some();
                assert_eq!(review == "machine", !in_english, "{initiative}");
            }
        }
    }
}
