//! Columns by their names, and mappings that cannot be.

use super::*;

fn table(columns: &[&str]) -> Table {
    Table { columns: columns.iter().map(|name| (*name).to_owned()).collect(), ..Table::default() }
}

fn chosen(mapping: &Mapping, columns: &[&str]) -> Vec<String> {
    let columns = mapping.columns(&table(columns));
    columns.read().map(|(field, name)| format!("{field:?}={name}")).collect()
}

#[test]
fn synonyms_of_columns_are_found() {
    let found = chosen(
        &Mapping::defaults().unwrap(),
        &["Project Title", "WSIS Action Line(s)", "Sustainable Development Goals (SDGs)", "PAÍS", "Secret"],
    );
    assert_eq!(
        found,
        [
            "Title=Project Title",
            "Country=PAÍS",
            "Lines=WSIS Action Line(s)",
            "Goals=Sustainable Development Goals (SDGs)"
        ]
    );
}

#[test]
fn one_column_is_one_field_and_lists_gather() {
    let mapping = Mapping::defaults().unwrap();
    assert_eq!(
        chosen(&mapping, &["Project title", "Title", "C7", "Category"]),
        ["Title=Title", "Lines=Category", "Lines=C7"]
    );
    assert_eq!(mapping.columns(&table(&["Title", "Title", "Titre"])).unpublished, ["Title", "Titre"]);
}

#[test]
fn an_own_mapping_replaces_what_it_names() {
    let mut mapping = Mapping::defaults().unwrap();
    let own = "title.columns = ['Bezeichnung']\nyear.columns = []\n[stakeholder.values]\nn-g-o = 'other'";
    mapping.overlay(Mapping::parse(own).unwrap());
    assert_eq!(
        chosen(&mapping, &["Bezeichnung", "Title", "Year", "Country"]),
        ["Title=Bezeichnung", "Country=Country"]
    );
    let values = mapping.values(Field::Stakeholder);
    assert_eq!(values.get("ngo").map(String::as_str), Some("other"));
    assert_eq!(values.get("university").map(String::as_str), Some("academia"));
}

#[test]
fn a_mapping_cannot_ask_for_what_there_is_not() {
    for bad in [
        "organisation.columns = ['Contact']",
        "title.publishable = []",
        "[picture]",
        "title.colour = 1",
        "title.columns = ['SDG {goal}']",
        "goalMarks.columns = ['SDG 9']",
    ] {
        assert!(Mapping::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn columns_of_one_goal_are_found_by_number_and_name() {
    let mut mapping = Mapping::defaults().unwrap();
    let names = BTreeMap::from([(
        Goal::try_from(9).unwrap(),
        vec!["Industry, innovation and infrastructure".to_owned()],
    )]);
    mapping.expand_goals(&names);
    let table = table(&[
        "Title",
        "SDG 1",
        "Goal 09: Industry, Innovation and Infrastructure",
        "SDG 9 statement",
        "How does it contribute to SDG 9?",
        "SDG 18",
        "SDG 9 contact person",
    ]);
    let columns = mapping.columns(&table);
    let found = |field| columns.of_goals(field).map(|column| column.goal.number()).collect::<Vec<_>>();
    assert_eq!(found(Field::GoalMarks), [1, 9]);
    assert_eq!(found(Field::GoalStatements), [9, 9]);
    assert_eq!(columns.unpublished, ["SDG 18", "SDG 9 contact person"]);
    assert!(!columns.missing.contains(&Field::Goals));
}
