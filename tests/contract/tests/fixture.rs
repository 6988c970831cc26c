//! The rules on the cases of the fixture, with numbers counted by hand from `fixtures/sources/projects.csv`.

use serde_json::{Value, json};
use wsis_cli::data::build::Api;
use wsis_cli::data::date::Date;
use wsis_cli::data::make;

use crate::support::{file, fixture, fixture_sources, items, manifest, number, text};

/// Declared and derived of a cell.
fn cell(api: &Api, line: &str, goal: u8) -> (u64, u64) {
    let page = file(api, &format!("cells/{line}/{goal}/1.json"));
    (number(&page["declared"]), number(&page["derived"]))
}

fn ids(api: &Api, line: &str, goal: u8, page: u8) -> Vec<String> {
    let page = file(api, &format!("cells/{line}/{goal}/{page}.json"));
    items(&page["projects"]).iter().map(|project| text(&project["id"]).to_owned()).collect()
}

#[test]
fn texts_stand_in_english_where_a_language_has_none() {
    let api = fixture();
    let french = file(api, "rationales.fr.json");
    let [networks, records] = items(&french["rationales"]) else { panic!("{french}") };
    assert_eq!(networks["text"], "Les réseaux vont où personne ne construirait seul.");
    assert_eq!((networks.get("language"), &networks["review"]), (None, &json!("machine")));
    assert_eq!((&records["language"], &records["review"]), (&json!("en"), &json!("written")));
    let french = file(api, "passages.fr.json");
    let told: Vec<_> =
        items(&french["passages"]).iter().map(|one| (&one["text"], one.get("language"))).collect();
    assert_eq!(
        told,
        [
            (&json!("Money is short everywhere."), Some(&json!("en"))),
            (&json!("Les réseaux."), None),
            (&json!("Upkeep costs."), Some(&json!("en"))),
            (&json!("Data are missing."), Some(&json!("en"))),
        ]
    );
    assert!(items(&french["passages"])[0].get("line").is_none(), "about all lines together");
}

#[test]
fn rules_and_conflicts_keep_their_order_and_stand_in_english_where_a_language_has_none() {
    let api = fixture();
    let french = file(api, "context/fr/registration.json");
    let [english, photo] = items(&french["rules"]) else { panic!("{french}") };
    assert_eq!((&english["text"], english.get("language")), (&json!("En anglais seulement."), None));
    assert_eq!((&photo["kind"], &photo["status"]), (&json!("field"), &json!("recalled")));
    assert_eq!(photo["language"], "en");
    let french = file(api, "context/fr/conflicts.json");
    let [size, start] = items(&french["conflicts"]) else { panic!("{french}") };
    assert_eq!((&size["subject"], &size["differs"]), (&json!("Taille"), &json!(true)));
    assert_eq!((start.get("elsewhere"), &start["language"]), (None, &json!("en")));
}

#[test]
fn tours_have_their_steps_in_order_and_stand_in_english_where_a_language_has_none() {
    let api = fixture();
    let english = file(api, "context/en/tours.json");
    let [short, _] = items(&english["tours"]) else { panic!("{english}") };
    let [first, second] = items(&short["steps"]) else { panic!("{short}") };
    assert_eq!(
        first["figure"]["values"],
        json!([{"label": "2005", "value": 16.0}, {"label": "2024", "value": 67.5}])
    );
    assert_eq!(
        (&second["view"], &second["seconds"]),
        (&json!("line=C2&goal=9&project=declared"), &json!(20))
    );
    assert_eq!((second.get("text"), second.get("figure"), &second["notes"]), (None, None, &json!("Say so.")));
    let french = file(api, "context/fr/tours.json");
    let [short, other] = items(&french["tours"]) else { panic!("{french}") };
    assert_eq!(
        (&short["title"], short.get("language"), items(&short["steps"]).len()),
        (&json!("Un tour court"), None, 1)
    );
    assert_eq!((&other["title"], &other["language"]), (&json!("Another"), &json!("en")));
}

#[test]
fn a_lens_has_its_parts_in_order_and_a_series_that_is_counted() {
    let api = fixture();
    let french = file(api, "context/fr/aims.json");
    assert_eq!((&french["title"], french.get("language")), (&json!("Buts d’un plan"), None));
    let section = &french["sections"][0];
    assert_eq!(section["labels"], json!([{"id": "left", "name": "À faire"}, {"id": "then", "name": "2003"}]));
    let english = file(api, "context/en/aims.json");
    let item = &english["sections"][0]["items"][0];
    assert_eq!(
        item["lines"],
        json!([{"line": "C2", "tie": "stated"}, {"line": "C7-EGOV", "tie": "subject"}])
    );
    assert_eq!(item["cells"], json!([{"line": "C2", "goal": 9, "tie": "stated"}]));
    assert_eq!(item["facts"][1]["missing"], true);
    // Of the projects with a region eight of nine are of Africa.
    let series = &section["charts"][0]["series"];
    assert_eq!(series[0]["values"][1], json!({"label": "Elsewhere", "note": "None is given."}));
    assert_eq!(
        series[1],
        json!({"name": "Here", "counted": true, "values": [{"label": "Africa", "value": 88.9}]})
    );
    let dates = file(api, "context/fr/dates.json");
    assert_eq!(dates["language"], "en", "the English stands in");
    let years = &dates["sections"][0]["items"][0]["years"];
    assert_eq!(*years, json!([{"from": 2003, "to": 2003}, {"from": 2005, "to": 2006}]));
    let list = file(api, "context/en/lenses.json");
    let [aims, _] = items(&list["lenses"]) else { panic!("{list}") };
    assert_eq!(aims["entries"][0]["text"], "An aim with <b>marks</b>. 2.6");
}

#[test]
fn stated_goals_declare_linked_or_not_and_nowhere_else() {
    let api = fixture();
    assert_eq!(cell(api, "C2", 9), (1, 23), "linked; 23 projects of C2 state nothing");
    assert_eq!(cell(api, "C2", 13), (1, 0), "not linked");
    assert_eq!(cell(api, "C5", 9), (1, 0), "not linked");
    assert_eq!(cell(api, "C5", 13), (1, 0), "not linked");
    assert_eq!(cell(api, "C2", 1), (0, 23), "linked, but the project states other goals");
    assert_eq!(ids(api, "C5", 16, 1), ["several"], "linked, but the project states other goals");
}

#[test]
fn no_goals_derive_in_every_linked_goal_of_the_lines() {
    let api = fixture();
    for (line, goal) in [("C1", 16), ("C5", 16), ("C7-EGOV", 9), ("C7-EGOV", 16)] {
        assert_eq!(ids(api, line, goal, 1), ["several"], "{line} {goal}");
    }
    assert_eq!(cell(api, "C1", 9), (0, 0), "C1 is not linked to 9, C7-EGOV is");
    assert_eq!(cell(api, "C3", 4), (0, 0), "C3 has no link: its project stands in no cell");
    assert_eq!(number(&file(api, "counts.json")["distinct"]["lines"][2]), 1, "but in the total of C3");
}

#[test]
fn c7_gathers_its_applications_and_those_that_name_it_alone() {
    let api = fixture();
    assert_eq!(cell(api, "C7", 3), (1, 1));
    assert_eq!(cell(api, "C7", 9), (0, 2));
    assert_eq!(cell(api, "C7", 16), (0, 2));
    assert_eq!(ids(api, "C7-EHEALTH", 3, 1), ["c7-and-health"], "no application is stated by c7-alone");
    let applications: Vec<Value> = items(&file(api, "cells/C7/3/1.json")["projects"])
        .iter()
        .map(|project| project["applications"].clone())
        .collect();
    assert_eq!(applications, [json!(["C7", "C7-EHEALTH"]), json!(["C7"])]);
    let in_health = file(api, "cells/C7-EHEALTH/3/1.json");
    assert_eq!(in_health["projects"][0].get("applications"), None, "only in C7's own row");
}

#[test]
fn an_entry_without_a_line_stands_in_the_totals_only() {
    let api = fixture();
    let distinct = file(api, "counts.json")["distinct"].clone();
    assert_eq!(distinct["noLine"], 1);
    assert_eq!(distinct["all"], 31);
    assert_eq!(distinct["lines"], json!([1, 24, 1, 0, 2, 0, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2]));
    assert_eq!(distinct["goals"], json!([0, 0, 1, 1, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0]));
    assert!(
        !api.files.iter().any(|(path, bytes)| path.starts_with("cells/")
            && String::from_utf8_lossy(bytes).contains("\"no-line\"")),
        "no cell lists it"
    );
}

#[test]
fn a_full_cell_has_pages_in_the_one_order() {
    let api = fixture();
    let first = ids(api, "C2", 9, 1);
    assert_eq!(first.len(), 20);
    assert_eq!(first[..5], ["declared", "bulk-23", "bulk-03", "bulk-09", "bulk-01"], "É folds to e");
    assert_eq!(ids(api, "C2", 9, 2), ["bulk-05", "bulk-07", "bulk-22", "bulk-21"], "no year, then no prize");
    let empty = file(api, "cells/C11/1/1.json");
    assert_eq!((number(&empty["pages"]), number(&empty["total"])), (1, 0));
}

#[test]
fn texts_are_kept_as_they_are() {
    let api = fixture();
    let html = file(api, "projects/html.json");
    assert_eq!(html["title"], "<b>Bold</b> & \"quoted\" <script>alert(1)</script>");
    let script = file(api, "projects/script.json");
    assert_eq!(script["title"], "javascript:alert(document.domain)", "a text may say anything");
    assert_eq!(script["page"], "http://example.org/", "a link may not");
    let declared = file(api, "projects/declared.json");
    assert_eq!(
        declared["goals"],
        json!([
            { "goal": 9, "statement": "It lays cables.\nMany of them.", "language": "en" },
            { "goal": 13, "statement": "Elle économise l’énergie.", "language": "fr" },
        ])
    );
    assert_eq!(declared["lines"], json!(["C2", "C5"]), "in the order of the matrix");
    assert_eq!(file(api, "projects/spanish.json")["titleLanguage"], "es");
    assert_eq!(file(api, "projects/gone.json"), json!({ "id": "gone", "withdrawn": true }));
}

#[test]
fn what_a_language_lacks_stands_in_english_and_says_so() {
    let api = fixture();
    let matrix = file(api, "matrix.fr.json");
    assert_eq!(matrix["lines"][1]["name"], "Infrastructure de l’information");
    assert_eq!(matrix["lines"][0]["name"], "Line C1");
    let target = |code: &str| items(&matrix["targets"]).iter().find(|target| target["code"] == code).cloned();
    assert_eq!(target("9.c"), Some(json!({ "code": "9.c", "label": "Accès aux TIC", "review": "machine" })));
    assert_eq!(
        target("9.1"),
        Some(json!({ "code": "9.1", "label": "Infrastructure", "language": "en", "review": "written" }))
    );
    assert_eq!(target("2.a"), None, "named by no link");
    let regions = file(api, "vocabulary.fr.json")["regions"].clone();
    assert_eq!(regions[0], json!({ "id": "AFR", "name": "Afrique", "nameStatus": "recalled" }));
    assert_eq!(regions[1]["language"], "en");
    let prizes = file(api, "vocabulary.en.json")["prizes"].clone();
    let order: Vec<&str> = items(&prizes).iter().map(|prize| text(&prize["id"])).collect();
    assert_eq!(order, ["winner", "champion", "nominated", "submitted", "none"], "best first");
}

#[test]
fn the_manifest_covers_the_whole() {
    let api = fixture();
    let manifest = manifest(api);
    assert_eq!(manifest["made"], "2019-04-03", "the newest full date of a source");
    assert_eq!(manifest["coverage"]["en"], "Projects: 31 in a list; 3 state their goals.");
    assert_eq!(manifest["coverage"]["fr"], "Projets : 31 ; 3 indiquent leurs objectifs.");
    assert_eq!(
        manifest["sources"][1],
        json!({
            "id": "list", "name": "A list of projects", "licence": "facts only", "date": "2015-03"
        })
    );
    assert_eq!(file(api, "projects/html.json")["snapshot"], manifest["snapshot"]);
}

#[test]
fn another_date_makes_another_snapshot_of_the_same_content() {
    let pinned = make(&fixture_sources(), Date::read("2026-11-24")).unwrap();
    let (own, pinned_name) = (&fixture().snapshot, &pinned.snapshot);
    assert!(pinned_name.starts_with("2026-11-24-") && own.starts_with("2019-04-03-"));
    assert_eq!(own[11..], pinned_name[11..], "the same fingerprint");
}

#[test]
fn initiatives_keep_their_ties() {
    let initiatives = file(fixture(), "context/en/initiatives.json")["initiatives"].clone();
    assert_eq!(
        initiatives[0]["lines"],
        json!([{ "line": "C2", "tie": "section" }, { "line": "C5", "tie": "stated" }])
    );
    assert_eq!(initiatives[0]["years"], json!([2030]));
    assert_eq!(
        initiatives[1]["goals"],
        json!([{ "goal": 4, "tie": "stated" }, { "goal": 17, "tie": "collective" }])
    );
    assert_eq!(initiatives[1]["lines"], json!([{ "line": "C8", "tie": "subject" }]));
}

#[test]
fn public_goods_state_goals_and_are_counted_nowhere() {
    let goods = file(fixture(), "digital-public-goods.json")["goods"].clone();
    assert_eq!(
        goods[0],
        json!({
            "id": "good-one", "name": "An open <b>map</b>", "organisation": "A \"map\" society", "goals": [4, 9],
            "kinds": ["software", "data"], "licences": ["MIT", "ODbL-1.0"], "countries": ["BFA"], "year": 2021,
            "website": "https://example.org/map", "record": "https://example.org/record/map", "source": "goods",
        })
    );
    let ids = file(fixture(), "index.json")["ids"].clone();
    assert!(!items(&ids).iter().any(|id| id == "good-one" || id == "good-two"));
    assert!(!fixture().files.contains_key("projects/good-one.json"));
}

#[test]
fn years_of_the_prizes_name_their_evidence() {
    let years = file(fixture(), "vocabulary.fr.json")["prizeYears"].clone();
    assert_eq!(years, json!([{ "year": 2015, "winners": 18, "evidence": "A press release" }]));
}
